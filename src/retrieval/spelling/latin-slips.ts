import { oncePerVersion, type PassageStore } from '../store/store.ts';

/** A shorter word is another word when one letter changes: AI, GDP, TCL. */
const SHORTEST = 5;
const LATIN_WORD = /(?<![\p{Script=Latin}\d])\p{Script=Latin}[\p{Script=Latin}\d]{4,}/gu;

/** A name and its number, typed apart: iPhone 15. */
const APART = /(?<![\p{Script=Latin}\d])(\p{Script=Latin}{1,30}) (\d{1,9})(?!\d)/gu;
/** And together. */
const TOGETHER = /^(\p{Script=Latin}+)(\d+)$/u;

/**
 * A folded question with its Latin words put right by one letter, where the library has no
 * such word but one that is as near: Kipkori for Kipkorir, Nikolaef for Nikolaev; and with a name and its number
 * together or apart as the library has them.
 *
 * @returns undefined where nothing is wrong or nothing that near is known.
 */
export function relettered(folded: string, store: PassageStore): string | undefined {
  const isKnown = (word: string) => store.frequency(word) > 0;
  const joined = folded.replace(APART, (apart, name: string, number: string) =>
    !(isKnown(name) && isKnown(number)) && isKnown(name + number) ? name + number : apart,
  );
  const text = joined.replace(LATIN_WORD, (word) => {
    if (isKnown(word)) return word;
    const [, name = '', number = ''] = TOGETHER.exec(word) ?? [];
    if (isKnown(name) && isKnown(number)) return `${name} ${number}`;
    const near = latinWords(store).filter((known) => isOneSlipAway(word, known));
    return near.sort((a, b) => store.frequency(b) - store.frequency(a))[0] ?? word;
  });
  return text === folded ? undefined : text;
}

/** Whether two words differ by one letter put in, left out or changed, or by two neighbours changing places. */
export function isOneSlipAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [ofA, ofB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (ofA.length <= 1 && ofB.length <= 1) return true;
  return ofA.length === 2 && ofB.length === 2 && ofA === `${ofB[1]}${ofB[0]}`;
}

const latinWords = oncePerVersion((store): readonly string[] =>
  [...store.vocabulary()].filter(
    (term) => term.length >= SHORTEST && /^\p{Script=Latin}[\p{Script=Latin}\d]+$/u.test(term),
  ),
);
