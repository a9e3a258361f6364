import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { percentile } from './percentile.ts';
import { isAnswered, spawnBot } from './spawned-bot.ts';

/**
 * `npm run hostile`: how healthy questions are answered while somebody sends hostile ones, and while hostile
 * pages are put into the folder of seeds; and how long the event loop that talks to Discord was held at the
 * longest. The bot runs as it always does, against a stand-in for Discord.
 */

const SEED = fileURLToPath(new URL('../../seeds/jinchang.txt', import.meta.url));
const HEALTHY = '马翠芳管多少户？';
/** A healthy question is asked so often. Milliseconds. */
const PACE_MS = 50;
const QUIET_MS = 4_000;
const WAIT_MS = 60_000;

const QUESTIONS: Readonly<Record<string, string>> = {
  '“是因为” 28 times': `网格${'是因为'.repeat(28)}楼有多少户`,
  'unfinished ideographic descriptions': '⿰'.repeat(300),
  'a number without an end': `${'万'.repeat(299)}户`,
  'pinyin without an end': 'shi'.repeat(100),
  'quotation marks that nothing closes': '“'.repeat(300),
};

const PAGES: Readonly<Record<string, string>> = {
  'a page of 100,000 lines': '记者今天在现场看到，工程进展顺利。\n\n'.repeat(50_000),
  'a line of “下一页” and 200,000 digits': `下一页${'1'.repeat(200_000)}x`,
  'a paragraph of 50,000 short sentences': '这一句不长。'.repeat(50_000),
  'a paragraph of 100,000 “万”': '万'.repeat(100_000),
};

const folder = mkdtempSync(join(tmpdir(), 'wenzhai-hostile-'));
cpSync(SEED, join(folder, 'jinchang.txt'));
const bot = await spawnBot({
  checksAtOnce: false,
  environment: { SEEDS_DIR: folder, CACHE_DIR: join(folder, 'cache'), LIBRARY_DIR: join(folder, 'library') },
});
const { discord } = bot;
let people = 0;

try {
  console.log('meanwhile | healthy answers, p50 | p95 | latest | the event loop’s longest pause');
  await measured('nobody else', () => sleep(QUIET_MS));
  for (const [name, question] of Object.entries(QUESTIONS)) {
    await measured(name, () => Promise.all(Array.from({ length: 10 }, () => answered(question))));
  }
  for (const [name, body] of Object.entries(PAGES)) {
    await measured(name, () =>
      readWith(`一则新闻的标题\n\n2024年3月2日 来源：江城日报\n\n记者在江城报道。\n\n${body}\n`),
    );
    await readWith(undefined);
  }
} finally {
  await bot.stop();
  rmSync(folder, { recursive: true });
}

/** Healthy questions at their pace, until something is over. */
async function measured(name: string, meanwhile: () => Promise<unknown>): Promise<void> {
  await bot.pauses();
  let isOver = false;
  const over = meanwhile().finally(() => {
    isOver = true;
  });
  const asked: Promise<number>[] = [];
  while (!isOver) {
    asked.push(answered(HEALTHY));
    await sleep(PACE_MS);
  }
  await over;
  const times = await Promise.all(asked);
  const { longestMs } = await bot.pauses();
  const shown = [percentile(times, 50), percentile(times, 95), Math.max(...times), longestMs];
  console.log([name, ...shown.map((ms) => `${ms.toFixed(0)} ms`)].join(' | '));
}

/** Asks, in a server of one's own, and waits for the answer itself. Returns after how many milliseconds it came. */
async function answered(question: string): Promise<number> {
  people += 1;
  const who = { user: `8${String(people).padStart(17, '0')}`, guild: `7${String(people).padStart(17, '0')}` };
  const from = performance.now();
  const { token } = discord.slash('ask', { question }, who);
  await discord.until(() => isAnswered(discord, token), WAIT_MS, 'an answer');
  return performance.now() - from;
}

/** Puts a page into the folder, or takes it out, and waits until the bot shows so. */
async function readWith(page: string | undefined): Promise<void> {
  const { presences } = discord.gateway.history;
  const before = presences.length;
  const path = join(folder, 'a-page.txt');
  if (page === undefined) rmSync(path);
  else writeFileSync(path, page);
  await discord.until(() => presences.length > before, WAIT_MS, 'another presence');
}
