import { expect, it } from 'vitest';
import { createTermIndex } from '../../../src/retrieval/store/term-index.ts';

/** A hundred passages, 水库 in all of them, 大坝 in a third, 库容 in one. */
function report() {
  const index = createTermIndex();
  for (let at = 0; at < 100; at += 1)
    index.add(at, ['水库', ...(at % 3 === 0 ? ['大坝'] : []), ...(at === 42 ? ['库容'] : []), `第${at}次`]);
  return index;
}

const all = () => true;

it('looks for words that stand nearly everywhere where nothing else is left', () => {
  const index = report();
  expect(index.search(['大坝'], 5, all).map((passage) => passage % 3)).toEqual([0, 0, 0, 0, 0]);
  expect(index.search(['水库'], 3, all)).toHaveLength(3);
  expect(index.search(['水库', '大坝'], 5, all).map((passage) => passage % 3)).toEqual([0, 0, 0, 0, 0]);
});

it('looks for the rarest words first', () => {
  expect(report().search(['水库', '库容'], 1, all)[0]).toBe(42);
});
