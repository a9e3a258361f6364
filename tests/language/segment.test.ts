import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, cutForSearch, cutKnown, seams, tag } from '../../src/language/segment.ts';

describe('segmentation', () => {
  it('keeps numbers and Latin words whole', () => {
    expect(cut('2021年共有1248人用mit课程').map(({ text }) => text)).toEqual(
      expect.arrayContaining(['2021', '1248', 'mit']),
    );
  });

  it('gives the words inside long words for search', () => {
    expect(cutForSearch('中华人民共和国')).toEqual(expect.arrayContaining(['中华', '人民', '共和国']));
  });

  it('pairs what the dictionary leaves single, and nothing over a mark', () => {
    expect(seams(cutKnown('马翠芳'))).toEqual(['马翠', '翠芳']);
    expect(seams(cutKnown('翠，芳'))).toEqual([]);
  });

  it('places every word of any string where it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const whole = text.toWellFormed();
        for (const word of [...cut(text), ...tag(text), ...cutKnown(text)]) {
          expect(whole.slice(word.start, word.end)).toBe(word.text);
        }
      }),
    );
  });

  it('does not cut a pair of surrogates where it feeds the dictionary piece by piece', () => {
    const text = `${'的'.repeat(19_999)}𠀀𠀀`;
    expect(
      cut(text)
        .map(({ text: word }) => word)
        .join(''),
    ).toBe(text);
  });
});
