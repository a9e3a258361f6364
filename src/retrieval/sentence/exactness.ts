import type { Candidate } from './runs/candidate.ts';
import { candidateRows, RUN_FEATURE_NAMES } from './runs/rows.ts';
import type { Scene } from './scene.ts';

/** The likeliest run of the chosen sentence, and how it stands out from all others. */
export interface LikeliestRun {
  readonly candidate: Candidate;
  readonly standing: readonly number[];
}

const STANDING_NAMES = [
  'score of the run',
  'its share of all runs',
  'lead over the next',
  'lead over the next of its type',
  'lead over the next that does not overlap it',
  'probability of its sentence',
  'candidates',
];

/** What tells whether a run is the answer to the character: what it is, and how it stands out. */
export const EXACTNESS_NAMES: readonly string[] = [...RUN_FEATURE_NAMES, ...STANDING_NAMES];

/** A lead over nothing. */
const ALONE = 12;

/**
 * The likeliest run of one sentence; undefined where it has none.
 * @param scores one for each candidate.
 * @param probability of that sentence.
 */
export function likeliestRun(
  candidates: readonly Candidate[],
  scores: readonly number[],
  sentence: number,
  probability: number,
): LikeliestRun | undefined {
  let best = -1;
  candidates.forEach((candidate, index) => {
    if (candidate.sentence === sentence && (best < 0 || (scores[index] ?? 0) > (scores[best] ?? 0))) best = index;
  });
  const candidate = candidates[best];
  if (candidate === undefined) return undefined;
  const score = scores[best] ?? 0;
  const { run } = candidate;
  const leadOver = (rivals: (other: Candidate) => boolean): number => {
    const others = scores.filter((_, index) => index !== best && rivals(candidates[index] ?? candidate));
    return others.length === 0 ? ALONE : Math.min(ALONE, score - Math.max(...others));
  };
  const standing = [
    score,
    1 / scores.reduce((sum, other) => sum + Math.exp(other - score), 0),
    leadOver(() => true),
    leadOver((other) => other.run.type === run.type),
    leadOver((other) => other.run.end <= run.start || other.run.start >= run.end),
    probability,
    candidates.length,
  ];
  return { candidate, standing };
}

/** One number for each of `EXACTNESS_NAMES`. */
export function exactnessRow(scene: Scene, { candidate, standing }: LikeliestRun): Float64Array {
  return Float64Array.from([...candidateRows(scene, [candidate]).flatMap((row) => [...row]), ...standing]);
}
