import nodejieba from 'nodejieba';
import { expect, test } from 'vitest';
import { readDictionary } from '../../src/language/dictionary.ts';
import { CORPUS_SIZE, countOf, isNameInDictionary, logLikelihood } from '../../src/language/frequency.ts';

const entries = readDictionary(nodejieba.DEFAULT_DICT)
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split(' '));

test('the corpus is as large as its counts', () => {
  expect(entries.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(CORPUS_SIZE);
});

test('words have the count of the dictionary, those that stand out of order, too', () => {
  expect(entries.filter(([word = '', count]) => countOf(word) !== Number(count))).toEqual([]);
});

test('whose name a word is, is told', () => {
  expect(['李建国', '高姓大名', '李', '中国', '李建'].map(isNameInDictionary)).toEqual(
    ['李建国', '高姓大名', '李', '中国', '李建'].map((name) =>
      entries.some(([word, , tag = '']) => word === name && tag.startsWith('nr')),
    ),
  );
  expect(isNameInDictionary('李建国')).toBe(true);
});

test('what only begins a word is told from what begins none', () => {
  expect(countOf('乱七八')).toBe(0);
  expect(countOf('乱猫')).toBeUndefined();
  expect(countOf('')).toBeUndefined();
});

test('a sentence is likelier than its characters shuffled', () => {
  expect(logLikelihood('社会治理现代化')).toBeGreaterThan(logLikelihood('化会代社现治理'));
  expect(logLikelihood('')).toBe(0);
});
