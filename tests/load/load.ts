import { percentile } from './percentile.ts';
import { QUESTIONS, type SpawnedBot, spawnBot } from './spawned-bot.ts';

/**
 * `npm run load`: how long people wait when many ask at once, and when one floods. The bot
 * runs in a process of its own; times are from Discord's side, from sending an interaction to
 * having its first answer.
 */

const CROWD = 500;
const FLOOD = 1_000;
const OTHERS = 20;
const EACH = 20;
const PACE_MS = 200;

// The stand-in shares two cores with the bot: what it need not do now, it does afterwards.
const bot = await spawnBot({ checksAtOnce: false });
await crowd(bot);
const quiet = await others(bot, 'nobody else asks');
const [flooded] = await Promise.all([others(bot, `one person sends ${FLOOD}`), flood(bot)]);
console.log(`others' p95 under the flood: ${(flooded / quiet).toFixed(2)} times the quiet one`);
await bot.stop();
bot.discord.checkBodies();
console.log(`problems with bodies: ${bot.discord.problems.length}`);

/** Everybody asks in the same moment. */
async function crowd({ discord }: SpawnedBot): Promise<void> {
  const asked = Array.from({ length: CROWD }, (_, at) => {
    const interaction = discord.slash(
      'ask',
      { question: QUESTIONS[at % QUESTIONS.length] ?? '' },
      { user: `50000${at}` },
    );
    return { ...interaction, at: performance.now() };
  });
  const times = await Promise.all(asked.map(({ token, at }) => firstAnswer(discord, token, at)));
  const deferred = asked.filter(({ token }) => discord.state.interactions.get(token)?.acknowledgedWith === 5);
  await discord.until(() => deferred.every(({ token }) => isComplete(discord, token)), 30_000, 'all answers');
  console.log(`${CROWD} at once: ${summary(times)}; ${deferred.length} announced first, all answered`);
}

/** People who ask at a pace. Returns their p95 in milliseconds. */
async function others({ discord }: SpawnedBot, what: string): Promise<number> {
  const people = Array.from({ length: OTHERS }, async (_, person) => {
    const times: number[] = [];
    for (let turn = 0; turn < EACH; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, PACE_MS * (0.5 + Math.random())));
      const question = QUESTIONS[(person + turn) % QUESTIONS.length] ?? '';
      const at = performance.now();
      const { token } = discord.slash('ask', { question }, { user: `60000${person}` });
      times.push(await firstAnswer(discord, token, at));
    }
    return times;
  });
  const times = (await Promise.all(people)).flat();
  console.log(`${OTHERS} people, ${EACH} questions each, while ${what}: ${summary(times)}`);
  return percentile(times, 95);
}

/** Two thousand a second, in small packets: all at once, this process would measure how long it takes to send them. */
async function flood({ discord }: SpawnedBot): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 500));
  const asked: { token: string; at: number }[] = [];
  while (asked.length < FLOOD) {
    for (let packet = 0; packet < 20; packet += 1) {
      const at = performance.now();
      asked.push({ token: discord.slash('ask', { question: QUESTIONS[0] ?? '' }, { user: '7' }).token, at });
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const times = await Promise.all(asked.map(({ token, at }) => firstAnswer(discord, token, at)));
  console.log(`the ${FLOOD} of one person: ${summary(times)}`);
}

/** Milliseconds until the first answer; infinite where none came. */
async function firstAnswer(discord: SpawnedBot['discord'], token: string, at: number): Promise<number> {
  const late = new Promise<number>((resolve) => setTimeout(resolve, 10_000, Number.POSITIVE_INFINITY).unref());
  return (await Promise.race([discord.state.acknowledgement(token), late])) - at;
}

/** Whether the announced answer is in its place, or was given privately instead. */
function isComplete(discord: SpawnedBot['discord'], token: string): boolean {
  const { original } = discord.state.interactions.get(token) ?? {};
  return discord.state.messages.get(original ?? '')?.isAnnouncement !== true;
}

function summary(times: readonly number[]): string {
  const [p50, p95, max] = [50, 95, 100].map((share) => percentile(times, share).toFixed(0));
  const unanswered = times.filter((time) => time === Number.POSITIVE_INFINITY).length;
  return `p50 ${p50} ms, p95 ${p95} ms, latest ${max} ms, unanswered ${unanswered}`;
}
