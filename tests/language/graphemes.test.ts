import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemesOf } from '../../src/language/graphemes.ts';
import { excessiveGrowth } from '../linear-time/growth.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

describe('graphemesOf', () => {
  it('has the graphemes of a text, wherever one stretch ends and the next begins', () => {
    const units = fc.constantFrom('网', 'a', 'e\u0301', '🇨🇳', '👨‍👩‍👧‍👦', '\r\n', '각', '𠮷', '\ud800');
    fc.assert(
      fc.property(fc.array(units, { minLength: 200, maxLength: 600 }), (parts) => {
        const text = parts.join('');
        expect([...graphemesOf(text)]).toEqual([...segmenter.segment(text)].map(({ segment }) => segment));
      }),
      { numRuns: 30 },
    );
  });

  it('joined are the text, of marks without end too', () => {
    const text = `e${'\u0301'.repeat(3_000)}x`;
    expect([...graphemesOf(text)].join('')).toBe(text);
  });

  it('costs in proportion to the length of the text', async () => {
    expect(
      await excessiveGrowth(
        (text) => [...graphemesOf(text)],
        (times) => '网格员'.repeat(times),
      ),
    ).toBeUndefined();
  });
});
