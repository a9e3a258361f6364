import { STOP_WORDS } from '../../src/language/stop-words.ts';
import { syntaxes } from './expressions.ts';

/** What stands before and behind what is repeated: nothing, something that goes on, and what makes a match fail at its end. */
export const BEFORE = ['', '网格', '“', '《', '1', '第', '2020年', '什么是', '作者：', '('];
export const BEHIND = ['', '楼有多少户', 'x', '\u0000', '？', '”', '》', '1', '。', '年', '的', ' '];

/** Blocks of Unicode begin and end at multiples of sixteen. */
const STEP = 16;
const PLANES_OF_SCRIPTS = 0x20000;
/** Of the ideographs beyond, of private use and of tags some are enough: what is done to one is done to all. */
const BEYOND = [
  0x20000, 0x2a6df, 0x2b740, 0x2f800, 0x2fa1d, 0x30000, 0x31350, 0xe0001, 0xe0061, 0xe0100, 0xf0000, 0x10fffd,
];

/** Two characters of every block of Unicode, at least; halves of pairs among them, which are no characters. */
export function ofEveryBlock(): string[] {
  const points = Array.from({ length: PLANES_OF_SCRIPTS / STEP }, (_, at) => at * STEP);
  return [...points.flatMap((point) => [point, point + 5]), ...BEYOND].map((point) => String.fromCodePoint(point));
}

/** Function words, and each two of them. */
export function functionWords(): string[] {
  const words = [...STOP_WORDS];
  return [...words, ...words.flatMap((one) => words.map((other) => one + other))];
}

const LONGEST_WORD = 16;

/**
 * The vocabulary of every rule of the program: what its regular expressions are made of, and the words of its tables.
 * It is read from the source, so that new rules are covered without anybody thinking of it.
 */
export function vocabulary(): string[] {
  const words = new Set<string>();
  for (const { literals, strings } of syntaxes()) {
    for (const { source } of literals) for (const word of wordsIn(source)) words.add(word);
    for (const text of strings) for (const word of wordsIn(text)) words.add(word);
  }
  return [...words];
}

/** The stretches between what has a meaning in an expression, and each character of its sets; only what is written in Chinese. */
function wordsIn(source: string): string[] {
  const sets = [...source.matchAll(/\[([^\]]{1,80})\]/g)].flatMap(([, set = '']) => [...set]);
  const words = source.split(/\\[a-zA-Z]|\[[^\]]{0,200}\]|[\s\\/|()[\]{}?*+^$.<>=!:,;'"`~&@#%_-]|[\d]+/);
  return [...sets, ...words].filter((word) => /\P{ASCII}/u.test(word) && word.length <= LONGEST_WORD);
}

/** A source of numbers from 0 to below 1 that always gives the same ones for a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
