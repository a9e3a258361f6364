import { idfOf } from '../../language/idf.ts';
import { blanked, type ContentWord, type Question } from '../../question/question.ts';
import type { Rarity } from '../store/commonness.ts';

/** A piece of the question that is looked for in a passage: two Chinese characters, a Latin word or a number. */
export interface Gram {
  /** Where it stands in the question. */
  readonly at: number;
  /** Inverse document frequency in the library, natural logarithm. */
  readonly idf: number;
}

/** A content word with what it weighs. */
export interface ProbeWord extends ContentWord {
  /** In Chinese at large. */
  readonly idf: number;
  /** In the library. */
  readonly poolIdf: number;
}

/** A question made ready to be looked for in many passages. */
export interface Probe {
  readonly question: Question;
  /** The folded question without asking words and courtesies; offsets as in the question. */
  readonly content: string;
  /** The question's characters, numbered from 1. */
  readonly alphabet: ReadonlyMap<number, number>;
  /** `content` in numbers of the alphabet; 0 for white space and punctuation. */
  readonly symbols: Uint16Array;
  readonly symbolIdf: Float64Array;
  readonly symbolIdfSum: number;
  /** For each symbol where it stands in `content`, ascending. */
  readonly placesOfSymbol: readonly (readonly number[])[];
  /** `symbols` without those that are 0, and the sum of their idf. */
  readonly asked: Uint16Array;
  readonly askedWeight: number;
  /** How many characters of the content there are, white space and punctuation not counted. */
  readonly length: number;
  /**
   * What a pair of symbols weighs, at first × (alphabet size + 1) + second: the product of their
   * idf where the second stands at most four behind the first in the question, else 0.
   */
  readonly pairWeights: Float64Array;
  readonly pairWeightSum: number;
  readonly grams: readonly Gram[];
  /** Number of the gram for a pair of symbols, at first × (alphabet size + 1) + second; -1 for none. */
  readonly gramOfPair: Int16Array;
  /** Latin words and numbers to their gram. */
  readonly gramOfToken: ReadonlyMap<string, number>;
  readonly gramIdfSum: number;
  readonly words: readonly ProbeWord[];
}

const HAN = /\p{Script=Han}/u;
export const TOKEN = /[\p{Script=Latin}\d]+(?:\.\d+)?/gu;

/** @param rarity in the library that is asked. */
export function createProbe(question: Question, rarity: Rarity): Probe {
  const content = blanked(question.folded, question.asking);
  const alphabet = alphabetOf(content);
  const symbols = new Uint16Array(content.length);
  for (let at = 0; at < content.length; at += 1) symbols[at] = alphabet.get(content.charCodeAt(at)) ?? 0;
  const symbolIdf = new Float64Array(alphabet.size + 1);
  for (const [code, symbol] of alphabet) symbolIdf[symbol] = rarity.character(code);

  const asked = symbols.filter((symbol) => symbol !== 0);
  const pairWeights = weighPairs(symbols, symbolIdf);
  const grams: Gram[] = [];
  const width = alphabet.size + 1;
  const gramOfPair = new Int16Array(width * width).fill(-1);
  for (let at = 0; at + 1 < content.length; at += 1) {
    if (!HAN.test(content.charAt(at)) || !HAN.test(content.charAt(at + 1))) continue;
    const pair = (symbols[at] ?? 0) * width + (symbols[at + 1] ?? 0);
    if (gramOfPair[pair] !== -1) continue;
    gramOfPair[pair] = grams.length;
    grams.push({ at, idf: rarity.pair(content.charCodeAt(at), content.charCodeAt(at + 1)) });
  }
  const gramOfToken = new Map<string, number>();
  for (const { 0: token, index } of content.matchAll(TOKEN)) {
    if (gramOfToken.has(token)) continue;
    gramOfToken.set(token, grams.length);
    grams.push({ at: index, idf: rarity.term(token) });
  }
  return {
    question,
    content,
    alphabet,
    symbols,
    symbolIdf,
    symbolIdfSum: sum(symbolIdf),
    placesOfSymbol: placesOf(symbols, alphabet.size),
    asked,
    askedWeight: asked.reduce((total, symbol) => total + (symbolIdf[symbol] ?? 0), 0),
    length: asked.length,
    pairWeights,
    pairWeightSum: sum(pairWeights),
    grams,
    gramOfPair,
    gramOfToken,
    gramIdfSum: grams.reduce((total, gram) => total + gram.idf, 0),
    words: question.words.map((word) => ({ ...word, idf: idfOf(word.text), poolIdf: rarity.term(word.text) })),
  };
}

function placesOf(symbols: Uint16Array, alphabet: number): number[][] {
  const places: number[][] = Array.from({ length: alphabet + 1 }, () => []);
  symbols.forEach((symbol, at) => {
    if (symbol !== 0) places[symbol]?.push(at);
  });
  return places;
}

/** How far behind the first the second character of a pair may stand. */
const REACH = 4;

function weighPairs(symbols: Uint16Array, idf: Float64Array): Float64Array {
  const weights = new Float64Array(idf.length * idf.length);
  for (let first = 0; first < symbols.length; first += 1) {
    for (let second = first + 1; second <= first + REACH; second += 1) {
      const [a, b] = [symbols[first] ?? 0, symbols[second] ?? 0];
      if (a === 0 || b === 0) break;
      weights[a * idf.length + b] = (idf[a] ?? 0) * (idf[b] ?? 0);
    }
  }
  return weights;
}

function sum(numbers: Float64Array): number {
  return numbers.reduce((total, number) => total + number, 0);
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
