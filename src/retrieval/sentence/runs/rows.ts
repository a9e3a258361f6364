import type { Scene } from '../scene.ts';
import { ALIGNMENT } from './alignment.ts';
import { ASKING } from './asking.ts';
import type { Candidate } from './candidate.ts';
import { CONTEXT } from './context.ts';
import { FORM } from './form.ts';

const RUN_FEATURES = [...FORM, ...ALIGNMENT, ...CONTEXT];

/** The names of the numbers in a candidate's row, in order. */
export const RUN_FEATURE_NAMES: readonly string[] = [...ASKING, ...RUN_FEATURES].map(({ name }) => name);

/** One row of numbers for each candidate. */
export function candidateRows(scene: Scene, candidates: readonly Candidate[]): Float64Array[] {
  const asking = ASKING.map(({ of }) => of(scene.frame));
  return candidates.map((candidate) => {
    const row = new Float64Array(RUN_FEATURE_NAMES.length);
    row.set(asking);
    RUN_FEATURES.forEach(({ of }, index) => {
      row[asking.length + index] = of(scene, candidate);
    });
    return row;
  });
}
