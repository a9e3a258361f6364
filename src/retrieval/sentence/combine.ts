import { highest } from '../../highest.ts';
import type { Candidate } from './runs/candidate.ts';

/** Keeps a sentence without a likely run from being ruled out: reasons and manners are no runs. */
const WITHOUT_RUN = 0.02;

/**
 * The sentences' own scores together with the share that their runs have of all runs' likelihood: log-linear,
 * equal weights, which on the development part was as good as a third model.
 */
export function withRuns(
  sentenceScores: readonly number[],
  candidates: readonly Candidate[],
  runScores: readonly number[],
): number[] {
  const best = highest(runScores);
  const weights = runScores.map((score) => Math.exp(score - best));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = sentenceScores.map(() => 0);
  candidates.forEach(({ sentence }, index) => {
    shares[sentence] = (shares[sentence] ?? 0) + (weights[index] ?? 0) / all;
  });
  return sentenceScores.map((score, s) => score + Math.log((shares[s] ?? 0) + WITHOUT_RUN));
}

/** Scores as shares of their softmax: 0–1, 1 in all. */
export function probabilities(scores: readonly number[]): number[] {
  const best = highest(scores);
  const weights = scores.map((score) => Math.exp(score - best));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / all);
}
