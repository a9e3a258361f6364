import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Tree, treeScorer } from '../../src/retrieval/trees.ts';

const stored = { features: ['a', 'b'], trees: [[0, 0.5, -1, [1, 2, 3, 5]], 10] };

describe('treeScorer', () => {
  const score = treeScorer(stored, ['a', 'b']);

  it('sums the leaf that each tree leads to; a value equal to the threshold is not below it', () => {
    expect(score([0.4, 9])).toBe(9);
    expect(score([0.5, 1.9])).toBe(13);
    expect(score([0.5, 2])).toBe(15);
  });

  it('scores as walking down every tree does', () => {
    const value = fc.integer({ min: -3, max: 3 });
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, value, fc.tuple(fc.nat(1), value, tie('tree'), tie('tree'))),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), fc.tuple(value, value), (trees, row) => {
        const walked = trees.map((one) => leafOf(one, row)).reduce((sum, leaf) => sum + leaf, 0);
        expect(treeScorer({ features: ['a', 'b'], trees }, ['a', 'b'])(row)).toBe(walked);
      }),
    );
  });

  it('refuses features that the model was not trained on, by name', () => {
    expect(() => treeScorer(stored, ['a', 'c'])).toThrow(/b, c/);
    expect(() => treeScorer(stored, ['b', 'a'])).toThrow(/order/);
  });

  it('refuses what is no ensemble, and trees of too many leaves', () => {
    const tall = Array.from({ length: 33 }).reduce<Tree>((tree) => [0, 1, 0, tree], 0);
    expect(() => treeScorer({ features: ['a'], trees: [tall] }, ['a'])).toThrow(/32 leaves/);
    expect(() => treeScorer({ features: ['a'], trees: [[0, 'x', 1, 2]] }, ['a'])).toThrow();
  });
});

function leafOf(tree: Tree, row: readonly number[]): number {
  if (typeof tree === 'number') return tree;
  const [feature, threshold, below, rest] = tree;
  return leafOf((row[feature] ?? 0) < threshold ? below : rest, row);
}
