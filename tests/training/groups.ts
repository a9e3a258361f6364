import { type TreeEnsemble, type TreeScorer, treeScorer } from '../../src/retrieval/trees.ts';
import { averageEnsembles, type BoostingOptions, boostTrees, type TrainingSet } from './gbdt.ts';

/** Rows that compete with each other: a question's sentences, say. */
export interface Group {
  readonly rows: readonly Float64Array[];
  /** One a row, 0–1. */
  readonly labels: readonly number[];
  /** Number of the document it comes from. */
  readonly document: number;
}

/** Groups as a training set. A group in which nothing is right teaches a ranker nothing and is left out. */
export function trainingSet(groups: readonly Group[], features: readonly string[]): TrainingSet {
  const teaching = groups.filter(({ labels }) => labels.some((label) => label > 0));
  const rows = teaching.flatMap((group) => group.rows);
  const matrix = new Float64Array(rows.length * features.length);
  rows.forEach((row, index) => {
    matrix.set(row, index * features.length);
  });
  const starts: number[] = [];
  let start = 0;
  for (const group of teaching) {
    starts.push(start);
    start += group.rows.length;
  }
  const labels = Float64Array.from(teaching.flatMap((group) => group.labels));
  return { features, matrix, labels, groups: Int32Array.from(starts) };
}

/** The mean of `bags` ensembles that differ in their seed alone. */
export function trainBagged(
  groups: readonly Group[],
  features: readonly string[],
  options: BoostingOptions,
  bags: number,
): TreeEnsemble {
  const set = trainingSet(groups, features);
  const seeds = Array.from({ length: bags }, (_, bag) => options.seed + bag);
  return averageEnsembles(seeds.map((seed) => boostTrees(set, { ...options, seed })));
}

const FOLDS = 4;

/**
 * Scores every group by an ensemble that has seen no group of its document: what a model trained on top of
 * these scores meets in them is what it will meet in unseen texts.
 *
 * @param bags ensembles that are averaged for each score.
 */
export function scoredOutOfFold(
  groups: readonly Group[],
  features: readonly string[],
  options: BoostingOptions,
  bags = 1,
): number[][] {
  const scorers: TreeScorer[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const others = groups.filter(({ document }) => document % FOLDS !== fold);
    const ensemble =
      bags === 1 ? boostTrees(trainingSet(others, features), options) : trainBagged(others, features, options, bags);
    scorers.push(treeScorer(ensemble, features));
  }
  return groups.map(({ rows, document }) => scored(rows, scorers[document % FOLDS]));
}

/** One score a row. */
export function scored(rows: readonly Float64Array[], scorer: TreeScorer | undefined): number[] {
  if (scorer === undefined) throw new RangeError('expected a scorer for every fold');
  return rows.map(scorer);
}
