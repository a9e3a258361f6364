import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLibrary } from '../../src/library/open.ts';
import { asked } from '../asked.ts';
import { readSets } from './sets.ts';

const Line = z.object({
  article: z.string(),
  q: z.string(),
  fact: z.string(),
  /** Several are parted by ｜; null where the page does not say. */
  expect: z.string().nullable(),
});

const lines = readFileSync(new URL('about.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => Line.parse(JSON.parse(line)));
const libraries = new Map(
  readSets(fileURLToPath(new URL('.', import.meta.url))).map(({ article }) => [article.id, createLibrary([article])]),
);

/** One is named once, with no sign that he is a person: precision before recall. */
const MISSED = new Set(['文里都提到了哪些人']);

describe('questions about the article', () => {
  it.each(lines)('$article: $q', async ({ article, q, fact, expect: value }) => {
    const library = libraries.get(article);
    if (library === undefined) throw new Error(`there is no article ${article}`);
    const { answered, passages } = await asked(library, q);
    expect(answered).toBe(value !== null);
    const told = passages.map(({ text }) => text).join('\n');
    const wanted =
      fact === 'publishedAt' ? (value?.slice(0, 10).split('-').map(Number) ?? []) : (value?.split('｜') ?? []);
    const lacking = wanted.filter((part) => !told.includes(String(part)));
    expect(lacking.length).toBeLessThanOrEqual(MISSED.has(q) ? 1 : 0);
  });
});
