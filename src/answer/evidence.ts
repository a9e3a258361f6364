import { measureAskedBy } from '../question/expected-answer.ts';
import { namesPlace, namesSomebody } from '../question/names.ts';
import type { Question } from '../question/question.ts';
import type { NetworkReading } from '../reader/reader.ts';
import type { Fused } from '../retrieval/find-by-meaning.ts';
import { articleText } from '../retrieval/passages/passages.ts';
import { contextOf } from '../retrieval/passages/windows.ts';
import { withNumeralsExchanged } from '../retrieval/spelling/numerals.ts';
import type { PassageStore } from '../retrieval/store/store.ts';

/** What speaks for and against the best reading's being the answer. Finite numbers. */
export interface Evidence {
  /** The reader's odds for it, and how far the next one is behind. */
  readonly odds: number;
  readonly margin: number;
  /** How far it is found before the next one. */
  readonly fused: number;
  /** How likely the sentence is the one, natural logarithm. */
  readonly sentence: number;
  /** Share of what the question has in common with the article, by rarity, that does not stand here but elsewhere. */
  readonly elsewhere: number;
  /** The same for what stands neither in the sentence nor shortly before the run. */
  readonly away: number;
  /** The rarest word of the question that the article has, but neither the sentence nor what stands shortly before the run; and the rarest that is there. */
  readonly subjectAway: number;
  readonly subjectHere: number;
  /** How many names and numbers of the question stand elsewhere in the article, and how many numbers nowhere in it. */
  readonly namesElsewhere: number;
  readonly numbersElsewhere: number;
  readonly numbersNowhere: number;
  /** Share of the question's words, by rarity, that no article has. */
  readonly unknown: number;
  /** Whether the question asks for a measure that the sentence does not have. */
  readonly measureLacking: number;
  readonly asksNumber: number;
  readonly asksWho: number;
}

/** Before the run, where a name that it belongs to mostly stands. UTF-16 units. */
const SHORTLY = 60;
/** Each word of a question is looked for in it: of a book only the beginning. UTF-16 units. */
const MOST_OF_ARTICLE = 200_000;
const LEAST_LIKELY = 1e-4;
const FURTHEST = 6;

/** @param readings best first; one at least */
export function evidenceOf(store: PassageStore, question: Question, readings: readonly NetworkReading[]): Evidence {
  const [best, next] = readings;
  if (best === undefined) throw new RangeError('nothing was read');
  const { window, found, passage } = best;
  const here = `${contextOf(window)}\n${passage.folded}`;
  const text = articleText(passage.article).slice(0, MOST_OF_ARTICLE);
  const sentence = passage.folded.slice(best.sentence?.start ?? 0, best.sentence?.end ?? 0);
  const before = passage.folded.slice(Math.max(0, (best.run?.start ?? 0) - SHORTLY), best.run?.end ?? 0);
  const near = `${contextOf(window).split('。').slice(0, 2).join('。')}\n${sentence}\n${before}`;
  const grams = gramsOf(store, question).filter(({ gram }) => text.includes(gram));
  const lacking = (place: string): number => shareOf(grams, ({ gram }) => !place.includes(gram));
  const names = question.words.filter((word) => namesSomebody(word) || namesPlace(word)).map((word) => word.text);
  const numbers = numbersOf(question);
  const words = question.words.map((word) => ({ word: word.text, weight: store.rarity.term(word.text) }));
  const measure = measureAskedBy(question);
  const { kind } = question;
  return {
    odds: best.logOdds,
    margin: next === undefined ? FURTHEST : clamped(best.logOdds - next.logOdds),
    fused: next === undefined ? 0 : clamped(found.fused - next.found.fused),
    sentence: Math.log(Math.max(LEAST_LIKELY, best.sentenceLikelihood)),
    elsewhere: lacking(here),
    away: lacking(near),
    subjectAway: rarest(words.filter(({ word }) => word.length > 1 && text.includes(word) && !near.includes(word))),
    subjectHere: rarest(words.filter(({ word }) => word.length > 1 && near.includes(word))),
    namesElsewhere: names.filter((name) => text.includes(name) && !here.includes(name)).length,
    numbersElsewhere: numbers.filter((number) => hasNumber(text, number) && !hasNumber(here, number)).length,
    numbersNowhere: numbers.filter((number) => !hasNumber(text, number)).length,
    unknown: shareOf(words, ({ word }) => !text.includes(word)),
    measureLacking: Number(measure !== undefined && sentence.search(measure) < 0),
    asksNumber: Number(kind === 'how-many' || kind === 'how-long'),
    asksWho: Number(kind === 'who'),
  };
}

/** What speaks for what was found first where nothing was read; undefined where nothing was found. */
export function evidenceUnread([best, next]: readonly Fused[]): Readonly<Record<string, number>> | undefined {
  if (best === undefined) return undefined;
  return {
    nearness: best.similarity?.bestSentence ?? 0,
    fused: next === undefined ? 0 : best.fused - next.fused,
    coverage: best.matches.coverage,
  };
}

/** What speaks for the question's being about something else. @param readings best first; one at least */
export function evidenceOffTopic([best]: readonly NetworkReading[]): Readonly<Record<string, number>> {
  return {
    odds: best?.logOdds ?? 0,
    nearness: best?.found.similarity?.bestSentence ?? 0,
    coverage: best?.found.matches.coverage ?? 0,
  };
}

function rarest(words: readonly { readonly weight: number }[]): number {
  return words.reduce((most, { weight }) => Math.max(most, Math.min(RAREST, weight)), 0);
}
/** In a large library words are rarer than in the single articles on which the weights were fitted. */
const RAREST = 5;

function clamped(value: number): number {
  return Math.max(-FURTHEST, Math.min(FURTHEST, value));
}

/** Pairs of Han characters of what a question is about, each once, by rarity. */
function gramsOf(store: PassageStore, { content }: Question): { gram: string; weight: number }[] {
  const grams = new Map<string, number>();
  for (let at = 0; at + 1 < content.length; at += 1) {
    const gram = content.slice(at, at + 2);
    if (HAN_PAIR.test(gram)) grams.set(gram, store.rarity.pair(content.charCodeAt(at), content.charCodeAt(at + 1)));
  }
  return [...grams].map(([gram, weight]) => ({ gram, weight }));
}
const HAN_PAIR = /^\p{Script=Han}{2}$/u;

function shareOf<Part extends { readonly weight: number }>(
  parts: readonly Part[],
  counts: (part: Part) => boolean,
): number {
  const weigh = (some: readonly Part[]): number => some.reduce((sum, { weight }) => sum + weight, 0);
  const all = weigh(parts);
  return all === 0 ? 0 : weigh(parts.filter(counts)) / all;
}

const PERIOD = /\d+(?:\.\d+)?|[上下]半年|[一二三四]季度/g;
const SPOKEN = /[一二三四五六七八九十百千两]+/g;
/** What is told apart by number, and what is counted; of the latter one alone is mostly no number. */
const NUMBERED = new Set('年月日号楼层期批轮届');
const COUNTED = new Set('吨元块人户岁米里亩平斤张辆台个万');
/** 哪一年 asks for a year, and 这一年 points at one: neither names it. */
const POINTED_AT = new Set('哪这那每同某');

/** Numbers, periods and ordinals that a question names. */
function numbersOf({ folded }: Question): string[] {
  const spoken = [...folded.matchAll(SPOKEN)].flatMap(({ 0: number, index }) => {
    if (POINTED_AT.has(folded[index - 1] ?? '')) return [];
    const behind = folded[index + number.length] ?? '';
    if (folded[index - 1] === '第') return [`第${number}`];
    if (NUMBERED.has(behind)) return [`${number}${behind}`];
    return number.length > 1 && COUNTED.has(behind) ? [number] : [];
  });
  return [...new Set([...(folded.match(PERIOD) ?? []), ...spoken])];
}

/** In digits or in words; 3 is not in 13. */
function hasNumber(text: string, number: string): boolean {
  return [number, withNumeralsExchanged(number)].some((way) => way !== undefined && standsIn(text, way));
}

function standsIn(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    const around = `${text[at - 1] ?? ''} ${text[at + number.length] ?? ''}`;
    if (!DIGIT.test(number) || !DIGIT.test(around)) return true;
  }
  return false;
}
const DIGIT = /\d/;
