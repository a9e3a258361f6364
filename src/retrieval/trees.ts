import { z } from 'zod';
import { highest } from '../highest.ts';

/** A leaf's value, or a split: feature's index, threshold, where smaller values go, where the others go. */
export type Tree = number | readonly [feature: number, threshold: number, below: Tree, rest: Tree];

/** Boosted regression trees as they are stored: the score is the sum over all trees. */
export interface TreeEnsemble {
  /** Names of the features, in the order of the rows that are scored. */
  readonly features: readonly string[];
  readonly trees: readonly Tree[];
}

const TreeSchema: z.ZodType<Tree> = z.lazy(() =>
  z.union([z.number(), z.tuple([z.number().int().nonnegative(), z.number(), TreeSchema, TreeSchema])]),
);
const EnsembleSchema = z.object({ features: z.array(z.string()), trees: z.array(TreeSchema) });

/** Scores one row of features; the row is as long as the list of names. */
export type TreeScorer = (row: ArrayLike<number>) => number;

/**
 * Makes a stored ensemble ready to score.
 *
 * @param stored what the model's JSON holds.
 * @param features the names the caller computes, in its order.
 * @throws Error when the model was trained on other features, is no ensemble of trees, or has a tree of more than
 *   32 leaves.
 */
export function treeScorer(stored: unknown, features: readonly string[]): TreeScorer {
  const ensemble = EnsembleSchema.parse(stored);
  requireSameFeatures(ensemble.features, features);
  return scorerOf(sortTests(ensemble.trees));
}

function requireSameFeatures(trained: readonly string[], computed: readonly string[]): void {
  const differs = trained.length !== computed.length || trained.some((name, index) => name !== computed[index]);
  if (!differs) return;
  const strange = [...trained, ...computed].filter((name) => !trained.includes(name) || !computed.includes(name));
  throw new Error(
    `the model was trained on other features (${strange.join(', ') || 'in another order'}): train it again`,
  );
}

/** A bit for each leaf of a tree: small sets stay in the processor's nearest memory. */
type Bits = Uint8Array | Uint32Array;

function bitsFor(width: number, length: number): Bits {
  return width <= 8 ? new Uint8Array(length) : new Uint32Array(length);
}

/** What a split rules out: where the feature is not below the threshold, the leaves on the side of the smaller values. */
interface Test {
  readonly feature: number;
  readonly threshold: number;
  readonly tree: number;
  /** One bit for each leaf of the tree, from the lowest; 0 for those that are ruled out. */
  readonly left: number;
}

/**
 * The splits of all trees by their feature, and then by ascending threshold, in parallel arrays; the
 * leaves of tree `t` begin at `t × width`.
 */
interface SortedTests {
  readonly trees: number;
  readonly width: number;
  /** The features that are asked for, and where the tests of each end. */
  readonly features: Int32Array;
  readonly ends: Int32Array;
  readonly threshold: Float64Array;
  readonly tree: Int32Array;
  readonly left: Bits;
  readonly leaves: Float64Array;
}

const ALL = 0xffffffff;
/** As many as a number has bits. */
const MOST_LEAVES = 32;

function sortTests(trees: readonly Tree[]): SortedTests {
  const leaves = trees.map(leavesOf);
  const width = Math.max(1, highest(leaves.map(({ length }) => length)));
  if (width > MOST_LEAVES) throw new Error(`a tree of the model has more than ${MOST_LEAVES} leaves`);
  const tests = trees.flatMap(testsOf).sort((a, b) => a.feature - b.feature || a.threshold - b.threshold);
  const left = bitsFor(width, tests.length);
  left.set(tests.map((test) => test.left));
  const features = [...new Set(tests.map(({ feature }) => feature))];
  return {
    trees: trees.length,
    width,
    features: Int32Array.from(features),
    ends: Int32Array.from(features, (feature) => tests.findLastIndex((test) => test.feature === feature) + 1),
    threshold: Float64Array.from(tests, ({ threshold }) => threshold),
    tree: Int32Array.from(tests, ({ tree }) => tree),
    left,
    leaves: Float64Array.from(
      { length: trees.length * width },
      (_, at) => leaves[Math.floor(at / width)]?.[at % width] ?? 0,
    ),
  };
}

/** A tree's leaves from the side of the smaller values on. */
function leavesOf(tree: Tree): number[] {
  return typeof tree === 'number' ? [tree] : [...leavesOf(tree[2]), ...leavesOf(tree[3])];
}

/** The tests of one tree. */
function testsOf(tree: Tree, index: number): Test[] {
  const tests: Test[] = [];
  let count = 0;
  const place = (node: Tree): void => {
    if (typeof node === 'number') {
      count += 1;
      return;
    }
    const [feature, threshold, below, rest] = node;
    const first = count;
    place(below);
    let left = -1;
    for (let leaf = first; leaf < count; leaf += 1) left &= ~(1 << leaf);
    tests.push({ feature, threshold, tree: index, left });
    place(rest);
  };
  place(tree);
  return tests;
}

/**
 * Scores feature by feature instead of tree by tree (QuickScorer: Lucchese and others, SIGIR 2015): the
 * tests that fail stand in a row at the beginning of their feature, and of the leaves that none of
 * them rules out the first is the one that its tree leads to. Half the time of walking down the trees.
 */
function scorerOf({ trees, width, features, ends, threshold, tree, left, leaves }: SortedTests): TreeScorer {
  const possible = bitsFor(width, trees);
  return (row) => {
    possible.fill(ALL);
    let test = 0;
    for (let index = 0; index < features.length; index += 1) {
      const value = row[features[index] ?? 0] ?? 0;
      const end = ends[index] ?? 0;
      for (; test < end && !(value < (threshold[test] ?? 0)); test += 1) {
        const of = tree[test] ?? 0;
        possible[of] = (possible[of] ?? 0) & (left[test] ?? 0);
      }
      test = end;
    }
    let score = 0;
    for (let of = 0; of < trees; of += 1) {
      const bits = possible[of] ?? 0;
      score += leaves[of * width + 31 - Math.clz32(bits & -bits)] ?? 0;
    }
    return score;
  };
}
