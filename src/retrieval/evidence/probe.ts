import type { Rarity } from '../../language/rarity.ts';
import { looksOfAnswer } from '../../question/expected-answer.ts';
import type { Question } from '../../question/question.ts';

/** How rare the pieces of a question are in the library, by their numbers: inverse document frequencies, natural logarithm. */
export interface Weights {
  readonly idf: Float64Array;
  readonly sum: number;
}

/** A question made ready to be looked for in many passages. */
export interface Probe {
  readonly question: Question;
  /** The question's characters, as UTF-16 units, numbered from 1. */
  readonly alphabet: ReadonlyMap<number, number>;
  readonly characters: Weights;
  /** Of two characters in a row, Latin words and numbers. */
  readonly grams: Weights;
  /** Number of the gram for a pair of characters, at first × (alphabet size + 1) + second; -1 for none. */
  readonly gramOfPair: Int16Array;
  /** Latin words and numbers to their gram. */
  readonly gramOfToken: ReadonlyMap<string, number>;
  readonly words: readonly { readonly text: string; readonly idf: number }[];
  /** See `looksOfAnswer`. */
  readonly looks: RegExp | undefined;
}

/** Two Han characters, or one with a digit beside it: 3街2号 is not 2街3号. */
const PAIR = /^(?:\p{Script=Han}[\p{Script=Han}\d]|\d\p{Script=Han})$/u;
export const TOKEN = /[\p{Script=Latin}\d]+(?:\.\d+)?/gu;

/** Asking words and courtesies are not looked for. @param rarity in the library that is asked */
export function createProbe(question: Question, rarity: Rarity): Probe {
  const { content } = question;
  const alphabet = alphabetOf(content);
  const idfOfGrams: number[] = [];
  const width = alphabet.size + 1;
  const numberAt = (at: number): number => alphabet.get(content.charCodeAt(at)) ?? 0;
  const gramOfPair = new Int16Array(width * width).fill(-1);
  for (let at = 0; at + 1 < content.length; at += 1) {
    const pair = numberAt(at) * width + numberAt(at + 1);
    if (!PAIR.test(content.slice(at, at + 2)) || gramOfPair[pair] !== -1) continue;
    gramOfPair[pair] = idfOfGrams.length;
    idfOfGrams.push(rarity.pair(content.charCodeAt(at), content.charCodeAt(at + 1)));
  }
  const gramOfToken = new Map<string, number>();
  for (const [text] of content.matchAll(TOKEN)) {
    if (gramOfToken.has(text)) continue;
    gramOfToken.set(text, idfOfGrams.length);
    idfOfGrams.push(rarity.term(text));
  }
  return {
    question,
    alphabet,
    characters: weightsOf([0, ...[...alphabet.keys()].map(rarity.character)]),
    grams: weightsOf(idfOfGrams),
    gramOfPair,
    gramOfToken,
    words: question.words.map(({ text }) => ({ text, idf: rarity.term(text) })),
    looks: looksOfAnswer(question),
  };
}

function weightsOf(idf: readonly number[]): Weights {
  return { idf: Float64Array.from(idf), sum: idf.reduce((sum, one) => sum + one, 0) };
}

function alphabetOf(content: string): Map<number, number> {
  const alphabet = new Map<number, number>();
  for (const character of content) {
    if (!/[\p{L}\p{N}]/u.test(character)) continue;
    for (let unit = 0; unit < character.length; unit += 1) {
      const code = character.charCodeAt(unit);
      if (!alphabet.has(code)) alphabet.set(code, alphabet.size + 1);
    }
  }
  return alphabet;
}
