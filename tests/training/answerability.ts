import type { Threshold } from '../../src/retrieval/answerability/answerability.ts';
import { ANSWERABILITY_NAMES } from '../../src/retrieval/answerability/features.ts';
import { type TreeScorer, treeScorer } from '../../src/retrieval/trees.ts';
import type { GoldDocument } from './datasets.ts';
import { boostTrees, type TrainingSet, USUAL } from './gbdt.ts';
import { writeEnsemble } from './model-file.ts';
import { SETTINGS, type Setting, type Trial, trialsOf } from './trials.ts';

/** How many times a trial of each setting counts: what is rare among the trials is not rare among questions. */
const WEIGHTS: Readonly<Record<Setting, number>> = {
  own: 2,
  paragraph: 2,
  pool: 1,
  other: 1,
  'other paragraph': 1,
  near: 2,
  cut: 1,
  transplanted: 2,
  attribute: 3,
  exchanged: 2,
  reworded: 2,
  'left-out': 1,
};

/**
 * What share of the questions about what is there may be refused on the development part, by
 * the size of the library: some room below the 2 % that are bearable elsewhere.
 */
const REFUSED: readonly { readonly setting: Setting; readonly share: number }[] = [
  { setting: 'paragraph', share: 0.01 },
  { setting: 'own', share: 0.0125 },
  { setting: 'pool', share: 0.01 },
];

/** Deeper or more trees were no better in cross-validation over the training and development parts. */
const TREES = { objective: 'logistic', trees: 300, leaves: 8, rate: 0.06, minLeafRows: 40 } as const;

/** Grows the trees on the training part, chooses the thresholds on the development part, and writes both. */
export function trainAnswerability(documents: readonly GoldDocument[], path: URL): void {
  const ensemble = boostTrees(trainingSetOf(trialsOf(documents, 'train')), { ...USUAL, ...TREES });
  const score = treeScorer(ensemble, ANSWERABILITY_NAMES);
  const dev = trialsOf(documents, 'dev');
  const thresholds = REFUSED.map(({ setting, share }) =>
    thresholdAt(
      share,
      dev.filter((trial) => trial.setting === setting),
      score,
    ),
  );
  writeEnsemble(path, ensemble, { thresholds });
}

/** The odds below which this share of the trials lies, for libraries of their usual (geometric mean) size. */
function thresholdAt(share: number, trials: readonly Trial[], score: TreeScorer): Threshold {
  const odds = trials
    .map(({ row }) => (row === undefined ? Number.NEGATIVE_INFINITY : score(row)))
    .sort((a, b) => a - b);
  const sizes = trials.map(({ passages }) => Math.log(passages));
  return {
    passages: Number(Math.exp(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toFixed(1)),
    odds: Number((odds[Math.floor(share * odds.length)] ?? 0).toFixed(3)),
  };
}

function trainingSetOf(trials: readonly Trial[]): TrainingSet {
  const repeated = trials.flatMap((trial) =>
    trial.row === undefined ? [] : Array<Trial>(WEIGHTS[trial.setting]).fill(trial),
  );
  const width = ANSWERABILITY_NAMES.length;
  const matrix = new Float64Array(repeated.length * width);
  for (const [at, { row = [] }] of repeated.entries()) matrix.set(row, at * width);
  return {
    features: ANSWERABILITY_NAMES,
    matrix,
    labels: Float64Array.from(repeated, ({ setting }) => Number(SETTINGS[setting])),
    groups: Int32Array.from(repeated, (_, at) => at),
  };
}
