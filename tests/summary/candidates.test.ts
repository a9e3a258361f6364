import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCandidates } from '../../src/summary/candidates.ts';

describe('readCandidates', () => {
  it('has each sentence with its place, and leaves out what says nothing', () => {
    const candidates = readCandidates(['他来了。……“好！”', '', '　走吧。']);
    expect(candidates.map(({ paragraph, text, index }) => [paragraph, text, index])).toEqual([
      [1, '他来了。……', 0],
      [1, '“好！”', 1],
      [3, '走吧。', 2],
    ]);
  });

  it('counts a character beyond the basic plane as one', () => {
    expect(readCandidates(['𠮷野家。'])[0]?.length).toBe(4);
  });

  it('folds without losing places', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 })), (paragraphs) => {
        for (const { folded, text } of readCandidates(paragraphs)) expect(folded).toHaveLength(text.length);
      }),
    );
  });

  it('stops reading a book', () => {
    expect(readCandidates(Array.from({ length: 3000 }, () => '很好。'))).toHaveLength(1000);
  });
});
