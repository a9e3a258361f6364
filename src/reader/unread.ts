import { shifted } from '../language/sentences.ts';
import { sentencesOf } from '../passages/passages.ts';
import { placeOf } from '../passages/pieces.ts';
import { type Matches, shareWithin } from '../retrieval/evidence/matches.ts';
import { bestOfEach, type Ranked } from '../retrieval/evidence/rank.ts';
import type { Fused } from '../retrieval/find-by-meaning.ts';
import type { Reading } from './reader.ts';

/** What a cosine counts in log odds: what the finding's order is worth where nothing is read. */
const COSINES = 6;

/**
 * What finding alone says of the passages, where there is no time to read them: the nearest sentence of each.
 * @param fused best first
 * @returns best first, one for each paragraph; no run is known
 */
export function readByFinding(fused: readonly Fused[]): Reading[] {
  const [top] = fused;
  if (top === undefined) return [];
  return bestOfEach(fused).map((found) => {
    const number = found.similarity === undefined ? found.matches.best : Math.max(0, found.similarity.sentence);
    return unread(found, number, COSINES * (found.fused - top.fused));
  });
}

/**
 * So much of a question, by rarity, has to stand in a sentence and its neighbours for words alone to say that it
 * answers. On DRCD's training part 76 of 100 questions have it in the document that answers them, 5 of 100 in
 * what is left of that when the answering paragraph is taken out, 1 of 100 in another; the rest are shown what comes closest.
 */
const ANSWERS_FROM = 0.4;
/** How fast that becomes sure: all of a question is 6 above, nothing of it 4 below. */
const LOG_ODDS = 10;

/**
 * What words alone say of the passages that were found: where nothing reads them, or there is no time to.
 * @param ranked best first
 * @returns best first, one for each paragraph; no run is sure
 */
export function readByWords(ranked: readonly Ranked[]): Reading[] {
  const [top] = ranked;
  if (top === undefined) return [];
  const odds = LOG_ODDS * (nearbyCoverage(top.matches) - ANSWERS_FROM);
  // Scores are log likelihoods: how much less likely a passage is than the best is in their difference.
  return bestOfEach(ranked).map((found) => unread(found, found.matches.best, odds + found.score - top.score));
}

function unread({ passage: piece }: Ranked, sentenceNumber: number, logOdds: number): Reading {
  const { passage, offset } = placeOf(piece);
  const sentence = sentencesOf(piece)[sentenceNumber];
  return {
    passage,
    sentence: sentence === undefined ? null : shifted(sentence, offset),
    run: null,
    runLikelihood: 0,
    logOdds,
  };
}

/** Share of the question, by rarity, in the sentence that has most of it and its neighbours. */
function nearbyCoverage({ probe, grams, sentences, best }: Matches): number {
  const first = sentences[best - 1] ?? sentences[best];
  const last = sentences[best + 1] ?? sentences[best];
  return shareWithin({ start: first?.start ?? 0, end: last?.end ?? 0 }, grams, probe.grams);
}
