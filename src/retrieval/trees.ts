import { z } from 'zod';

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
 * @throws Error when the model was trained on other features, or is no ensemble of trees.
 */
export function treeScorer(stored: unknown, features: readonly string[]): TreeScorer {
  const ensemble = EnsembleSchema.parse(stored);
  requireSameFeatures(ensemble.features, features);
  return scorerOf(flatten(ensemble.trees));
}

function requireSameFeatures(trained: readonly string[], computed: readonly string[]): void {
  const differs = trained.length !== computed.length || trained.some((name, index) => name !== computed[index]);
  if (!differs) return;
  const strange = [...trained, ...computed].filter((name) => !trained.includes(name) || !computed.includes(name));
  throw new Error(
    `the model was trained on other features (${strange.join(', ') || 'in another order'}): train it again`,
  );
}

/**
 * All nodes of all trees in parallel arrays. The node where smaller values go follows its parent, `rest` says where
 * the others go. A leaf has the feature -1 and its value for a threshold.
 */
interface FlatTrees {
  readonly roots: Int32Array;
  readonly feature: Int32Array;
  readonly threshold: Float64Array;
  readonly rest: Int32Array;
}

function flatten(trees: readonly Tree[]): FlatTrees {
  const feature: number[] = [];
  const threshold: number[] = [];
  const rest: number[] = [];
  const place = (tree: Tree): number => {
    const at = feature.length;
    const isLeaf = typeof tree === 'number';
    feature.push(isLeaf ? -1 : tree[0]);
    threshold.push(isLeaf ? tree : tree[1]);
    rest.push(at);
    if (isLeaf) return at;
    place(tree[2]);
    rest[at] = place(tree[3]);
    return at;
  };
  const roots = Int32Array.from(trees, place);
  return {
    roots,
    feature: Int32Array.from(feature),
    threshold: Float64Array.from(threshold),
    rest: Int32Array.from(rest),
  };
}

function scorerOf({ roots, feature, threshold, rest }: FlatTrees): TreeScorer {
  return (row) => {
    let score = 0;
    for (let tree = 0; tree < roots.length; tree += 1) {
      let node = roots[tree] ?? 0;
      let asked = feature[node] ?? -1;
      while (asked >= 0) {
        node = (row[asked] ?? 0) < (threshold[node] ?? 0) ? node + 1 : (rest[node] ?? 0);
        asked = feature[node] ?? -1;
      }
      score += threshold[node] ?? 0;
    }
    return score;
  };
}
