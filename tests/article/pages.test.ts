import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decode } from '../../src/article/decode.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { linesOfArticle, replay } from '../../src/article/replay.ts';
import { EXPECTED_KEYS, type ExpectedPage, foundOf } from './page-case.ts';

const FOLDER = new URL('pages/', import.meta.url);
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -'.txt'.length));

/* Made-up pages, each with one fault after which it is named, and what each must become. */
test.each(names)('%s', (name) => {
  const page = readFileSync(new URL(`${name}.txt`, FOLDER));
  const expected: ExpectedPage = JSON.parse(readFileSync(new URL(`${name}.expected.json`, FOLDER), 'utf8'));
  const { contains = [], absent = [], absentHeadings = [], ...fields } = expected;
  expect(Object.keys(expected).filter((key) => !EXPECTED_KEYS.has(key))).toEqual([]);
  expect(Object.keys(expected).length).toBeGreaterThan(0);
  const article = parseArticle(page, name);
  const lines = linesOfArticle(article);
  expect(foundOf(article)).toMatchObject(fields);
  for (const stretch of contains) expect(lines.join('\n')).toContain(stretch);
  for (const stretch of absent) expect(lines.join('\n')).not.toContain(stretch);
  const headings = foundOf(article).headings.join('\n');
  for (const words of absentHeadings) expect(headings).not.toContain(words);
  expect(replay(decode(page), article)).toEqual(lines);
});
