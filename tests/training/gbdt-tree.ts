import type { Tree } from '../../src/retrieval/trees.ts';
import type { BinnedMatrix } from './gbdt-bins.ts';
import type { Derivatives } from './gbdt-objectives.ts';

/** What bounds a single tree. */
export interface TreeLimits {
  readonly leaves: number;
  readonly minLeafRows: number;
  /** Added to the sum of second derivatives in every leaf. */
  readonly l2: number;
  /** A split must lower the loss by this much. */
  readonly minGain: number;
}

/** The best way to divide a leaf's rows in two. */
interface Split {
  readonly column: number;
  /** Rows with a bin ≤ this one go below. */
  readonly bin: number;
  readonly gain: number;
}

interface Leaf {
  readonly rows: Int32Array;
  readonly histogram: Float64Array;
  readonly gradient: number;
  readonly hessian: number;
  readonly split: Split | undefined;
}

type Grown = { leaf: Leaf } | { column: number; threshold: number; below: Node; rest: Node };
interface Node {
  grown: Grown;
}

/** Gradient, hessian and number of rows stand side by side for each bin. */
const PER_BIN = 3;

/**
 * Grows one regression tree, always splitting the leaf that gains most (leaf-wise, as LightGBM:
 * Ke et al., NIPS 2017), with histograms of the derivatives; the larger child's histogram is the
 * parent's less the smaller child's.
 *
 * @param rows the rows to grow on; @param columns the features it may use.
 * @param rate every leaf's value is multiplied by it.
 */
export function growTree(
  matrix: BinnedMatrix,
  derivatives: Derivatives,
  rows: Int32Array,
  columns: Int32Array,
  limits: TreeLimits,
  rate: number,
): Tree {
  const root: Node = { grown: { leaf: makeLeaf(matrix, derivatives, rows, columns, limits) } };
  const open: Node[] = [root];
  while (open.length < limits.leaves) {
    const best = mostGaining(open);
    if (best === undefined) break;
    const children = splitLeaf(matrix, derivatives, best.leaf, best.split, columns, limits);
    const threshold = matrix.bounds[best.split.column]?.[best.split.bin] ?? 0;
    const [below, rest] = [{ grown: { leaf: children[0] } }, { grown: { leaf: children[1] } }];
    best.node.grown = { column: best.split.column, threshold, below, rest };
    open.splice(open.indexOf(best.node), 1, below, rest);
  }
  return asTree(root, limits.l2, rate);
}

function mostGaining(open: readonly Node[]): { node: Node; leaf: Leaf; split: Split } | undefined {
  let best: { node: Node; leaf: Leaf; split: Split } | undefined;
  for (const node of open) {
    if (!('leaf' in node.grown)) continue;
    const { leaf } = node.grown;
    if (leaf.split === undefined || leaf.split.gain <= (best?.split.gain ?? 0)) continue;
    best = { node, leaf, split: leaf.split };
  }
  return best;
}

function asTree({ grown }: Node, l2: number, rate: number): Tree {
  if ('leaf' in grown) {
    return Number(((-grown.leaf.gradient / (grown.leaf.hessian + l2)) * rate).toPrecision(3));
  }
  return [grown.column, grown.threshold, asTree(grown.below, l2, rate), asTree(grown.rest, l2, rate)];
}

function makeLeaf(
  matrix: BinnedMatrix,
  derivatives: Derivatives,
  rows: Int32Array,
  columns: Int32Array,
  limits: TreeLimits,
  known?: Float64Array,
): Leaf {
  const histogram = known ?? histogramOf(matrix, derivatives, rows, columns);
  let gradient = 0;
  let hessian = 0;
  for (const row of rows) {
    gradient += derivatives.gradient[row] ?? 0;
    hessian += derivatives.hessian[row] ?? 0;
  }
  const split = bestSplit(matrix, histogram, columns, { gradient, hessian, rows: rows.length }, limits);
  return { rows, histogram, gradient, hessian, split };
}

function splitLeaf(
  matrix: BinnedMatrix,
  derivatives: Derivatives,
  leaf: Leaf,
  split: Split,
  columns: Int32Array,
  limits: TreeLimits,
): [Leaf, Leaf] {
  const offset = split.column * matrix.rows;
  const below = leaf.rows.filter((row) => (matrix.bins[offset + row] ?? 0) <= split.bin);
  const rest = leaf.rows.filter((row) => (matrix.bins[offset + row] ?? 0) > split.bin);
  const [smaller, larger] = below.length < rest.length ? [below, rest] : [rest, below];
  const small = makeLeaf(matrix, derivatives, smaller, columns, limits);
  const difference = leaf.histogram.map((sum, at) => sum - (small.histogram[at] ?? 0));
  const large = makeLeaf(matrix, derivatives, larger, columns, limits, difference);
  return smaller === below ? [small, large] : [large, small];
}

function histogramOf(
  matrix: BinnedMatrix,
  { gradient, hessian }: Derivatives,
  rows: Int32Array,
  columns: Int32Array,
): Float64Array {
  const histogram = new Float64Array(columns.length * matrix.most * PER_BIN);
  for (let index = 0; index < columns.length; index += 1) {
    const offset = (columns[index] ?? 0) * matrix.rows;
    const base = index * matrix.most * PER_BIN;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? 0;
      const slot = base + (matrix.bins[offset + row] ?? 0) * PER_BIN;
      histogram[slot] = (histogram[slot] ?? 0) + (gradient[row] ?? 0);
      histogram[slot + 1] = (histogram[slot + 1] ?? 0) + (hessian[row] ?? 0);
      histogram[slot + 2] = (histogram[slot + 2] ?? 0) + 1;
    }
  }
  return histogram;
}

interface Totals {
  readonly gradient: number;
  readonly hessian: number;
  readonly rows: number;
}

function bestSplit(
  matrix: BinnedMatrix,
  histogram: Float64Array,
  columns: Int32Array,
  total: Totals,
  { l2, minLeafRows, minGain }: TreeLimits,
): Split | undefined {
  if (total.rows < 2 * minLeafRows) return undefined;
  const worth = (gradient: number, hessian: number): number => (gradient * gradient) / (hessian + l2);
  const before = worth(total.gradient, total.hessian);
  let best: Split | undefined;
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index] ?? 0;
    const splits = matrix.bounds[column]?.length ?? 0;
    let [gradient, hessian, rows] = [0, 0, 0];
    for (let bin = 0; bin < splits; bin += 1) {
      const slot = (index * matrix.most + bin) * PER_BIN;
      gradient += histogram[slot] ?? 0;
      hessian += histogram[slot + 1] ?? 0;
      rows += histogram[slot + 2] ?? 0;
      if (rows < minLeafRows || total.rows - rows < minLeafRows) continue;
      const gain = worth(gradient, hessian) + worth(total.gradient - gradient, total.hessian - hessian) - before;
      if (gain > Math.max(minGain, best?.gain ?? 0)) best = { column, bin, gain };
    }
  }
  return best;
}
