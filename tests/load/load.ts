import { setTimeout as sleep } from 'node:timers/promises';
import { FIVE_IN_FIVE_SECONDS } from '../discord/stand-in/channel-limits.ts';
import { BOT_ID } from '../discord/stand-in/ids.ts';
import { percentile } from './percentile.ts';
import { QUESTIONS, type SpawnedBot, spawnBot } from './spawned-bot.ts';

/**
 * `npm run load`: how long people wait when many ask at once, and when one floods, or a few
 * flood a channel. The bot runs in a process of its own; times are from Discord's side, from
 * sending an interaction to having its answer: what it says, and not only that it will.
 */

const CROWD = 500;
const FLOOD = 1_000;
const OTHERS = 20;
/** Each of the others asks so often; where the rest of their server would not run into its limit. */
const PACE_MS = 200;
/** Quiet and flood take turns, so that both meet the same moods of the machine. */
const ROUNDS = 6;
const QUIET_MS = 1_500;
/** The others are there before the flood comes. */
const BEFORE_MS = 200;
/** As many mentions as six people may write at once, all in one channel. */
const MENTIONS = 240;
const WRITERS = 6;
/** While the channel's limit passes. */
const MENTIONS_MS = 2_500;

// The stand-in shares two cores with the bot: what it need not do now, it does afterwards.
const bot = await spawnBot({ checksAtOnce: false });
bot.discord.channelLimits.set(FIVE_IN_FIVE_SECONDS);
await crowd(bot, 'each with a question of their own', (at) => `${at + 1}号楼的人问，${questionOf(at)}`, '50001');
await crowd(bot, 'with eight questions', questionOf, '50000');
const quiet: number[] = [];
const flooded: number[] = [];
const told: number[] = [];
const mentioned: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  quiet.push(...(await others(bot, `1${round}`, sleep(QUIET_MS))));
  const flooding = flood(bot, `7${round}`);
  flooded.push(...(await others(bot, `2${round}`, flooding)));
  told.push(...(await flooding));
  const writing = mention(bot, `3${round}`);
  mentioned.push(...(await others(bot, `4${round}`, writing)));
}
console.log(`${OTHERS} people while nobody else asks: ${summary(quiet)}`);
console.log(`${OTHERS} people while one sends ${FLOOD}: ${summary(flooded)}`);
console.log(`the ${FLOOD} of one person: ${summary(told)}`);
console.log(`others' p95 under the flood: ${ratio(flooded)} times the quiet one`);
console.log(`${OTHERS} people while ${WRITERS} write ${MENTIONS} mentions in a channel: ${summary(mentioned)}`);
console.log(`others' p95 under the mentions: ${ratio(mentioned)} times the quiet one`);
await bot.stop();
bot.discord.checkBodies();
console.log(`problems with bodies: ${bot.discord.problems.length}`);

function ratio(times: readonly number[]): string {
  return (percentile(times, 95) / percentile(quiet, 95)).toFixed(2);
}

function questionOf(at: number): string {
  return QUESTIONS[at % QUESTIONS.length] ?? '';
}

/** Everybody asks in the same moment. */
async function crowd(
  { discord }: SpawnedBot,
  what: string,
  question: (at: number) => string,
  user: string,
): Promise<void> {
  const asked = Array.from({ length: CROWD }, (_, at) => {
    const interaction = discord.slash('ask', { question: question(at) }, { user: `${user}${at}` });
    return { ...interaction, at: performance.now() };
  });
  const signs = Promise.all(asked.map(({ token, at }) => firstSign(discord, token, at)));
  const times = await Promise.all(asked.map(({ token, at }) => answerTime(discord, token, at)));
  const deferred = asked.filter(({ token }) => discord.state.interactions.get(token)?.acknowledgedWith === 5);
  console.log(`${CROWD} at once, ${what}, their answers: ${summary(times)}; ${deferred.length} announced first`);
  console.log(`${CROWD} at once, ${what}, a first sign: ${summary(await signs)}`);
}

/** People of a server who ask at a pace, until something is over. Returns how long each answer took, in milliseconds. */
async function others({ discord }: SpawnedBot, guild: string, until: Promise<unknown>): Promise<number[]> {
  let isOver = false;
  until.finally(() => {
    isOver = true;
  });
  const people = Array.from({ length: OTHERS }, async (_, person) => {
    const times: number[] = [];
    for (let turn = 0; ; turn += 1) {
      await sleep(PACE_MS * (0.5 + Math.random()));
      if (isOver) return times;
      const question = QUESTIONS[(person + turn) % QUESTIONS.length] ?? '';
      const at = performance.now();
      const { token } = discord.slash('ask', { question }, { user: `60000${guild}${person}`, guild });
      times.push(await answerTime(discord, token, at));
    }
  });
  return (await Promise.all(people)).flat();
}

/** Six people write all that they may in one channel, and the channel takes five in five seconds. */
async function mention({ discord }: SpawnedBot, channel: string): Promise<void> {
  await sleep(BEFORE_MS);
  for (let at = 0; at < MENTIONS; at += 1) {
    const question = questionOf(at);
    discord.write(`<@${BOT_ID}> ${question}`, { user: `80000${channel}${at % WRITERS}`, channel });
    if (at % WRITERS === WRITERS - 1) await sleep(3);
  }
  await sleep(MENTIONS_MS);
}

/** Two thousand a second, in small packets: all at once, this process would measure how long it takes to send them. */
async function flood({ discord }: SpawnedBot, user: string): Promise<number[]> {
  await sleep(BEFORE_MS);
  const asked: { token: string; at: number }[] = [];
  while (asked.length < FLOOD) {
    for (let packet = 0; packet < 20; packet += 1) {
      const at = performance.now();
      asked.push({ token: discord.slash('ask', { question: QUESTIONS[0] ?? '' }, { user }).token, at });
    }
    await sleep(10);
  }
  return Promise.all(asked.map(({ token, at }) => answerTime(discord, token, at)));
}

/** Milliseconds until what it says is there; infinite where it never was. */
function answerTime(discord: SpawnedBot['discord'], token: string, at: number): Promise<number> {
  return since(at, discord.answered({ token }));
}

/** Milliseconds until the first sign, that an answer is coming included. */
function firstSign(discord: SpawnedBot['discord'], token: string, at: number): Promise<number> {
  return since(at, discord.state.acknowledgement(token));
}

async function since(at: number, happening: Promise<number>): Promise<number> {
  const late = new Promise<number>((resolve) => setTimeout(resolve, 20_000, Number.POSITIVE_INFINITY).unref());
  return (await Promise.race([happening, late])) - at;
}

function summary(times: readonly number[]): string {
  const [p50, p95, max] = [50, 95, 100].map((share) => percentile(times, share).toFixed(0));
  const unanswered = times.filter((time) => time === Number.POSITIVE_INFINITY).length;
  return `${times.length} asked, p50 ${p50} ms, p95 ${p95} ms, latest ${max} ms, unanswered ${unanswered}`;
}
