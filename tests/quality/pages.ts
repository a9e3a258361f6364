import { readdirSync, readFileSync } from 'node:fs';
import { diffChars } from 'diff';
import { polyphonic } from 'pinyin-pro';
import type { Article } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { linesOfArticle } from '../../src/article/replay.ts';
import { UNREADABLE } from '../../src/article/unreadable.ts';
import { convertCharacters } from '../article/damage.ts';
import { glossedIntoBytes } from '../article/glossed-bytes.ts';
import { type ExpectedPage, foundOf } from '../article/page-case.ts';
import { DATELINE, damagedSet } from './damaged.ts';
import { share } from './measure.ts';
import { readSets } from './sets.ts';

/** How well pages are read. Shares of 100, and numbers in 10,000 characters. */
export interface PageFigures {
  /** Of the project's made-up pages: all that is said of them is right; and of those that say so, each by itself. */
  readonly pages: number;
  readonly title: number;
  readonly source: number;
  readonly publishedAt: number;
  readonly authors: number;
  readonly headings: number;
  readonly paragraphs: number;
  /** Of articles that were damaged as mirror sites do: characters that are wrong, and such that are marked as unreadable. */
  readonly wrong: number;
  readonly unreadable: number;
  /** The same of articles with readings put between the bytes of characters. */
  readonly wrongOfSplit: number;
  readonly unreadableOfSplit: number;
}

const PAGES = new URL('../article/pages/', import.meta.url);
const SETS = new URL('../training/reader/sets/', import.meta.url);
/** Of each set: fifteen take six seconds. */
const ARTICLES_OF_SET = 1;

export function measurePages(): PageFigures {
  const cases = readdirSync(PAGES)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => {
      const expected: ExpectedPage = JSON.parse(
        readFileSync(new URL(file.replace(/\.txt$/, '.expected.json'), PAGES), 'utf8'),
      );
      return { expected, found: foundOf(parseArticle(readFileSync(new URL(file, PAGES)), 'page')) };
    });
  const right = (field: string): number => {
    const saying = cases.filter(({ expected }) => field in expected);
    return share(saying, ({ expected, found }) => isSame(fieldOf(expected, field), fieldOf(found, field)));
  };
  const sets = readdirSync(SETS).flatMap((name) => readSets(new URL(name, SETS).pathname).slice(0, ARTICLES_OF_SET));
  const mirrored = errorsOf(sets.map((set, at) => [set.article, damagedSet(set, at).article]));
  const split = errorsOf(
    sets
      .filter(({ article }) => article.script === 'hans')
      .map(({ article }, at) => [article, splitGlossed(article, at)]),
  );
  return {
    pages: share(cases, ({ expected, found }) =>
      Object.keys(found).every(
        (field) => !(field in expected) || isSame(fieldOf(expected, field), fieldOf(found, field)),
      ),
    ),
    title: right('title'),
    source: right('source'),
    publishedAt: right('publishedAt'),
    authors: right('authors'),
    headings: right('headings'),
    paragraphs: right('paragraphs'),
    wrong: mirrored.wrong,
    unreadable: mirrored.unreadable,
    wrongOfSplit: split.wrong,
    unreadableOfSplit: split.unreadable,
  };
}

/** A Simplified article, converted and with every fifth of its common characters glossed in its bytes. */
function splitGlossed(article: Article, seed: number): Article {
  const lines = [article.title, DATELINE, ...linesOf(article)];
  const text = lines.map((line) => convertCharacters(line, false)).join('\n');
  const characters = [...new Set(text.match(/\p{Script=Han}/gu) ?? [])];
  const readings = characters
    .filter((_, at) => at % GLOSSED === seed % GLOSSED)
    .flatMap((character): [string, string][] => {
      const [reading] = polyphonic(character, { type: 'array' }).flat();
      return reading === undefined ? [] : [[character, reading]];
    });
  const page = text
    .split('\n')
    .map((line) => glossedIntoBytes(line, readings, { sign: '?', swallows: seed % 2 === 0 }))
    .join('\n');
  return parseArticle(new TextEncoder().encode(page), article.id);
}
const GLOSSED = 5;

/** Headings and paragraphs. */
function linesOf({ sections }: Article): string[] {
  return linesOfArticle({ title: '', sections });
}

/** In 10,000 characters of the first of each pair, which was published; the second is what was made of its page. */
function errorsOf(pairs: readonly (readonly [Article, Article])[]): { wrong: number; unreadable: number } {
  let [characters, wrong, unreadable] = [0, 0, 0];
  for (const [published, found] of pairs) {
    const [before, after] = [linesOf(published).join('\n'), linesOf(found).join('\n')];
    characters += before.length;
    unreadable += after.split(UNREADABLE).length - 1;
    wrong += distance(before, after.replaceAll(UNREADABLE, ''));
  }
  // What is marked is missing, and counted as such already.
  return {
    wrong: (10_000 * Math.max(0, wrong - unreadable)) / characters,
    unreadable: (10_000 * unreadable) / characters,
  };
}

/** Characters that have to be put in, or taken out, or both at one place. */
function distance(before: string, after: string): number {
  let [removed, sum] = [0, 0];
  for (const part of diffChars(before, after)) {
    if (part.removed) removed = part.value.length;
    else if (part.added) {
      sum += Math.max(removed, part.value.length);
      removed = 0;
    } else {
      sum += removed;
      removed = 0;
    }
  }
  return sum + removed;
}

function fieldOf(fields: object, name: string): unknown {
  return Object.entries(fields).find(([field]) => field === name)?.[1];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
