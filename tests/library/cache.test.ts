import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLibrary } from '../../src/library/open.ts';
import type { Log } from '../../src/log.ts';
import { asked } from '../asked.ts';

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

let folder: string;
let cacheDir: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenzhai-'));
  cacheDir = mkdtempSync(join(tmpdir(), 'wenzhai-cache-'));
  for (let street = 1; street <= 6; street += 1) writeArticle(street, 90);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  rmSync(cacheDir, { recursive: true });
});

/** An article of many short paragraphs, each with a number of its own. */
function writeArticle(street: number, houses: number): void {
  const paragraphs = Array.from(
    { length: houses },
    (_, house) => `第${street}街${house}号的门牌在${street * 1000 + house}年换过一次。`,
  );
  const article = { title: `第${street}街的门牌`, sections: [{ number: 0, heading: null, paragraphs }] };
  writeFileSync(join(folder, `street-${street}.json`), JSON.stringify(article));
}

const open = () => openLibrary(folder, { log: silent, cacheDir });
const first = async (question: string) => (await asked(await open(), question)).passages[0]?.text;
const cacheFile = () => join(cacheDir, readdirSync(cacheDir)[0] ?? '');

it('answers from what was kept just as from what was built', async () => {
  const question = '第3街17号的门牌在哪年换过？';
  const before = await asked(await open(), question);
  const kept = readFileSync(cacheFile(), 'utf8');
  expect(await asked(await open(), question)).toEqual(before);
  expect(readFileSync(cacheFile(), 'utf8')).toBe(kept);
});

it('takes in what has changed since', async () => {
  await open();
  writeArticle(7, 30);
  rmSync(join(folder, 'street-1.json'));
  writeArticle(2, 60);
  const library = await open();
  expect(library.articles.map(({ id }) => id)).toEqual([
    'street-2',
    'street-3',
    'street-4',
    'street-5',
    'street-6',
    'street-7',
  ]);
  expect(library.passages).toBe(60 + 4 * 90 + 30);
  expect(await first('第7街8号的门牌在哪年换过？')).toContain('7008年');
});

it('builds anew where the kept index is damaged, cut short or of other code', async () => {
  await open();
  const kept = readFileSync(cacheFile(), 'utf8');
  const damaged = [
    kept.slice(0, kept.length / 2),
    kept.replace('门牌', '牌门'),
    '',
    '{}',
    kept.replace(/"code":"./, '"code":"x'),
  ];
  for (const content of damaged) {
    writeFileSync(cacheFile(), content);
    expect(await first('第3街17号的门牌在哪年换过？')).toContain('3017年');
    expect(readFileSync(cacheFile(), 'utf8')).toHaveLength(kept.length);
  }
});

it('starts all the same where nothing can be kept', async () => {
  const warnings: string[] = [];
  const log: Log = { ...silent, warn: (event) => warnings.push(event) };
  writeFileSync(join(cacheDir, 'file'), '');
  const library = await openLibrary(folder, { log, cacheDir: join(cacheDir, 'file') });
  expect(library.passages).toBe(540);
  expect(warnings).toHaveLength(1);
});
