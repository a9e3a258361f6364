import { expect, it } from 'vitest';
import { percentile } from './percentile.ts';

it('takes the nearest rank', () => {
  const values = [5, 1, 4, 2, 3];
  expect([50, 95, 100, 20, 1].map((p) => percentile(values, p))).toEqual([3, 5, 5, 1, 1]);
  expect(percentile([7], 50)).toBe(7);
  expect(percentile([], 50)).toBeNaN();
});
