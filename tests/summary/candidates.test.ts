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

  it('reads whole sentences of a paragraph that is a book, and of one sentence as much as a section may have', () => {
    const sentence = `${'很'.repeat(600)}。`;
    const candidates = readCandidates([sentence.repeat(1_000)]);
    expect(candidates.length).toBeLessThan(200);
    expect(candidates.every(({ text }) => text === sentence)).toBe(true);
    expect(readCandidates(['𠮷'.repeat(80_000)]).map(({ length }) => length)).toEqual([50_000]);
  });
});
