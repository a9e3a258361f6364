import { describe, expect, it } from 'vitest';
import { treeScorer } from '../../src/retrieval/trees.ts';

const stored = { features: ['a', 'b'], trees: [[0, 0.5, -1, [1, 2, 3, 5]], 10] };

describe('treeScorer', () => {
  const score = treeScorer(stored, ['a', 'b']);

  it('sums the leaf that each tree leads to; a value equal to the threshold is not below it', () => {
    expect(score([0.4, 9])).toBe(9);
    expect(score([0.5, 1.9])).toBe(13);
    expect(score([0.5, 2])).toBe(15);
  });

  it('refuses features that the model was not trained on, by name', () => {
    expect(() => treeScorer(stored, ['a', 'c'])).toThrow(/b, c/);
    expect(() => treeScorer(stored, ['b', 'a'])).toThrow(/order/);
  });

  it('refuses what is no ensemble', () => {
    expect(() => treeScorer({ features: ['a'], trees: [[0, 'x', 1, 2]] }, ['a'])).toThrow();
  });
});
