import { isStopWord } from '../language/stop-words.ts';

/** Pairs of neighbouring letters: what texts have in common is told by these. */

/** Two letters side by side as one number. */
export type Pair = number;

export const PAIR = 0x10000;
/** Pairs with a particle in them say little. */
const FAINT = 0.25;
/** What is counted says less than a word: any figure may stand there. */
const COUNTED = 0.6;
/** Pairs within a number or a Latin word say next to nothing: such count whole. */
export const PARTIAL = 0.02;
/** The two UTF-16 units of a pair. */
export function unitsOf(pair: Pair): [first: number, second: number] {
  return [Math.floor(pair / PAIR), pair % PAIR];
}

/** The pairs of a text's letters, each once. */
export function pairsIn(letters: string): Set<Pair> {
  return new Set(pairsInOrder(letters));
}

/** The pairs of a text's letters as they stand. */
export function pairsInOrder(letters: string): Pair[] {
  const pairs: Pair[] = [];
  for (let at = 0; at + 1 < letters.length; at += 1)
    pairs.push(pairOf(letters.charCodeAt(at), letters.charCodeAt(at + 1)));
  return pairs;
}

export const [FIRST_DIGIT, LAST_DIGIT] = [0x30, 0x39];

export function isDigit(unit: number): boolean {
  return unit >= FIRST_DIGIT && unit <= LAST_DIGIT;
}

/** Of a figure beside another letter it does not matter which: what is counted is the same in 480户 and 408户. */
export function pairOf(first: number, second: number): Pair {
  const [left, right] = [isDigit(first), isDigit(second)];
  if (left === right) return first * PAIR + second;
  return left ? FIRST_DIGIT * PAIR + second : first * PAIR + FIRST_DIGIT;
}

export const LATIN_OR_DIGIT = /[\p{Script=Latin}\d]/u;

/** How much a pair says beside what its rarity tells: 1 for two letters of words, less for particles and figures. */
export function tellingness(pair: Pair): number {
  const [first, second] = unitsOf(pair);
  const [left, right] = [String.fromCharCode(first), String.fromCharCode(second)];
  if (LATIN_OR_DIGIT.test(left) && LATIN_OR_DIGIT.test(right)) return PARTIAL;
  if (isDigit(first) || isDigit(second)) return COUNTED;
  return isStopWord(left) || isStopWord(right) ? FAINT : 1;
}
