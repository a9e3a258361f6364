import nodejieba from 'nodejieba';
import { readDictionary } from './dictionary.ts';

/** A name or a term of art the corpus never saw is taken to be as rare as its words commonly are: their median. */
const UNSEEN_WORD = 11.95;
/** The corpus counted words of two characters and more; one alone is mostly a verb or a measure (说, 做, 个). */
const SINGLE_CHARACTER = 2.8;

let table: ReadonlyMap<string, number> | undefined;

/**
 * Inverse document frequency of a folded word in the corpus cppjieba's `idf.utf8` was counted
 * on: natural logarithm, about 3 for everyday words and up to 14 for the rarest. The file is
 * read on first use (about 260,000 words).
 *
 * @throws Error that names the file when it cannot be read.
 */
export function idfOf(word: string): number {
  table ??= readTable();
  return table.get(word) ?? (word.length > 1 ? UNSEEN_WORD : SINGLE_CHARACTER);
}

/** The words of the corpus that are commoner than this, in no order. @param idf as `idfOf` gives it */
export function wordsCommonerThan(idf: number): string[] {
  table ??= readTable();
  const common: string[] = [];
  for (const [word, own] of table) if (own < idf) common.push(word);
  return common;
}

let shares: Float64Array | undefined;
/** A character that no word of the corpus has. */
const UNSEEN_CHARACTER = 0.0005;

/**
 * The share of texts, 0 to 1, that hold a folded Chinese character within some word: close to
 * 1 for 人 and 大, 0.02 for 芳. What stands mostly alone (的, 了) the corpus did not count.
 *
 * @throws Error that names the file when it cannot be read.
 */
export function characterShareOf(character: string): number {
  shares ??= characterShares();
  return shares[character.charCodeAt(0)] ?? UNSEEN_CHARACTER;
}

/** By UTF-16 unit. A character is absent where all its words are: words are taken to be independent. */
function characterShares(): Float64Array {
  table ??= readTable();
  const absent = new Float64Array(0x10000).fill(Number.NaN);
  for (const [word, idf] of table) {
    const without = 1 - Math.exp(-idf);
    for (let at = 0; at < word.length; at += 1) {
      const unit = word.charCodeAt(at);
      const isNew = word.indexOf(word.charAt(at)) === at;
      const before = absent[unit] ?? 1;
      if (isNew) absent[unit] = (Number.isNaN(before) ? 1 : before) * without;
    }
  }
  return absent.map((share) => (Number.isNaN(share) ? UNSEEN_CHARACTER : 1 - share));
}

function readTable(): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  const text = readDictionary(nodejieba.DEFAULT_IDF_DICT);
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const space = text.lastIndexOf(' ', end);
    const idf = Number(text.slice(space + 1, end));
    if (space > start && idf > 0) words.set(text.slice(start, space), idf);
    start = end + 1;
  }
  return words;
}
