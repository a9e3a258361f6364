import { setTimeout as sleep } from 'node:timers/promises';
import { ACTIONS } from '../../src/discord/custom-id.ts';
import { BOT_ID } from '../discord/stand-in/ids.ts';
import { controlsOf } from '../discord/stand-in/reading.ts';
import { createDice, hostileString } from './hostile-strings.ts';
import { isAnswered, spawnBot } from './spawned-bot.ts';

/**
 * `npm run soak:hostile [STRINGS [IDS]]`: hostile strings through every command, as suggestions are asked
 * for, as mentions and as messages to be found in the article, and custom ids that nobody made. Counts what
 * failed, what was not answered, what took too long, and what would have pinged somebody.
 */

const STRINGS = Number(process.argv[2] ?? 20_000);
const IDS = Number(process.argv[3] ?? 10_000);
const AT_ONCE = 40;
const WAIT_MS = 20_000;
const SETTLES_MS = 200;

const bot = await spawnBot({ checksAtOnce: false, environment: { LOG_LEVEL: 'warn' } });
const dice = createDice(20_261_127);
const failed = { unanswered: 0, withErrorId: 0, tooLong: 0 };
const times: number[] = [];
let people = 0;

const begun = performance.now();
// Starting is not what is measured.
await bot.pauses();
for (let done = 0; done < STRINGS; done += AT_ONCE) {
  const strings = Array.from({ length: Math.min(AT_ONCE, STRINGS - done) }, () => hostileString(dice, 4_000));
  await Promise.all(strings.flatMap((text) => usesOf(text)));
  await forget();
  if (done % 2_000 === 0) progress(done, 'strings');
}
for (let done = 0; done < IDS; done += AT_ONCE) {
  const card = await bot.discord.answer(bot.discord.slash('about', {}, somebody()), WAIT_MS);
  const known = controlsOf(card).flatMap(({ custom_id }) => custom_id ?? []);
  const ids = Array.from({ length: Math.min(AT_ONCE, IDS - done) }, () => customId(known));
  await Promise.all(ids.map((id) => used(() => bot.discord.click({ ...card }, id, somebody()))));
  await forget();
}
const { longestMs, p99Ms } = await bot.pauses();
const sorted = times.toSorted((a, b) => a - b);
console.log(`${STRINGS} strings through every command, ${IDS} custom ids, ${times.length} interactions and mentions`);
console.log(
  `unanswered ${failed.unanswered}, with an error id ${failed.withErrorId}, told it took too long ${failed.tooLong}`,
);
const pings = bot.discord.problems.filter((problem) => problem.includes('could ping'));
console.log(`pings ${pings.length}, problems with bodies ${bot.discord.problems.length}`);
console.log(`answered after ${at(sorted, 0.5)} ms (p50), ${at(sorted, 0.99)} (p99), ${at(sorted, 1)} (latest)`);
console.log(`the event loop was held for ${longestMs.toFixed(0)} ms at the longest, ${p99Ms.toFixed(1)} ms (p99)`);
for (const problem of bot.discord.problems.slice(0, 10)) console.log(problem);
await bot.stop();
process.exitCode = Object.values(failed).some((count) => count > 0) || bot.discord.problems.length > 0 ? 1 : 0;

/** Every way that a string can reach the bot. */
function usesOf(text: string): Promise<void>[] {
  const { discord } = bot;
  const short = text.slice(0, 200);
  return [
    used(() => discord.slash('ask', { question: text.slice(0, 300) }, somebody())),
    used(() => discord.slash('ask', { question: short, section: short }, somebody())),
    used(() => discord.slash('section', { section: short }, somebody())),
    used(() => discord.slash('quote', { passage: short }, somebody())),
    used(() => discord.useOnMessage('Find in article', text, somebody())),
    used(() => discord.type('quote', 'passage', text.slice(0, 100), {}, somebody())),
    used(() => discord.type('section', 'section', text.slice(0, 100), {}, somebody())),
    heard(text.slice(0, 1_900)),
  ];
}

/** Somebody new each time, in a server and a channel of their own, so that no limit applies. */
function somebody() {
  people += 1;
  const id = (kind: number, number: number) => `${kind}${String(number).padStart(17, '0')}`;
  return { user: id(8, people), guild: id(7, people % 400), channel: id(6, people) };
}

async function used(use: () => { token: string }): Promise<void> {
  const from = performance.now();
  const { token } = use();
  const { state } = bot.discord;
  try {
    await bot.discord.until(() => isAnswered(bot.discord, token), WAIT_MS, 'an answer');
    times.push(performance.now() - from);
    const message = state.messages.get(state.interactions.get(token)?.original ?? '');
    look(JSON.stringify(message ?? state.interactions.get(token)?.data ?? {}));
  } catch {
    failed.unanswered += 1;
  }
}

async function heard(text: string): Promise<void> {
  const from = performance.now();
  try {
    const message = bot.discord.write(`<@${BOT_ID}> ${text}`, somebody());
    look(JSON.stringify(await bot.discord.replyTo(message, WAIT_MS)));
    times.push(performance.now() - from);
  } catch {
    failed.unanswered += 1;
  }
}

function look(said: string): void {
  if (/[（(]?编号 [0-9a-f]{8}|編號 [0-9a-f]{8}|error id/i.test(said)) failed.withErrorId += 1;
  if (/时间太长|時間太長|took too long/.test(said)) failed.tooLong += 1;
}

/** Bodies are held against Discord's rules, what could ping among them, and then forgotten. */
async function forget(): Promise<void> {
  // What follows an answer, or takes the place of a click's, comes a moment later.
  await sleep(SETTLES_MS);
  bot.discord.checkBodies();
  bot.discord.state.forget();
}

/** One that the bot made, bent; our kind of id; or anything at all. */
function customId(known: readonly string[]): string {
  const actions = [...ACTIONS, '', '__proto__'];
  const parts = known[dice(known.length)]?.split(':') ?? [];
  const part = () => (dice(3) === 0 ? hostileString(dice, 60).slice(0, 1 + dice(20)) : String(dice(100)));
  if (dice(3) === 0)
    return parts
      .map((one) => (dice(6) === 0 ? part() : one))
      .join(':')
      .slice(0, 100);
  const id =
    dice(4) === 0
      ? hostileString(dice, 100)
      : ['1', actions[dice(actions.length)], part(), part(), part(), part()].join(':');
  return id.slice(0, 100) || 'x';
}

function progress(done: number, what: string): void {
  console.log(`${done} ${what} after ${((performance.now() - begun) / 1000).toFixed(0)} s`);
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(0);
}
