import { describe, expect, it } from 'vitest';
import { readCandidates } from '../../src/summary/candidates.ts';
import { countGrams, gramsOf } from '../../src/summary/grams.ts';

describe('gramsOf', () => {
  it('pairs neighbouring Chinese characters, and pairs nothing across punctuation', () => {
    expect(gramsOf('网格化,治理')).toEqual(['网格', '格化', '治理']);
  });

  it('keeps words of other scripts and numbers whole', () => {
    expect(gramsOf('用linux管理408户')).toEqual(['linux', '管理', '408']);
  });

  it('takes a character beyond the basic plane for one', () => {
    expect(gramsOf('𠮷野家')).toEqual(['𠮷野', '野家']);
  });
});

describe('countGrams', () => {
  const { grams, bySentence } = countGrams(readCandidates(['网格化治理。治理网格的是linux。', '治理的人。']));

  it('counts occurrences, sentences and paragraphs, and where a gram comes first', () => {
    expect(grams.get('治理')).toMatchObject({ first: 0, count: 3, sentences: 3, paragraphs: 2 });
    expect(grams.get('的人')).toMatchObject({ first: 2, count: 1, sentences: 1, paragraphs: 1 });
  });

  it('numbers grams in the order of the map, and gives each sentence its own once', () => {
    expect([...grams.values()].map(({ id }) => id)).toEqual([...grams.keys()].map((_, at) => at));
    expect(bySentence.map((own) => own.length)).toEqual([4, 6, 3]);
  });

  it('rates grams of content words by their idf, joints between words not at all', () => {
    expect(grams.get('网格')?.rarity).toBeGreaterThan(grams.get('治理')?.rarity ?? Number.NaN);
    expect(grams.get('的人')?.rarity).toBe(0);
  });

  it('lets a long word stand for as many pairs of characters as it has', () => {
    expect(grams.get('linux')?.size).toBe(4);
    expect(grams.get('治理')?.size).toBe(1);
  });
});
