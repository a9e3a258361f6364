import { highest } from '../../highest.ts';
import type { Span } from '../../language/sentences.ts';
import type { Passage } from '../../passages/passages.ts';
import { placeOf } from '../../passages/pieces.ts';
import type { Question } from '../../question/question.ts';
import { findMatches, type Matches, type Places, shareWithin } from './matches.ts';
import type { Probe, Weights } from './probe.ts';
import model from './weights.json' with { type: 'json' };

/** What speaks for a passage, in numbers. */
export interface Evidence {
  /** Pairs of characters, Latin words and numbers of the question in two sentences in a row: the name stands in one, the answer with a pronoun in the next. Share, by rarity. */
  readonly pairs: number;
  /** The same around something that could be the answer, a number, a date, a reason: what is further away counts for less. */
  readonly answering: number;
  /** Chinese paraphrases keep a character and change its word (建造, 始建, 修建), so single characters carry further: in two sentences in a row, and in all. */
  readonly characters: number;
  readonly characterBm25: number;
  /** The question's words in the passage: a missing name weighs more than a missing verb. Share, by rarity. */
  readonly words: number;
}

/** A passage with what speaks for it. */
export interface Ranked {
  readonly passage: Passage;
  readonly matches: Matches;
  /** Weighted evidence: the difference between two is the logarithm of how much likelier one is. */
  readonly score: number;
}

const WEIGHTS: Evidence = model.weights;

/** Puts candidates in order, the likeliest first. */
export function rank(probe: Probe, candidates: readonly Passage[]): Ranked[] {
  return candidates
    .map((passage): Ranked => {
      const matches = findMatches(probe, passage);
      return { passage, matches, score: weighed(evidenceOf(matches)) };
    })
    .sort((a, b) => b.score - a.score);
}

function weighed(evidence: Evidence): number {
  return (Object.keys(WEIGHTS) as (keyof Evidence)[]).reduce((sum, kind) => sum + WEIGHTS[kind] * evidence[kind], 0);
}

/** Of the pieces of one paragraph only the best. @param ranked best first */
export function bestOfEach<One extends Pick<Ranked, 'passage'>>(ranked: readonly One[]): One[] {
  const seen = new Set<Passage>();
  return ranked.filter(({ passage: piece }) => {
    const { passage } = placeOf(piece);
    const isFirst = !seen.has(passage);
    seen.add(passage);
    return isFirst;
  });
}

/** So far from the answer a pair of characters counts a third. In characters. */
const REACH = 50;
const K = 1.2;
const B = 0.7;
/** Paragraphs are 400 characters long, give or take; taken as fixed, so that one article's passages weigh as a library's. */
const USUAL_LENGTH = 400;
/** Neither for nor against: there is nothing to be found. */
const NOTHING_ASKED = 0.5;

/** Finite numbers for any question and any passage. */
export function evidenceOf(matches: Matches): Evidence {
  const { probe, sentences, grams, characters } = matches;
  const pairs = bestOfTwoSentences(sentences, grams, probe.grams);
  return {
    pairs,
    answering: aroundAnswer(matches) ?? pairs,
    characters: bestOfTwoSentences(sentences, characters, probe.characters),
    characterBm25: characterBm25(matches),
    words: wordsWithin(matches),
  };
}

function bestOfTwoSentences(sentences: readonly Span[], places: Places, weights: Weights): number {
  return sentences.reduce((most, { start }, at) => {
    const end = sentences[at + 1]?.end ?? sentences[at]?.end ?? start;
    return Math.max(most, shareWithin({ start, end }, places, weights));
  }, 0);
}

/** Undefined where answers to such a question look like anything. */
function aroundAnswer({ probe, passage, grams: { at, piece } }: Matches): number | undefined {
  if (probe.looks === undefined || probe.grams.sum === 0) return undefined;
  // Nothing of the question is near anything.
  if (at.length === 0) return 0;
  const around = answersIn(passage.folded, probe.looks, probe.question).map((answer) => {
    const nearest = new Map<number, number>();
    for (const [index, offset] of at.entries()) {
      const gram = piece[index] ?? 0;
      nearest.set(gram, Math.min(nearest.get(gram) ?? Number.POSITIVE_INFINITY, Math.abs(offset - answer)));
    }
    return [...nearest].reduce((sum, [gram, far]) => sum + (probe.grams.idf[gram] ?? 0) * Math.exp(-far / REACH), 0);
  });
  return highest([0, ...around]) / probe.grams.sum;
}

/** Bounds the work on a passage full of numbers. */
const MOST_TRIED = 30;

/** Offsets of what looks like an answer to the question and is not its own, ascending. */
function answersIn(text: string, looks: RegExp, question: Question): number[] {
  const offsets: number[] = [];
  for (const { 0: run, index } of text.matchAll(looks)) {
    if (offsets.length === MOST_TRIED) break;
    if (!question.content.includes(run)) offsets.push(index);
  }
  return offsets;
}

/** Okapi BM25 (Robertson and Zaragoza, 2009). */
function characterBm25({ probe, passage, characters }: Matches): number {
  const { idf: weights } = probe.characters;
  const times = new Uint32Array(weights.length);
  for (const character of characters.piece) times[character] = (times[character] ?? 0) + 1;
  const slowness = K * (1 - B + (B * passage.folded.length) / USUAL_LENGTH);
  return weights.reduce((sum, idf, character) => {
    const frequency = times[character] ?? 0;
    return sum + (idf * frequency * (K + 1)) / (frequency + slowness);
  }, 0);
}

function wordsWithin({ probe: { words }, passage }: Matches): number {
  const all = words.reduce((sum, { idf }) => sum + idf, 0);
  const found = words.reduce((sum, { text, idf }) => (passage.folded.includes(text) ? sum + idf : sum), 0);
  return all === 0 ? NOTHING_ASKED : found / all;
}
