import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOTHING, START, WordTree } from '../../src/language/word-tree.ts';

test('a word has its number, what only begins one has none, anything else begins nothing', () => {
  const tree = new WordTree(['中', '中国', '中国人民', '人'], [4, 3, 2, 1]);
  const numbers = ['中', '中国', '中国人', '中国人民', '人'].map((text) => tree.valueOf(tree.find(text)));
  expect(numbers).toEqual([4, 3, -1, 2, 1]);
  expect(['国', '中人', '中国人民们', '人人'].map((text) => tree.find(text))).toEqual([
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
  ]);
  expect(tree.find('')).toBe(START);
  expect(tree.valueOf(START)).toBe(-1);
  const open = ['中', '中国人', '中国人民', '人', '国'].map((text) => tree.isOpen(tree.find(text)));
  expect(open).toEqual([true, true, false, false, false]);
});

test('any words are found again, and no others', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'b', '中', '国', '\ud800', '\uffff'),
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(fc.uniqueArray(word), fc.array(word), (words, others) => {
      const sorted = [...words].sort();
      const tree = new WordTree(sorted, [...sorted.keys()]);
      for (const text of [...words, ...others]) expect(tree.valueOf(tree.find(text))).toBe(sorted.indexOf(text));
    }),
  );
});
