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

let shares: ReadonlyMap<string, number> | undefined;
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
  return shares.get(character) ?? UNSEEN_CHARACTER;
}

/** A character is absent where all its words are: words are taken to be independent. */
function characterShares(): ReadonlyMap<string, number> {
  table ??= readTable();
  const absent = new Map<string, number>();
  for (const [word, idf] of table) {
    const without = 1 - Math.exp(-idf);
    for (const character of new Set(word)) absent.set(character, (absent.get(character) ?? 1) * without);
  }
  return new Map([...absent].map(([character, share]) => [character, 1 - share]));
}

function readTable(): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const line of readDictionary(nodejieba.DEFAULT_IDF_DICT).split('\n')) {
    const space = line.lastIndexOf(' ');
    const idf = Number(line.slice(space + 1));
    if (space > 0 && idf > 0) words.set(line.slice(0, space), idf);
  }
  return words;
}
