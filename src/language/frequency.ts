import nodejieba from 'nodejieba';
import { readDictionary } from './dictionary.ts';
import { PairSet } from './pair-set.ts';

/** Sum of all counts in cppjieba's dictionary (a test holds it to the file): the size of the corpus it was counted on. */
export const CORPUS_SIZE = 60_101_983;

/** Where the lines with one first character stand in the dictionary file. */
interface Block {
  readonly start: number;
  readonly end: number;
}

interface Dictionary {
  readonly text: string;
  readonly blocks: ReadonlyMap<string, Block>;
  /** The first two characters of all words that have as many. */
  readonly beginnings: PairSet;
}

let dictionary: Dictionary | undefined;
const remembered = new Map<string, number | undefined>();
const MAX_REMEMBERED = 200_000;

/**
 * How often cppjieba's dictionary counted a Simplified word: 0 when it only begins longer
 * words, undefined when no word begins so.
 *
 * Reading the file into a Map takes a third of a second and 50 MB at start, for few words
 * that are ever asked for. It is sorted, so a word is found by halving (the one word of
 * 349,000 that stands out of order costs nothing but its count).
 *
 * @throws Error that names the dictionary file when it cannot be read.
 */
export function countOf(word: string): number | undefined {
  const known = remembered.get(word);
  if (known !== undefined || remembered.has(word)) return known;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  dictionary ??= open();
  const count = find(dictionary, word);
  remembered.set(word, count);
  return count;
}

/**
 * Whether any word that `countOf` knows begins with two UTF-16 units, given as their codes. Two
 * characters of running text mostly begin none, and this tells it at once.
 *
 * @throws Error that names the dictionary file when it cannot be read.
 */
export function beginsWord(first: number, second: number): boolean {
  dictionary ??= open();
  return dictionary.beginnings.has(first, second);
}

/** Whether cppjieba's dictionary has a Simplified word as somebody's name: 李建国. @throws as `countOf` */
export function isNameInDictionary(word: string): boolean {
  if ((countOf(word) ?? 0) === 0 || dictionary === undefined) return false;
  const { text } = dictionary;
  const start = entryOf(dictionary, word);
  return start !== undefined && / nr/.test(text.slice(start + word.length, text.indexOf('\n', start)));
}

function find(from: Dictionary, word: string): number | undefined {
  const start = entryOf(from, word);
  if (start === undefined) return undefined;
  const end = start + word.length;
  return from.text.charAt(end) === ' ' ? Number.parseInt(from.text.slice(end + 1, end + 12), 10) : 0;
}

/** Where the first line begins whose word begins so. */
function entryOf({ text, blocks }: Dictionary, word: string): number | undefined {
  const block = blocks.get(word.charAt(0));
  if (block === undefined) return undefined;
  let low = block.start;
  let high = block.end;
  // Invariant: the first line whose word is not before `word` begins in [low, high].
  while (low < high) {
    const line = text.lastIndexOf('\n', Math.floor((low + high) / 2) - 1) + 1;
    const start = Math.max(line, block.start);
    const entry = text.slice(start, text.indexOf(' ', start));
    if (entry < word) low = text.indexOf('\n', start) + 1;
    else high = start;
  }
  return low < block.end && text.startsWith(word, low) ? low : undefined;
}

const SPACE = 0x20;

/** Finds where lines with the same first character stand together. */
function open(): Dictionary {
  const text = readDictionary(nodejieba.DEFAULT_DICT).replace(/\n?$/, '\n');
  const blocks = new Map<string, Block>();
  const beginnings = new PairSet();
  for (let start = 0; start < text.length; ) {
    const first = text.charAt(start);
    const code = text.charCodeAt(start);
    let end = start;
    let before = 0;
    do {
      const second = text.charCodeAt(end + 1);
      if (second !== before && second !== SPACE) beginnings.add(code, second);
      before = second;
      end = text.indexOf('\n', end) + 1;
    } while (end < text.length && text.charAt(end) === first);
    blocks.set(first, { start, end });
    start = end;
  }
  return { text, blocks, beginnings };
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
