import { expect, it } from 'vitest';
import { corpusOf } from './corpus.ts';

const REAL = ['甲一。甲二。', '乙一。', '丙一！丙二？丙三。'];

it('keeps the real passages first and in order', () => {
  expect(corpusOf(REAL, 2)).toEqual(REAL.slice(0, 2));
  expect(corpusOf(REAL, 10).slice(0, 3)).toEqual(REAL);
});

it('makes the rest of real sentences, the same every time', () => {
  const made = corpusOf(REAL, 50);
  expect(made).toHaveLength(50);
  expect(made).toEqual(corpusOf(REAL, 50));
  for (const text of made) expect(text).toMatch(/^([甲乙丙][一二三][。！？]){1,3}$/);
});
