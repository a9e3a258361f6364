import { type Tree, type TreeEnsemble, treeScorer } from '../../src/retrieval/trees.ts';
import { binColumns } from './gbdt-bins.ts';
import { type Derivatives, OBJECTIVES } from './gbdt-objectives.ts';
import { growTree, type TreeLimits } from './gbdt-tree.ts';
import { sample, seededRandom } from './random.ts';

/** Rows to learn from. Rows of one group (a question's sentences, say) stand together. */
export interface TrainingSet {
  readonly features: readonly string[];
  /** Row-major, one number a feature, all finite. */
  readonly matrix: Float64Array;
  /** One a row: 1 right, 0 wrong; `lambdarank` and `softmax` take grades between as well. */
  readonly labels: Float64Array;
  /** Where each group begins, ascending, beginning with 0. */
  readonly groups: Int32Array;
}

export interface BoostingOptions extends TreeLimits {
  /** `logistic`: each row by itself; `softmax` and `lambdarank`: rows of a group against each other. */
  readonly objective: keyof typeof OBJECTIVES;
  readonly trees: number;
  readonly rate: number;
  /** Share of the features a tree may use, and of the groups it is grown on; drawn anew for each. */
  readonly featureShare: number;
  readonly groupShare: number;
  /** At most 256. */
  readonly bins: number;
  readonly seed: number;
}

/** What worked on the sets at hand; say what differs. */
export const USUAL: BoostingOptions = {
  objective: 'softmax',
  trees: 200,
  leaves: 8,
  rate: 0.06,
  minLeafRows: 20,
  l2: 1,
  minGain: 1e-6,
  featureShare: 0.5,
  groupShare: 0.8,
  bins: 64,
  seed: 1,
};

/**
 * Gradient-boosted regression trees (Friedman, Annals of Statistics 2001), second order, on histograms.
 * The same set and options give the same trees.
 *
 * @throws RangeError when matrix, labels and groups do not fit each other.
 */
export function boostTrees(set: TrainingSet, options: BoostingOptions): TreeEnsemble {
  requireConsistent(set);
  const random = seededRandom(options.seed);
  const columns = set.features.length;
  const rows = set.labels.length;
  const binned = binColumns(set.matrix, columns, options.bins);
  const scores = new Float64Array(rows);
  const derivatives: Derivatives = { gradient: new Float64Array(rows), hessian: new Float64Array(rows) };
  const trees: Tree[] = [];
  while (trees.length < options.trees) {
    eachGroup(set, (start, end) => {
      OBJECTIVES[options.objective](set.labels, scores, start, end, derivatives);
    });
    const usedRows = rowsOfGroups(set, sample(set.groups.length, share(set.groups.length, options.groupShare), random));
    const usedColumns = sample(columns, share(columns, options.featureShare), random);
    const tree = growTree(binned, derivatives, usedRows, usedColumns, options, options.rate);
    trees.push(tree);
    addScores(scores, tree, set);
  }
  return { features: set.features, trees };
}

/** The mean of several ensembles over the same features, as one. */
export function averageEnsembles(ensembles: readonly TreeEnsemble[]): TreeEnsemble {
  const scale = (tree: Tree): Tree =>
    typeof tree === 'number'
      ? Number((tree / ensembles.length).toPrecision(3))
      : [tree[0], tree[1], scale(tree[2]), scale(tree[3])];
  return {
    features: ensembles[0]?.features ?? [],
    trees: ensembles.flatMap((ensemble) => ensemble.trees.map(scale)),
  };
}

function requireConsistent({ features, matrix, labels, groups }: TrainingSet): void {
  if (matrix.length !== labels.length * features.length) {
    throw new RangeError(
      `expected ${labels.length} rows of ${features.length} features, got ${matrix.length} numbers in all`,
    );
  }
  if (groups[0] !== 0 || groups.some((start, index) => index > 0 && start <= (groups[index - 1] ?? 0))) {
    throw new RangeError('groups must begin with 0 and ascend');
  }
  if (!matrix.every(Number.isFinite)) throw new RangeError('every feature must be a finite number');
}

function share(total: number, part: number): number {
  return Math.max(1, Math.round(total * part));
}

function eachGroup(set: TrainingSet, visit: (start: number, end: number) => void): void {
  set.groups.forEach((start, index) => {
    visit(start, set.groups[index + 1] ?? set.labels.length);
  });
}

function rowsOfGroups(set: TrainingSet, groups: Int32Array): Int32Array {
  const rows: number[] = [];
  for (const group of groups) {
    const end = set.groups[group + 1] ?? set.labels.length;
    for (let row = set.groups[group] ?? 0; row < end; row += 1) rows.push(row);
  }
  return Int32Array.from(rows);
}

function addScores(scores: Float64Array, tree: Tree, { matrix, features }: TrainingSet): void {
  const score = treeScorer({ features, trees: [tree] }, features);
  for (let row = 0; row < scores.length; row += 1) {
    scores[row] = (scores[row] ?? 0) + score(matrix.subarray(row * features.length, (row + 1) * features.length));
  }
}
