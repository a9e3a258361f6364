import { hasNumber, numbersNamed } from '../language/numbers.ts';
import { openingText } from '../passages/passages.ts';
import { contextOf } from '../passages/windows.ts';
import { measureAskedBy } from '../question/expected-answer.ts';
import { namesPlace, namesSomebody } from '../question/names.ts';
import type { Question } from '../question/question.ts';
import type { NetworkReading } from '../reader/reader.ts';
import type { FoundByMeaning, Fused } from '../retrieval/find-by-meaning.ts';
import type { PassageStore } from '../retrieval/store/store.ts';
import weights from './weights.json' with { type: 'json' };

/**
 * How likely the best reading's sentence answers: a logistic regression over the evidence, fitted on articles that
 * the reader has not learned from.
 * @param readings best first; one at least
 */
export function likelihoodOf(store: PassageStore, question: Question, readings: readonly NetworkReading[]): number {
  return logistic(weights.read, evidenceOf(store, question, readings));
}

/** The same where nothing was read: how likely the passage that was found first answers. */
export function likelihoodUnread({ fused }: FoundByMeaning): number {
  const evidence = evidenceUnread(fused);
  return evidence === undefined ? 0 : logistic(weights.unread, evidence);
}

/** How likely the question is about something else altogether. @param readings best first; one at least */
export function likelihoodOffTopic(readings: readonly NetworkReading[]): number {
  return logistic(weights.offTopic, evidenceOffTopic(readings));
}

/** @throws Error where the weights are of other evidence */
function logistic(model: Readonly<Record<string, number>>, evidence: object): number {
  let odds = model.bias ?? 0;
  for (const [name, value] of Object.entries(evidence)) {
    const weight = model[name];
    if (weight === undefined) throw new Error(`the weights know no evidence ${name}`);
    odds += weight * value;
  }
  return shareOfOdds(odds);
}

/** Log odds as a share from 0 to 1. */
export function shareOfOdds(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

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
const LEAST_LIKELY = 1e-4;
const FURTHEST = 6;

/** @param readings best first; one at least */
export function evidenceOf(store: PassageStore, question: Question, readings: readonly NetworkReading[]): Evidence {
  const [best, next] = readings;
  if (best === undefined) throw new RangeError('nothing was read');
  const { window, found, passage } = best;
  const here = `${contextOf(window)}\n${passage.folded}`;
  const text = openingText(passage.article);
  const sentence = passage.folded.slice(best.sentence?.start ?? 0, best.sentence?.end ?? 0);
  const before = passage.folded.slice(Math.max(0, (best.run?.start ?? 0) - SHORTLY), best.run?.end ?? 0);
  const near = `${contextOf(window).split('。').slice(0, 2).join('。')}\n${sentence}\n${before}`;
  const grams = gramsOf(store, question).filter(({ gram }) => text.includes(gram));
  const lacking = (place: string): number => shareOf(grams, ({ gram }) => !place.includes(gram));
  const names = question.words.filter((word) => namesSomebody(word) || namesPlace(word)).map((word) => word.text);
  const numbers = numbersNamed(question.folded);
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
