import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { createMeaning, type FillableMeaning } from '../../src/library/meanings.ts';
import { openServerCaches } from '../../src/library/server-cache.ts';
import { openServerLibrary } from '../../src/library/server-library.ts';
import { createRecordingLog } from '../discord/stand-in/running-bot.ts';
import { articleOf } from '../engine/made-shelves.ts';
import { openStandIn, type StandIn, telling } from '../network/stand-in.ts';

const BRIDGE = articleOf('bridge', '老桥今日重开', '老桥修缮历时三年。', '老桥昨天重新开放。');
const MARKET = articleOf('market', '菜市场搬家', '菜市场搬到了北门外。', '菜市场有四十个摊位。');
const STALLS = '菜市场有多少个摊位？';

let standIn: StandIn;
let encoded = 0;
beforeAll(async () => {
  standIn = await openStandIn();
});
afterAll(() => standIn.close());

let cacheDir: string;
let log: ReturnType<typeof createRecordingLog>;
beforeEach(() => {
  cacheDir = mkdtempSync(join(tmpdir(), 'wenzhai-cache-'));
  log = createRecordingLog();
  encoded = 0;
});
afterEach(() => rmSync(cacheDir, { recursive: true }));

/** A meaning that counts what it encodes. */
function counting(): FillableMeaning {
  return createMeaning(
    telling(standIn.network, () => {
      encoded += 1;
    }),
  );
}

const caches = (mostBytes?: number) =>
  openServerCaches(cacheDir, { log, code: 'code', ...(mostBytes !== undefined && { mostBytes }) });
const open = (server: string, articles: readonly Article[], meaning = counting()) =>
  openServerLibrary(structuredClone(articles), { meaning, cache: caches().of(server) });
const kept = () => readdirSync(cacheDir).sort();

describe('what is kept of a server’s library', () => {
  it('is its index and its vectors, which are not made again', async () => {
    const first = await open('1', [BRIDGE, MARKET]);
    await first.fill();
    expect(kept().map((name) => name.replace(/^server-[0-9a-f]{32}-/, ''))).toEqual(['index.json', 'vectors.bin']);
    expect(encoded).toBeGreaterThan(0);
    encoded = 0;
    const before = kept().map((name) => readFileSync(join(cacheDir, name)));
    const second = await open('1', [BRIDGE, MARKET]);
    await second.fill();
    expect(encoded).toBe(0);
    expect(kept().map((name) => readFileSync(join(cacheDir, name)))).toEqual(before);
    const { passages } = await second.ask(STALLS);
    expect(passages[0]?.passage.text).toBe('菜市场有四十个摊位。');
    expect(log.records).toEqual([]);
  });

  it('is nobody else’s', async () => {
    await (await open('1', [BRIDGE])).fill();
    const other = await open('2', [MARKET]);
    await other.fill();
    expect(kept()).toHaveLength(4);
    const { passages } = await other.ask('老桥修缮历时几年？', { limit: 20 });
    expect([...new Set(passages.map(({ passage }) => passage.article.id))]).toEqual(['market']);
  });

  it('goes at once with what it was made of, be it held or not', async () => {
    const meaning = counting();
    const library = await open('1', [BRIDGE, MARKET], meaning);
    await library.fill();
    const whole = Math.max(...kept().map((name) => readFileSync(join(cacheDir, name)).length));
    const { bytes } = meaning.windows;
    encoded = 0;
    await library.take([structuredClone(BRIDGE)]);
    expect(meaning.windows.bytes).toBeLessThan(bytes);
    expect(kept()).toEqual([]);
    expect([...meaning.vectors.articles]).toEqual(['bridge']);
    await library.fill();
    // Of what has stayed nothing is made anew.
    expect(encoded).toBe(0);
    expect(kept()).toHaveLength(2);
    expect(Math.max(...kept().map((name) => readFileSync(join(cacheDir, name)).length))).toBeLessThan(whole);
    // A process that was killed has left one unfinished.
    writeFileSync(join(cacheDir, `${kept()[0]}.1-0123abcd.tmp`), '菜市场');
    await open('1', [MARKET]);
    expect(kept()).toEqual([]);
  });

  it('stays where nothing has changed', async () => {
    const library = await open('1', [BRIDGE, MARKET]);
    await library.fill();
    const before = library.articles;
    await library.take(structuredClone([BRIDGE, MARKET]));
    expect(library.articles).toBe(before);
    expect(kept()).toHaveLength(2);
  });

  it('is not made any more when the library is forgotten, or left', async () => {
    const library = await open('1', [BRIDGE, MARKET]);
    const filling = library.fill();
    library.forget();
    await filling;
    await library.fill();
    expect(kept()).toEqual([]);
    const left = await open('2', [BRIDGE, MARKET]);
    const fillingLeft = left.fill();
    left.leave();
    caches().of('2').remove();
    await fillingLeft;
    encoded = 0;
    await left.fill();
    expect(encoded).toBe(0);
    expect(kept()).toEqual([]);
  });

  it('is pruned: what nobody has used for a month, and what was used longest ago', async () => {
    const of = async (server: string) => {
      await (await open(server, [BRIDGE])).fill();
      return kept();
    };
    const [first, second, third] = [await of('1'), await of('2'), await of('3')];
    const now = Date.now() / 1000;
    const names = { first, second: without(second, first), third: without(third, second) };
    for (const name of names.first) utimesSync(join(cacheDir, name), now, now - 40 * 24 * 3_600);
    for (const name of names.second) utimesSync(join(cacheDir, name), now, now - 3_600);
    writeFileSync(join(cacheDir, 'library-0.json'), 'another’s');
    caches().prune();
    expect(kept()).toEqual(['library-0.json', ...[...names.second, ...names.third].sort()]);
    const bytes = names.third.reduce((sum, name) => sum + readFileSync(join(cacheDir, name)).length, 0);
    caches(bytes).prune();
    expect(kept()).toEqual(['library-0.json', ...names.third]);
  });
});

function without(names: readonly string[], others: readonly string[]): string[] {
  return names.filter((name) => !others.includes(name));
}

it('takes what came, changed and went, and answers from nothing else', async () => {
  const library = await openServerLibrary([BRIDGE], { meaning: undefined, cache: undefined });
  expect((await library.ask(STALLS)).answered).toBe(false);
  await library.take([BRIDGE, MARKET]);
  expect((await library.ask(STALLS)).answered).toBe(true);
  await library.take([BRIDGE]);
  expect((await library.ask(STALLS)).answered).toBe(false);
  const { bytes } = library;
  const before = bytes();
  await library.take([BRIDGE, MARKET]);
  expect(bytes()).toBeGreaterThan(before);
});
