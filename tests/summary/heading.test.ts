import { describe, expect, it } from 'vitest';
import { readCandidates } from '../../src/summary/candidates.ts';
import { countGrams } from '../../src/summary/grams.ts';
import { headingShares } from '../../src/summary/heading.ts';

const section = countGrams(readCandidates(['网格治理见成效。', '网格员很忙。天气好。']));

describe('headingShares', () => {
  it('is the share of the heading that each sentence has, in either script', () => {
    expect(headingShares(section, '网格治理')).toEqual([1, 1 / 3, 0]);
    expect(headingShares(section, '網格治理')).toEqual([1, 1 / 3, 0]);
  });

  it('counts what the text never says, and a repeated part of the heading once', () => {
    expect(headingShares(section, '网格、网格、食堂')).toEqual([1 / 2, 1 / 2, 0]);
  });

  it('is 0 without a heading', () => {
    expect(headingShares(section, '')).toEqual([0, 0, 0]);
    expect(headingShares(section, '——')).toEqual([0, 0, 0]);
  });
});
