import type { Threshold } from '../../src/retrieval/answerability/answerability.ts';
import { ANSWERABILITY_NAMES } from '../../src/retrieval/answerability/features.ts';
import { type TreeScorer, treeScorer } from '../../src/retrieval/trees.ts';
import type { GoldDocument } from './datasets.ts';
import { boostTrees, type TrainingSet, USUAL } from './gbdt.ts';
import { writeEnsemble } from './model-file.ts';
import { SETTINGS, type Setting, type Trial, trialsOf } from './trials.ts';

/**
 * How many times a trial of each setting counts; half a time is every second one. What is rare
 * among the trials is not rare among questions, and what is told apart easily needs few.
 */
const WEIGHTS: Readonly<Record<Setting, number>> = {
  own: 2,
  paragraph: 2,
  pool: 1,
  other: 0.5,
  'other paragraph': 0.5,
  near: 3,
  cut: 1,
  transplanted: 2,
  attribute: 3,
  exchanged: 3,
  reworded: 2,
  'left-out': 0.5,
};

/**
 * What share of the questions about what is there may be refused on the development part, by
 * the size of the library: some room below the 2 % that are bearable elsewhere.
 */
const REFUSED: readonly { readonly setting: Setting; readonly share: number }[] = [
  { setting: 'paragraph', share: 0.01 },
  { setting: 'own', share: 0.01 },
  { setting: 'pool', share: 0.015 },
];

/** Chosen in cross-validation over the training and development parts. */
const TREES = { objective: 'logistic', trees: 400, leaves: 12, rate: 0.05, minLeafRows: 30 } as const;

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
  const seen = new Map<Setting, number>();
  const repeated = trials.flatMap((trial) => {
    const before = seen.get(trial.setting) ?? 0;
    const until = before + WEIGHTS[trial.setting];
    seen.set(trial.setting, until);
    const times = Math.floor(until) - Math.floor(before);
    return trial.row === undefined ? [] : Array<Trial>(times).fill(trial);
  });
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
