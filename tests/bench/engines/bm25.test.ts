import { expect, it } from 'vitest';
import { bm25 } from './bm25.ts';

it('scores by the formula, shown on figures worked out by hand', async () => {
  // 金昌 stands in two of three passages, 甘肃 in one; lengths 2, 1, 1.
  const search = await bm25.build(['金昌，甘肃', '金昌', '北京']);
  expect(search('甘肃金昌', 10)).toEqual([0, 1]);
  expect(search('金昌', 10)).toEqual([1, 0]);
  expect(search('金昌', 1)).toEqual([1]);
});

it('finds nothing where no pair of characters is known', async () => {
  const search = await bm25.build(['金昌']);
  expect(search('上海', 10)).toEqual([]);
});
