import type { Address } from '../article/address.ts';
import type { Article } from '../article/article.ts';
import { fold } from '../language/fold.ts';
import { withoutThousands } from '../language/thousands.ts';
import { passagesOf } from './passages.ts';

/** Where an article has somebody's words: from one offset in a paragraph to another, maybe paragraphs later. */
export interface Occurrence {
  readonly article: Article;
  readonly from: Address;
  readonly to: Address;
  /** UTF-16 offset into the first paragraph. */
  readonly start: number;
  /** UTF-16 offset into the last paragraph, exclusive. */
  readonly end: number;
}

/** An article's letters and digits in a row, and where each paragraph's begin. */
interface Letters {
  readonly text: string;
  readonly paragraphs: readonly {
    readonly address: Address;
    readonly text: string;
    readonly folded: string;
    readonly from: number;
  }[];
}

const NOT_A_LETTER = /[^\p{L}\p{N}]/gu;
const LETTER = /[\p{L}\p{N}]/u;

const lettersOfArticle = new WeakMap<Article, Letters>();

/** So many places are looked at in one article: words that stand everywhere must not cost without end. */
const MOST_PLACES = 100;

/**
 * Where articles say these words. Script, width, case, spaces and punctuation do not count;
 * every letter and digit does. A number is a whole one (68万 is not in 268万, nor 25 in 2.5),
 * and what is said of it is not cut off from its 不.
 *
 * @returns the first occurrence in each article that has one; none for words without a letter
 */
export function findVerbatim(words: string, articles: readonly Article[]): Occurrence[] {
  const wanted = lettersOf(words);
  if (wanted === '') return [];
  const numbers = numbersIn(fold(words));
  return articles.flatMap((article) => {
    const letters = readLetters(article);
    let at = letters.text.indexOf(wanted);
    for (let places = 0; at >= 0 && places < MOST_PLACES; places += 1) {
      const found = occurrence(article, letters, at, at + wanted.length);
      if (isWhole(found, numbers, letters)) return [found];
      at = letters.text.indexOf(wanted, at + 1);
    }
    return [];
  });
}

const NUMBER = /(?<![\p{Script=Latin}\p{N}])-?\d+(?:\.\d+)*|\d+(?:\.\d+)*/gu;

function numbersIn(folded: string): string {
  return (withoutThousands(folded).match(NUMBER) ?? []).join(' ');
}

/** Stands before what it denies; 不再, 没有 and the like begin with one of these. */
const DENIAL = /[不没未无非](?:[再有曾能会得必须]{1,2})?$/;
/** A number goes on across these. */
const WITHIN_A_NUMBER = /\d[.,]?$/;

/** Whether nothing that changes the meaning was cut off at either end, or read over within. */
function isWhole({ start, end, from, to }: Occurrence, numbers: string, { paragraphs }: Letters): boolean {
  const within = paragraphs.filter(({ address }) => !isBefore(address, from) && !isBefore(to, address));
  const texts = within.map(({ folded }) => folded);
  const before = texts[0]?.slice(0, start) ?? '';
  const after = texts.at(-1)?.slice(end) ?? '';
  const said = texts.map((text, at) => text.slice(at === 0 ? start : 0, at === texts.length - 1 ? end : text.length));
  const whole = said.join('\n');
  if (/^\d/.test(whole) && (WITHIN_A_NUMBER.test(before) || /(?<![\p{Script=Latin}\p{N}])-$/u.test(before)))
    return false;
  if (/\d$/.test(whole) && /^[.,]?\d/.test(after)) return false;
  return !DENIAL.test(before) && numbersIn(whole) === numbers;
}

function isBefore(one: Address, other: Address): boolean {
  return one.section < other.section || (one.section === other.section && one.paragraph < other.paragraph);
}

/** What is compared: folded letters and digits alone. */
export function lettersOf(words: string): string {
  return lettersIn(fold(words));
}

function lettersIn(folded: string): string {
  return folded.replace(NOT_A_LETTER, '');
}

function readLetters(article: Article): Letters {
  const known = lettersOfArticle.get(article);
  if (known !== undefined) return known;
  let all = '';
  const paragraphs = passagesOf(article).map(({ section, paragraph, text, folded }) => {
    const from = all.length;
    all += lettersIn(folded);
    return { address: { section, paragraph }, text, folded, from };
  });
  const letters = { text: all, paragraphs };
  lettersOfArticle.set(article, letters);
  return letters;
}

function occurrence(article: Article, letters: Letters, start: number, end: number): Occurrence {
  const first = letters.paragraphs.findLast(({ from }) => from <= start);
  const last = letters.paragraphs.findLast(({ from }) => from < end);
  if (first === undefined || last === undefined) throw new Error('an occurrence lies in no paragraph');
  return {
    article,
    from: first.address,
    to: last.address,
    start: offsetOfLetter(first.text, start - first.from),
    end: offsetOfLetter(last.text, end - last.from - 1) + 1,
  };
}

/** The UTF-16 offset of the n-th UTF-16 unit that belongs to a letter or digit. */
function offsetOfLetter(text: string, n: number): number {
  let units = 0;
  let offset = 0;
  for (const character of text) {
    if (LETTER.test(character)) {
      if (units + character.length > n) return offset + (n - units);
      units += character.length;
    }
    offset += character.length;
  }
  return text.length;
}
