import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { EmptyLibrary, openLibrary } from '../../src/library/open.ts';
import { idOf } from '../../src/library/seed-name.ts';
import type { Fields, Log } from '../../src/log.ts';

const PAGE =
  '河边新建步道\n\n2024年3月2日 来源：江城日报\n\n城东的步道三月一日开放，全长六公里，沿河而建。\n\n市民李明说，他每天清晨都来跑步。\n';

let folder: string;
let warnings: Fields[];
const log: Log = { info: () => {}, warn: (_event, fields = {}) => warnings.push(fields), error: () => {} };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenzhai-'));
  warnings = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

it('skips a bad seed with one line and opens the others', async () => {
  writeFileSync(join(folder, 'walk.txt'), PAGE);
  writeFileSync(join(folder, 'empty.txt'), '');
  writeFileSync(join(folder, 'broken.json'), '{');
  writeFileSync(join(folder, 'notes.doc'), 'not a seed');
  mkdirSync(join(folder, 'folder.txt'));
  const library = await openLibrary(folder, { log });
  expect(library.articles.map(({ id }) => id)).toEqual(['walk']);
  expect(warnings.map(({ file }) => file)).toEqual(['notes.doc', 'broken.json', 'empty.txt', 'folder.txt']);
  for (const { reason } of warnings) expect(reason).toMatch(/\w/);
  expect(library.passages).toBe(2);
});

it('keeps the first of two seeds with the same id', async () => {
  writeFileSync(join(folder, 'walk.json'), '{"not": "an article"}');
  writeFileSync(join(folder, 'walk path.txt'), PAGE);
  writeFileSync(join(folder, 'walk-path.txt'), PAGE);
  const library = await openLibrary(folder, { log });
  expect(library.articles.map(({ id }) => id)).toEqual(['walk-path']);
  expect(warnings.map(({ file }) => file)).toEqual(['walk-path.txt', 'walk.json']);
});

it('refuses a folder without an article', async () => {
  await expect(openLibrary(folder, { log })).rejects.toThrow(EmptyLibrary);
  await expect(openLibrary(join(folder, 'nowhere'), { log })).rejects.toThrow(EmptyLibrary);
});

it('tells how far it is', async () => {
  writeFileSync(join(folder, 'a.txt'), PAGE);
  writeFileSync(join(folder, 'b.txt'), PAGE);
  const told: string[] = [];
  await openLibrary(folder, { log, progress: (done, of) => told.push(`${done}/${of}`) });
  expect(told).toEqual(['1/2', '2/2', '1/2', '2/2']);
});

it('makes an id of a file name', async () => {
  expect(['/x/jinchang.txt', 'a b.c.txt', '金昌 市.json', '-.txt', '😀.txt'].map(idOf)).toEqual([
    'jinchang',
    'a-b-c',
    '金昌-市',
    'article',
    'article',
  ]);
});
