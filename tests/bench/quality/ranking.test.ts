import { expect, it } from 'vitest';
import { rankingOf } from './ranking.ts';

it('counts ranks', () => {
  expect(rankingOf([1, 2, 5, 6, 0])).toEqual({
    recallAt1: 1 / 5,
    recallAt5: 3 / 5,
    mrrAt10: (1 + 1 / 2 + 1 / 5 + 1 / 6) / 5,
  });
});
