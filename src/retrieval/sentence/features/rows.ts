import { highest } from '../../../highest.ts';
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
  const values = new Float64Array(rows.length);
  let column = FEATURES.length;
  FEATURES.forEach((feature, index) => {
    for (let s = 0; s < values.length; s += 1) values[s] = feature.of(scene, s);
    rows.forEach((row, s) => {
      row[index] = values[s] ?? 0;
    });
    if (feature.compared !== true) return;
    compare(rows, column, values);
    column += 2;
  });
  return rows;
}

/** How far each value is behind the best, and how many are above it, in this column and the next. */
function compare(rows: readonly Float64Array[], column: number, values: Float64Array): void {
  const best = highest(values);
  rows.forEach((row, s) => {
    const value = values[s] ?? 0;
    let above = 0;
    for (let other = 0; other < values.length; other += 1) if ((values[other] ?? 0) > value) above += 1;
    row[column] = value - best;
    row[column + 1] = above;
  });
}
