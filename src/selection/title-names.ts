import type { Article } from '../article/article.ts';
import { fold } from '../language/fold.ts';
import { idfOf } from '../language/idf.ts';
import { numbersIn, yearsIn } from '../language/numbers.ts';
import { type TaggedWord, tag } from '../language/segment.ts';
import { isStopWord } from '../language/stop-words.ts';
import { onceFor } from '../once-for.ts';
import type { Question } from '../question/question.ts';
import { oncePerVersion, type PassageStore } from '../retrieval/store/store.ts';

/** By what titles tell their articles apart: a place, a person, a firm; a year; a number of a series, by what is numbered. */
export interface TitleName {
  /** Folded: 月城, 2021, 第六届. */
  readonly text: string;
  /** `name`, `year`, or what is numbered: 届, 号线, 月. */
  readonly kind: string;
  /** Whose titles have it: some of the library, never all. */
  readonly articles: ReadonlySet<Article>;
}

/** What the titles of a library name. */
export interface TitleNames {
  readonly names: readonly TitleName[];
  /** Whether two articles are on one topic by their titles, which have a word in common that names nothing. */
  areAlike(one: Article, other: Article): boolean;
}

/** What the titles of a library name; nothing where there is one article, or none. */
export const titleNames = oncePerVersion((store): TitleNames => collected([...store.articles.values()]));

/** The years that are asked for, where the title has one of them; of one of several reports its own where none is asked for. */
export function yearsMeant(store: PassageStore, { folded, kind }: Question, article: Article): readonly string[] {
  const titled = yearsIn(readTitle(article).text);
  if (titled.length === 0) return [];
  const asked = yearsIn(folded);
  if (asked.length > 0) return asked.some((year) => titled.includes(year)) ? asked : [];
  return kind !== 'when' && isOneOfSeries(store, article) ? titled : [];
}

/** Whether another article is told from it by the year in its title. */
function isOneOfSeries(store: PassageStore, article: Article): boolean {
  const { names, areAlike } = titleNames(store);
  return names.some(
    ({ kind, articles }) =>
      kind === 'year' && !articles.has(article) && [...articles].some((other) => areAlike(article, other)),
  );
}

/** What is in no dictionary may be a word of the topic: it names something where so few titles have it. */
const MOST_OF_UNKNOWN = 3;

function collected(articles: readonly Article[]): TitleNames {
  const found = new Map<string, { text: string; kind: string; isSure: boolean; articles: Set<Article> }>();
  if (articles.length > 1) {
    for (const article of articles) {
      for (const { text, kind, isSure } of readTitle(article).names) {
        const key = `${kind}/${text}`;
        const name = found.get(key) ?? { text, kind, isSure, articles: new Set() };
        name.articles.add(article);
        found.set(key, name);
      }
    }
    // 清河 names 清河县, too, wherever it stands.
    for (const article of articles)
      for (const part of partsOf(readTitle(article).text)) found.get(`name/${part}`)?.articles.add(article);
  }
  const names = [...found.values()].filter(
    ({ articles: some, isSure }) => some.size < articles.length && (isSure || some.size <= MOST_OF_UNKNOWN),
  );
  return {
    names,
    areAlike: (one, other) => {
      const [words, others] = [readTitle(one).words, readTitle(other).words];
      return [...words].some((word) => others.has(word));
    },
  };
}

/** All stretches of a title that are as long as a name. */
function* partsOf(text: string): Iterable<string> {
  for (let start = 0; start < text.length; start += 1)
    for (let end = start + SHORTEST; end <= Math.min(text.length, start + LONGEST); end += 1)
      yield text.slice(start, end);
}

interface ReadTitle {
  /** Folded. */
  readonly text: string;
  readonly names: readonly { readonly text: string; readonly kind: string; readonly isSure: boolean }[];
  /** Those that name nothing, of two characters and more. */
  readonly words: ReadonlySet<string>;
}

const readTitle = onceFor((article: Article): ReadTitle => {
  const text = fold(article.title);
  const words = tag(text);
  return {
    text,
    names: [
      ...namesIn(words),
      ...[...text.matchAll(CALLED)].map(([, called = '']) => ({ text: called, kind: 'name', isSure: true })),
      ...yearsIn(text).map((year) => ({ text: year, kind: 'year', isSure: true })),
      ...numbersIn(text).map((number) => ({ ...number, isSure: true })),
    ],
    words: new Set(words.filter((word) => word.text.length > 1 && !isNaming(word)).map((word) => word.text)),
  };
});

/** A work, a plan, a law: 《采莲》 is called so without its marks, too. */
const CALLED = /《([^《》]{2,8})》/gu;

/** Names of places, people, firms, and what no dictionary has: 月城 is cut into its characters. */
function namesIn(words: readonly TaggedWord[]): { text: string; kind: string; isSure: boolean }[] {
  const names = new Map<string, boolean>();
  const note = (text: string, isSure: boolean): void => {
    for (const way of [text, text.replace(SUFFIX, '')])
      if (way.length >= SHORTEST && way.length <= LONGEST) names.set(way, isSure || names.get(way) === true);
  };
  let run: TaggedWord[] = [];
  const end = (): void => {
    const text = run.map((word) => word.text).join('');
    const hasName = run.some(({ tag: kind }) => SURE.test(kind));
    note(text, hasName);
    note(FIRST_PLACE.exec(text)?.[0] ?? '', hasName);
    for (const word of run) note(word.text, SURE.test(word.tag));
    run = [];
  };
  for (const word of words) {
    const isNext = run.length === 0 || run.at(-1)?.end === word.start;
    if (!isNext || !(isNaming(word) || isSingle(word))) end();
    if (isNaming(word) || isSingle(word)) run.push(word);
  }
  end();
  return [...names].map(([text, isSure]) => ({ text, kind: 'name', isSure }));
}

/** In characters. */
const SHORTEST = 2;
const LONGEST = 8;
/** cppjieba's tags of people, places and firms; and of what its dictionary does not have. */
const SURE = /^n[rstz]/;
const UNKNOWN = 'x';
/** Natural logarithm, as `idfOf` gives it: the dictionary has 大坝 among the places, and 上路. */
const RARE = 8;
/** What a place is, which people leave out. */
const SUFFIX = /(?<=.{2})[省市县区镇乡村州]$/;
/** 石桥镇 in 石桥镇卫生院. */
const FIRST_PLACE = /^.{2,4}?[省市县区镇乡村州]/;
const WORD = /^[\p{Script=Han}\p{Script=Latin}]+$/u;
/** Verbs, particles and the like are no part of a name that is cut into its characters. */
const EMPTY_TAG = /^(?:u\w*|c|p|e|y|o|r|d|f|v|vn)$/;

function isNaming({ text, tag: kind }: TaggedWord): boolean {
  return text.length > 1 && WORD.test(text) && (SURE.test(kind) || kind === UNKNOWN) && idfOf(text) >= RARE;
}

function isSingle({ text, tag: kind }: TaggedWord): boolean {
  return text.length === 1 && /\p{Script=Han}/u.test(text) && !EMPTY_TAG.test(kind) && !isStopWord(text);
}
