import { looksOfAnswer } from '../../question/expected-answer.ts';
import type { Question } from '../../question/question.ts';
import type { Rarity } from '../store/rarity.ts';

/** A piece of the question that is looked for in a passage, with its inverse document frequency in the library (natural logarithm). */
interface Weighed {
  readonly text: string;
  readonly idf: number;
}

/** A question made ready to be looked for in many passages. */
export interface Probe {
  readonly question: Question;
  /** The question's characters, as UTF-16 units, numbered from 1. */
  readonly alphabet: ReadonlyMap<number, number>;
  readonly symbolIdf: Float64Array;
  readonly symbolIdfSum: number;
  /** Two characters in a row, Latin words and numbers. */
  readonly grams: readonly Weighed[];
  /** Number of the gram for a pair of symbols, at first × (alphabet size + 1) + second; -1 for none. */
  readonly gramOfPair: Int16Array;
  /** Latin words and numbers to their gram. */
  readonly gramOfToken: ReadonlyMap<string, number>;
  readonly gramIdfSum: number;
  readonly words: readonly Weighed[];
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
  const symbolIdf = new Float64Array(alphabet.size + 1);
  for (const [code, symbol] of alphabet) symbolIdf[symbol] = rarity.character(code);
  const grams: Weighed[] = [];
  const width = alphabet.size + 1;
  const symbolAt = (at: number): number => alphabet.get(content.charCodeAt(at)) ?? 0;
  const gramOfPair = new Int16Array(width * width).fill(-1);
  for (let at = 0; at + 1 < content.length; at += 1) {
    const text = content.slice(at, at + 2);
    const pair = symbolAt(at) * width + symbolAt(at + 1);
    if (!PAIR.test(text) || gramOfPair[pair] !== -1) continue;
    gramOfPair[pair] = grams.length;
    grams.push({ text, idf: rarity.pair(text.charCodeAt(0), text.charCodeAt(1)) });
  }
  const gramOfToken = new Map<string, number>();
  for (const [text] of content.matchAll(TOKEN)) {
    if (gramOfToken.has(text)) continue;
    gramOfToken.set(text, grams.length);
    grams.push({ text, idf: rarity.term(text) });
  }
  return {
    question,
    alphabet,
    symbolIdf,
    symbolIdfSum: symbolIdf.reduce((sum, idf) => sum + idf, 0),
    grams,
    gramOfPair,
    gramOfToken,
    gramIdfSum: grams.reduce((sum, { idf }) => sum + idf, 0),
    words: question.words.map(({ text }) => ({ text, idf: rarity.term(text) })),
    looks: looksOfAnswer(question),
  };
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
