import nodejieba from 'nodejieba';
import { readDictionary } from './dictionary.ts';
import { type Beginning, NOTHING, START, WordTree } from './word-tree.ts';

/** Sum of all counts in cppjieba's dictionary (a test holds it to the file): the size of the corpus it was counted on. */
export const CORPUS_SIZE = 60_101_983;

let dictionary: WordTree | undefined;

/**
 * cppjieba's words, Simplified, for whoever reads a text character by character. The number of each is its count
 * doubled, and one more where it is somebody's name; what only begins longer words has none.
 *
 * @throws Error that names the dictionary file when it cannot be read.
 */
export function words(): WordTree {
  dictionary ??= open();
  return dictionary;
}

/** The count of the word that a beginning in `words` is: 0 where it only begins longer ones. */
export function countAt(beginning: Beginning): number {
  return Math.max(0, words().valueOf(beginning)) >> 1;
}

/**
 * How often cppjieba's dictionary counted a Simplified word: 0 when it only begins longer
 * words, undefined when no word begins so.
 *
 * @throws Error that names the dictionary file when it cannot be read.
 */
export function countOf(word: string): number | undefined {
  const found = words().find(word);
  return found === NOTHING || found === START ? undefined : countAt(found);
}

/** Whether cppjieba's dictionary has a Simplified word as somebody's name: 李建国. @throws as `countOf` */
export function isNameInDictionary(word: string): boolean {
  const value = words().valueOf(words().find(word));
  return value > 1 && value % 2 === 1;
}

/** A line is 李建国 3 nr. */
function open(): WordTree {
  const text = readDictionary(nodejieba.DEFAULT_DICT).replace(/\n?$/, '\n');
  const entries = { spelled: [] as string[], values: [] as number[] };
  // The few that stand out of order.
  const late = new Map<string, number>();
  let before = '';
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf(' ', start);
    const tag = text.indexOf(' ', end + 1);
    const word = text.slice(start, end);
    const value = 2 * numberAt(text, end + 1, tag) + Number(text.startsWith(NAME, tag));
    if (word < before) late.set(word, value);
    else {
      entries.spelled.push(word);
      entries.values.push(value);
      before = word;
    }
    start = text.indexOf('\n', tag) + 1;
  }
  for (const [word, value] of late) insert(entries, word, value);
  return new WordTree(entries.spelled, entries.values);
}

/** How the names of people are tagged. */
const NAME = ' nr';
const DIGIT_ZERO = 0x30;

function numberAt(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at += 1) number = number * 10 + text.charCodeAt(at) - DIGIT_ZERO;
  return number;
}

function insert({ spelled, values }: { spelled: string[]; values: number[] }, word: string, value: number): void {
  let [low, high] = [0, spelled.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spelled[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  spelled.splice(low, 0, word);
  values.splice(low, 0, value);
}

/** A character that no dictionary word is made of counts as half an occurrence. */
const UNKNOWN_COUNT = 0.5;

/** Natural logarithm of the probability of a word that was counted so often; 0 stands for an unknown character. */
export function logProbability(count: number): number {
  return Math.log(Math.max(count, UNKNOWN_COUNT) / CORPUS_SIZE);
}

/**
 * Natural logarithm of how likely a Simplified text is as a sequence of independent words:
 * its likeliest division (Viterbi over word counts). Only for comparing two spellings of the
 * same stretch; the time is linear in its length.
 *
 * @param count the counts to go by, `countOf` or a variation of it.
 */
export function logLikelihood(text: string, count: (word: string) => number | undefined = countOf): number {
  const best = new Array<number>(text.length + 1).fill(Number.NEGATIVE_INFINITY);
  best[0] = 0;
  for (let start = 0; start < text.length; start += 1) {
    const before = best[start] ?? Number.NEGATIVE_INFINITY;
    for (let end = start + 1; end <= text.length; end += 1) {
      const counted = count(text.slice(start, end));
      if (counted === undefined && end > start + 1) break;
      if (counted === 0 && end > start + 1) continue;
      best[end] = Math.max(best[end] ?? Number.NEGATIVE_INFINITY, before + logProbability(counted ?? 0));
    }
  }
  return best[text.length] ?? 0;
}
