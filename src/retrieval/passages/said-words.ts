import type { Article } from '../../article/article.ts';
import { articleText } from './article-text.ts';

/** What stands in all that an article says. */
export interface SaidWords {
  /** Whether a folded text of a few characters stands there. */
  has(part: string): boolean;
  /** Whether a number stands there by itself, in digits. */
  hasNumber(number: string): boolean;
  /** Length of all that is said, in UTF-16 units. */
  readonly length: number;
}

/** Shorter texts are searched in no time. UTF-16 units. */
const LONG = 50_000;
/** Words that were asked for are remembered: those that stand for others (see `paraphrasesOf`) come with every question. */
const MOST_REMEMBERED = 5_000;

const saidByArticle = new WeakMap<Article, SaidWords>();

/**
 * What an article says, to be asked for many words: a question brings up to 32, and ten others that stand for each. In
 * a long text most of them are ruled out by a pair of their characters that stands nowhere, and none is looked for twice.
 */
export function saidWordsOf(article: Article): SaidWords {
  const known = saidByArticle.get(article);
  if (known !== undefined) return known;
  const text = articleText(article);
  const said = text.length <= LONG ? inShort(text) : inLong(text);
  saidByArticle.set(article, said);
  return said;
}

function inShort(text: string): SaidWords {
  return {
    has: (part) => text.includes(part),
    hasNumber: (number) => hasNumber(text, number),
    length: text.length,
  };
}

function inLong(text: string): SaidWords {
  const mayHave = pairFilter(text);
  return {
    has: remembering((part) => mayHave(part) && text.includes(part)),
    hasNumber: remembering((number) => mayHave(number) && hasNumber(text, number)),
    length: text.length,
  };
}

function remembering(find: (part: string) => boolean): (part: string) => boolean {
  const remembered = new Map<string, boolean>();
  return (part) => {
    const known = remembered.get(part);
    if (known !== undefined) return known;
    if (remembered.size === MOST_REMEMBERED) remembered.clear();
    const found = find(part);
    remembered.set(part, found);
    return found;
  };
}

/** One bit for each pair of characters, several pairs to a bit: a megabyte. */
const BITS = 23;
/** 2³² divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
const FIBONACCI = 0x9e3779b1;

/** Whether all pairs of neighbouring characters of a part may stand in the text; if not, the part does not. (Bloom 1970, with one hash.) */
function pairFilter(text: string): (part: string) => boolean {
  const seen = new Uint8Array(1 << (BITS - 3));
  const bitOf = (of: string, at: number): number =>
    Math.imul((of.charCodeAt(at) << 16) | of.charCodeAt(at + 1), FIBONACCI) >>> (32 - BITS);
  for (let at = 0; at + 1 < text.length; at += 1) {
    const bit = bitOf(text, at);
    seen[bit >> 3] = (seen[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return (part) => {
    for (let at = 0; at + 1 < part.length; at += 1) {
      const bit = bitOf(part, at);
      if (((seen[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
    }
    return true;
  };
}

/** Whether the number stands there by itself, not inside a longer one. */
export function hasNumber(folded: string, number: string): boolean {
  for (let at = folded.indexOf(number); at >= 0; at = folded.indexOf(number, at + 1)) {
    if (!isDigit(folded.charCodeAt(at - 1)) && !isDigit(folded.charCodeAt(at + number.length))) return true;
  }
  return false;
}

/** @param unit NaN beyond the ends of a text. */
function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
