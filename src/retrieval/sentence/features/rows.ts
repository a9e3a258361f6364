import type { Scene } from '../scene.ts';
import { BRIDGING } from './bridging.ts';
import { COVERAGE } from './coverage.ts';
import { CUE_FEATURES } from './cues.ts';
import type { Feature } from './feature.ts';
import { NEIGHBOURS } from './neighbours.ts';
import { PARAPHRASES } from './paraphrasing.ts';
import { GAP, POSITION } from './position.ts';
import { TOPIC } from './topic.ts';

/** All that is asked of a sentence, by family. */
export const FAMILIES: Readonly<Record<string, readonly Feature[]>> = {
  coverage: COVERAGE,
  neighbours: NEIGHBOURS,
  bridging: BRIDGING,
  topic: TOPIC,
  gap: GAP,
  paraphrases: PARAPHRASES,
  cues: CUE_FEATURES,
  position: POSITION,
};

const FEATURES = Object.values(FAMILIES).flat();

/** The names of the numbers in a row, in order: every feature, then what is compared with the best of the passage. */
export const FEATURE_NAMES: readonly string[] = [
  ...FEATURES.map(({ name }) => name),
  ...FEATURES.filter(({ compared }) => compared).flatMap(({ name }) => [`${name}, behind the best`, `${name}, rank`]),
];

/** One row of numbers for each sentence of the scene. */
export function featureRows(scene: Scene): Float64Array[] {
  const rows = scene.sentences.map(() => new Float64Array(FEATURE_NAMES.length));
  let column = FEATURES.length;
  FEATURES.forEach((feature, index) => {
    const values = scene.sentences.map((_, s) => feature.of(scene, s));
    put(rows, index, values);
    if (feature.compared !== true) return;
    const best = Math.max(...values);
    put(
      rows,
      column,
      values.map((value) => value - best),
    );
    put(
      rows,
      column + 1,
      values.map((value) => values.filter((other) => other > value).length),
    );
    column += 2;
  });
  return rows;
}

function put(rows: readonly Float64Array[], column: number, values: readonly number[]): void {
  values.forEach((value, s) => {
    const row = rows[s];
    if (row !== undefined) row[column] = value;
  });
}
