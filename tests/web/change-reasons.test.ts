import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { FURNITURE } from '../../src/article/furniture.ts';
import { LOCALES } from '../../src/chat/locale.ts';
import { reasonFor } from '../../src/chat/texts/change-reasons.ts';
import { type ParsedSeed, parseSeed } from '../../src/library/seed-file.ts';
import { changesOf, piecesOf } from '../../src/web/site/article/changes.ts';

const PAGES = new URL('../article/pages/', import.meta.url);

/** Every page of the tests, as it was read. */
let pages: readonly ParsedSeed[];
beforeAll(async () => {
  const names = readdirSync(PAGES).filter((name) => name.endsWith('.txt'));
  pages = await Promise.all(names.map((name) => parseSeed(readFileSync(new URL(name, PAGES)), name)));
});

it('knows in every language why each rule changes a text', () => {
  const used = pages.flatMap(({ articles }) => articles.flatMap(changesOf)).map(({ rule }) => rule);
  const rules = new Set([...FURNITURE.map(({ rule }) => rule), ...used]);
  expect(rules.size).toBeGreaterThan(40);
  for (const rule of rules)
    for (const locale of LOCALES) expect([rule, reasonFor(rule, locale)]).not.toEqual([rule, rule]);
});

it('cuts a file at its changes, and loses nothing of it', () => {
  for (const { articles, texts } of pages) {
    articles.forEach((article, at) => {
      const pieces = piecesOf(texts[at] ?? '', changesOf(article));
      expect(pieces.map((piece) => ('text' in piece ? piece.text : piece.change.from)).join('')).toBe(texts[at]);
    });
  }
});
