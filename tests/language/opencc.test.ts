import fc from 'fast-check';
import * as ToTraditional from 'opencc-js/cn2t';
import * as ToSimplified from 'opencc-js/t2cn';
import { describe, expect, it } from 'vitest';
import { simplifiedConverter, traditionalConverter } from '../../src/language/opencc.ts';
import { sources } from '../linear-time/sources.ts';

const CONVERTERS = [
  { ours: simplifiedConverter('tw'), theirs: ToSimplified.Converter({ from: 'tw', to: 'cn' }) },
  { ours: simplifiedConverter('hk'), theirs: ToSimplified.Converter({ from: 'hk', to: 'cn' }) },
  { ours: traditionalConverter('t'), theirs: ToTraditional.Converter({ from: 'cn', to: 't' }) },
  { ours: traditionalConverter('tw'), theirs: ToTraditional.Converter({ from: 'cn', to: 'tw' }) },
  { ours: traditionalConverter('hk'), theirs: ToTraditional.Converter({ from: 'cn', to: 'hk' }) },
];

describe('OpenCC', () => {
  it('makes of any text what it would by itself, descriptions of characters among it', () => {
    // So few signs in a row it takes in its stride.
    const texts = fc.string({ unit: fc.constantFrom(...'⿰⿱⿲⿳⿻漢說乾隆著名后里头发𠮷a，'), maxLength: 14 });
    fc.assert(
      fc.property(texts, (text) => {
        for (const { ours, theirs } of CONVERTERS) expect(ours(text)).toBe(theirs(text));
      }),
    );
  });

  it('leaves the characters of a description alone, and converts what an unfinished one has', () => {
    const [{ ours }] = CONVERTERS as [(typeof CONVERTERS)[number]];
    expect(ours('說⿰言說說')).toBe('说⿰言說说');
    expect(ours('說⿲言說')).toBe('说⿲言说');
  });

  it('takes signs without end, one within the other', () => {
    for (const { ours } of CONVERTERS) {
      expect(ours('⿰'.repeat(100_000))).toBe('⿰'.repeat(100_000));
      expect(ours(`${'⿲⿰'.repeat(50_000)}漢`)).toHaveLength(100_001);
    }
  });

  it('is reached in one way only', () => {
    const reaching = sources().filter(({ text }) => text.includes('opencc-js/'));
    expect(reaching.map(({ file }) => file)).toEqual(['src/language/opencc.ts']);
  });
});
