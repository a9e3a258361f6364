import { idfOf } from '../../language/idf.ts';
import type { Span } from '../../language/sentences.ts';
import type { ContentWord, Question } from '../../question/question.ts';
import { type Asked, askedOf } from './asked.ts';
import { unitAt } from './runs/quantities.ts';

/** A content word of the question. */
export interface FrameWord extends Span {
  readonly text: string;
  /** Inverse document frequency in general Chinese. */
  readonly weight: number;
  readonly isName: boolean;
  readonly isNumber: boolean;
  readonly isVerb: boolean;
}

/** Two neighbouring characters, or one, that may be found again in a sentence. */
export interface Gram {
  readonly text: string;
  /** Its place in the question. */
  readonly at: number;
  readonly weight: number;
}

/** A question seen as a statement with a gap where the answer belongs. */
export interface Frame {
  readonly folded: string;
  readonly asked: Asked;
  /** The asking words; an empty span at the end where the question just stops (目的为？). */
  readonly gap: Span;
  /** The statement's text before and behind the gap, without closing punctuation. */
  readonly left: string;
  readonly right: string;
  /** The noun that is asked for, or the empty string. */
  readonly noun: string;
  /** What is counted (多少户 → 户), or the empty string. */
  readonly unit: string;
  readonly words: readonly FrameWord[];
  readonly bigrams: readonly Gram[];
  readonly characters: readonly Gram[];
}

const CLOSING = /(?<![\p{P}\p{S}\s])[\p{P}\p{S}\s]+$/u;
const READABLE = /[\p{L}\p{N}]/u;
/**
 * What joins a noun to the gap: 州花是？ 原名叫什么 主要目的为何. None of the words is made of others (是因为 is 是 and
 * 因为): what can be read in two ways would be read in all of them, twice as many with each repetition.
 */
const COPULA = /(?:的?(?:是|为|叫做|叫|即|有|指的是|因为|约|在|于|了|被|称之|称|又))+$/;
const COUNTING = /(?:多少|几|若干)$/;
/** A character of a function word still says a little: word order. */
const LIGHT = 0.6;

/** Reads the statement out of a question; bounded by the question's own limits. */
export function frameOf(question: Question): Frame {
  const folded = question.folded.replace(CLOSING, '');
  const gap = gapOf(question, folded.length);
  const left = folded.slice(0, gap.start);
  const right = folded.slice(gap.end);
  const nounAfter = nounWithin(folded.slice(gap.start, gap.end)) || nounBehind(question.words, folded, gap);
  const nounBefore = lastWordBefore(question.words, left.replace(COPULA, '').length);
  const words = question.words.map(frameWord);
  const weights = characterWeights(folded, gap, words);
  return {
    folded,
    asked: askedOf(question.kind, folded, nounAfter, nounBefore),
    gap,
    left,
    right,
    noun: nounAfter === '' ? nounBefore : nounAfter,
    unit: COUNTING.test(folded.slice(gap.start, gap.end)) ? unitAt(right) : '',
    words,
    bigrams: gramsOf(folded, weights, 2),
    characters: gramsOf(folded, weights, 1).filter((gram) => gram.weight > LIGHT),
  };
}

function gapOf({ asking }: Question, length: number): Span {
  if (asking === null || asking.start >= length) return { start: length, end: length };
  return { start: asking.start, end: Math.min(asking.end, length) };
}

/** Parts of speech that a noun phrase is made of. */
const NOMINAL = /^(n|vn|an|b|j|x|eng|l|i|s$|g|k)/;
/** Between asking words and noun there may be a number and a measure word: 哪（一个）城市 */
const MEASURE = 2;

/** 哪个国家, 什么方式: the asking words may have taken the noun in. */
const ASKING_WORD = /^.*?(?:哪|什么|甚么|何|啥)(?:[一几两三]?[个种项家位座条届所些样类本部场只]?)/;

function nounWithin(asking: string): string {
  return ASKING_WORD.test(asking) ? asking.replace(ASKING_WORD, '') : '';
}

/** The noun phrase right behind the asking words, or the empty string. Behind a measure word (哪一个组织) everything is a noun. */
function nounBehind(words: readonly ContentWord[], folded: string, gap: Span): string {
  const first = words.findIndex((word) => word.start >= gap.end);
  if (first < 0) return '';
  const measured = /[个种项家位座条届所类本部场只]$/.test(folded.slice(gap.start, gap.end));
  let noun = '';
  let end = gap.end + MEASURE;
  for (const word of words.slice(first)) {
    const follows = noun === '' ? word.start <= end : word.start === end;
    const nominal = NOMINAL.test(word.tag) || (noun === '' && measured && word.start === gap.end);
    if (!follows || !nominal) break;
    noun += word.text;
    end = word.end;
  }
  return noun;
}

function lastWordBefore(words: readonly ContentWord[], end: number): string {
  const last = words.findLast((word) => word.end <= end);
  return last !== undefined && end - last.end <= 1 ? last.text : '';
}

function frameWord({ text, start, end, tag }: ContentWord): FrameWord {
  return {
    text,
    start,
    end,
    weight: idfOf(text),
    isName: /^(nr|ns|nt|nz|eng)/.test(tag) && text.length > 1,
    isNumber: /^\d/.test(text),
    isVerb: /^v/.test(tag),
  };
}

/** Every character of a content word has its share of the word's weight; the gap has none. */
function characterWeights(folded: string, gap: Span, words: readonly FrameWord[]): Float64Array {
  const weights = new Float64Array(folded.length);
  for (let at = 0; at < folded.length; at += 1) {
    const inGap = at >= gap.start && at < gap.end;
    if (!inGap && READABLE.test(folded.charAt(at))) weights[at] = LIGHT;
  }
  for (const { start, end, weight } of words) weights.fill(weight / Math.sqrt(end - start), start, end);
  return weights;
}

/** Each sequence once, where it stands first. */
function gramsOf(folded: string, weights: Float64Array, length: 1 | 2): Gram[] {
  const grams = new Map<string, Gram>();
  for (let at = 0; at + length <= folded.length; at += 1) {
    const own = weights.subarray(at, at + length);
    const text = folded.slice(at, at + length);
    if (own.includes(0) || grams.has(text)) continue;
    grams.set(text, { text, at, weight: own.reduce((sum, weight) => sum + weight, 0) / length });
  }
  return [...grams.values()];
}
