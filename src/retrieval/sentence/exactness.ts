import { highest } from '../../highest.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './runs/candidate.ts';
import { RUN_FEATURE_NAMES } from './runs/rows.ts';
import { SUPPORT } from './runs/support.ts';
import type { Scene } from './scene.ts';

/** The likeliest run of the chosen sentence, and how it stands out from all others. */
export interface LikeliestRun {
  readonly candidate: Candidate;
  /** Its numbers, as the run's model sees them. */
  readonly row: Float64Array;
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
  'lead over the next that overlaps it',
  'share of those that overlap it',
  'share of those in its sentence',
  'length of the next that overlaps it',
  'length of the next that does not overlap it',
  'candidates that overlap it',
  'likeliest of all',
];

/** What tells whether a run is the answer to the character: what it is, and how it stands out. */
export const EXACTNESS_NAMES: readonly string[] = [
  ...RUN_FEATURE_NAMES,
  ...STANDING_NAMES,
  ...SUPPORT.map(({ name }) => name),
];

/** A lead over nothing. */
const ALONE = 12;

/**
 * The likeliest run of one sentence; undefined where it has none.
 * @param rows the candidates' numbers; @param scores one for each candidate.
 * @param probability of that sentence.
 */
export function likeliestRun(
  candidates: readonly Candidate[],
  rows: readonly Float64Array[],
  scores: readonly number[],
  sentence: number,
  probability: number,
): LikeliestRun | undefined {
  let best = -1;
  candidates.forEach((candidate, index) => {
    if (candidate.sentence === sentence && (best < 0 || (scores[index] ?? 0) > (scores[best] ?? 0))) best = index;
  });
  const candidate = candidates[best];
  const row = rows[best];
  if (candidate === undefined || row === undefined) return undefined;
  const score = scores[best] ?? 0;
  const { run } = candidate;
  const leadOver = (rivals: (other: Candidate) => boolean): number => {
    const others = scores.filter((_, index) => index !== best && rivals(candidates[index] ?? candidate));
    return others.length === 0 ? ALONE : Math.min(ALONE, score - highest(others));
  };
  const overlaps = (other: Candidate): boolean => other.run.end > run.start && other.run.start < run.end;
  const shareWhere = (of: (other: Candidate) => boolean): number => {
    let [own, all] = [0, 0];
    scores.forEach((other, index) => {
      const weight = Math.exp(other - score);
      all += weight;
      if (of(candidates[index] ?? candidate)) own += weight;
    });
    return own / all;
  };
  const lengthOfNext = (of: (other: Candidate) => boolean): number => {
    let next = -1;
    scores.forEach((other, index) => {
      if (index !== best && of(candidates[index] ?? candidate) && (next < 0 || other > (scores[next] ?? 0)))
        next = index;
    });
    return next < 0 ? 0 : (candidates[next]?.text.length ?? 0) - candidate.text.length;
  };
  const standing = [
    score,
    1 / scores.reduce((sum, other) => sum + Math.exp(other - score), 0),
    leadOver(() => true),
    leadOver((other) => other.run.type === run.type),
    leadOver((other) => other.run.end <= run.start || other.run.start >= run.end),
    probability,
    candidates.length,
    leadOver(overlaps),
    shareWhere(overlaps),
    shareWhere((other) => other.sentence === sentence),
    lengthOfNext(overlaps),
    lengthOfNext((other) => !overlaps(other)),
    candidates.filter(overlaps).length,
    score - highest(scores),
  ];
  return { candidate, row, standing };
}

/** What asks for these is answered by a clause: 因为房租上涨, 指用数据治理. */
const CLAUSES: ReadonlySet<Asked> = new Set(['reason', 'meaning']);

/** Whether a run can be the whole answer to what is asked. */
export function isAnsweredByRun({ frame }: Scene): boolean {
  return !CLAUSES.has(frame.asked);
}

/** One number for each of `EXACTNESS_NAMES`. */
export function exactnessRow(scene: Scene, { candidate, row, standing }: LikeliestRun): Float64Array {
  return Float64Array.from([...row, ...standing, ...SUPPORT.map(({ of }) => of(scene, candidate))]);
}
