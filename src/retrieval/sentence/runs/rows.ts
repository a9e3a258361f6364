import type { Scene } from '../scene.ts';
import { ALIGNMENT } from './alignment.ts';
import { ASKING } from './asking.ts';
import type { Candidate } from './candidate.ts';
import { COMPARED_NAMES, comparer } from './compared.ts';
import { CONTEXT } from './context.ts';
import { EDGES } from './edges.ts';
import { FORM } from './form.ts';
import { NAMING } from './naming.ts';

const RUN_FEATURES = [...FORM, ...ALIGNMENT, ...CONTEXT, ...EDGES, ...NAMING];

/** The names of the numbers in a candidate's row, in order. */
export const RUN_FEATURE_NAMES: readonly string[] = [
  ...[...ASKING, ...RUN_FEATURES].map(({ name }) => name),
  ...COMPARED_NAMES,
];

const compare = comparer(RUN_FEATURE_NAMES);

/** One row of numbers for each candidate; they are compared with each other, so that it takes all of them at once. */
export function candidateRows(scene: Scene, candidates: readonly Candidate[]): Float64Array[] {
  const asking = ASKING.map(({ of }) => of(scene.frame));
  const rows = candidates.map((candidate) => {
    const row = new Float64Array(RUN_FEATURE_NAMES.length);
    row.set(asking);
    let at = asking.length;
    for (const { of } of RUN_FEATURES) {
      row[at] = of(scene, candidate);
      at += 1;
    }
    return row;
  });
  compare(
    rows,
    candidates.map(({ run }) => run),
  );
  return rows;
}
