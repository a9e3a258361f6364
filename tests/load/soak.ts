import type { StoredMessage } from '../discord/stand-in/discord-state.ts';
import { BOT_ID } from '../discord/stand-in/ids.ts';
import { controlsOf } from '../discord/stand-in/reading.ts';
import { QUESTIONS, type SpawnedBot, spawnBot } from './spawned-bot.ts';

/**
 * `npm run soak [COUNT]`: questions, buttons and mentions mixed, and what the bot's memory does
 * meanwhile: what is in use after a full collection, heap and buffers, twenty times on the way.
 * The slope is a least-squares line through what comes after the warm-up.
 */

const COUNT = Number(process.argv[2] ?? 200_000);
const ROUND = 100;
const SAMPLES = 20;
/** The first part fills caches, compiles, and grows the heap to its working size. */
const WARM_UP = 0.3;

const bot = await spawnBot();
const samples: { done: number; bytes: number }[] = [];
const from = performance.now();
let user = 0;
for (let done = 0; done < COUNT; done += ROUND) {
  await round(bot);
  bot.discord.state.forget();
  if (done % (COUNT / SAMPLES) < ROUND) {
    const { heapUsed, external, rss } = await bot.memory();
    const bytes = heapUsed + external;
    samples.push({ done, bytes });
    const seconds = ((performance.now() - from) / 1000).toFixed(0);
    console.log(
      `${done} done after ${seconds} s: ${(bytes / 1e6).toFixed(1)} MB in use, ${megabytes(rss)} resident; ` +
        `the engine ${megabytes(bot.engineMemory())} resident`,
    );
  }
}
const settled = samples.filter(({ done }) => done >= COUNT * WARM_UP);
console.log(`slope after warm-up: ${((slope(settled) * 10_000) / 1e6).toFixed(3)} MB per 10,000`);
console.log(`problems with bodies: ${bot.discord.problems.length}`);
await bot.stop();

/** A hundred uses by as many people: questions, then buttons on the answers, and mentions. */
async function round({ discord }: SpawnedBot): Promise<void> {
  const question = (at: number) => QUESTIONS[at % QUESTIONS.length] ?? '';
  const people = Array.from({ length: ROUND / 2 }, () => {
    user += 1;
    const number = String(user).padStart(9, '0');
    // Each of a round in another channel: a channel takes so many messages and no more.
    return { user: `8${number}`, channel: `6${number.slice(-3)}000000` };
  });
  const asked = people
    .slice(0, 40)
    .map((who, at) => ({ who, ...discord.slash('ask', { question: question(at) }, who) }));
  const written = people.slice(40).map((who, at) => discord.write(`<@${BOT_ID}> ${question(at)}`, who));
  const answers = await Promise.all(asked.map((interaction) => discord.answer(interaction, 20_000)));
  await Promise.all(written.map((message) => discord.replyTo(message, 20_000)));
  const clicked = answers.flatMap((card, at) => {
    const button = buttonOf(card);
    return button === undefined ? [] : [discord.click(card, button, asked[at]?.who ?? {})];
  });
  const typed = people
    .slice(0, ROUND / 2 - clicked.length)
    .map((who) => discord.type('section', 'section', '治理', {}, who));
  await Promise.all([...clicked, ...typed].map(({ token }) => discord.state.acknowledgement(token)));
}

function buttonOf(card: StoredMessage): string | undefined {
  const buttons = controlsOf(card).filter(({ type, disabled }) => type === 2 && disabled !== true);
  return buttons[Math.floor(Math.random() * Math.min(4, buttons.length))]?.custom_id;
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? 'unknown' : `${(bytes / 1e6).toFixed(0)} MB`;
}

/** Least squares: how many bytes one use more costs. */
function slope(points: readonly { done: number; bytes: number }[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(points.map(({ done }) => done));
  const y = mean(points.map(({ bytes }) => bytes));
  const covariance = points.reduce((sum, { done, bytes }) => sum + (done - x) * (bytes - y), 0);
  const variance = points.reduce((sum, { done }) => sum + (done - x) ** 2, 0);
  return covariance / variance;
}
