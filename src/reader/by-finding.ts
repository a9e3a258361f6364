import { shifted } from '../language/sentences.ts';
import type { Fused } from '../retrieval/find-by-meaning.ts';
import { sentencesOf } from '../retrieval/passages/passages.ts';
import { placeOf } from '../retrieval/passages/pieces.ts';
import { bestOfEach } from '../retrieval/rank.ts';
import type { Reading } from './reading.ts';

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
    const { passage, offset } = placeOf(found.passage);
    const number = found.similarity === undefined ? found.matches.best : Math.max(0, found.similarity.sentence);
    const sentence = sentencesOf(found.passage)[number];
    return {
      passage,
      sentence: sentence === undefined ? null : shifted(sentence, offset),
      run: null,
      runLikelihood: 0,
      logOdds: COSINES * (found.fused - top.fused),
    };
  });
}
