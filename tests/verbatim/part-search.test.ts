import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexOfPart } from '../../src/verbatim/part-search.ts';

describe('indexOfPart', () => {
  it('finds what the engine finds, in short texts and in long ones', () => {
    const few = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b'), maxLength });
    fc.assert(
      fc.property(few(40), few(6), fc.nat(50), fc.constantFrom(0, 4_000_000), (text, part, from, padding) => {
        const padded = padding === 0 ? text : `${'c'.repeat(padding)}${text}`;
        const begin = from + padding;
        expect(indexOfPart(padded, part, begin)).toBe(padded.indexOf(part, begin));
        expect(indexOfPart(padded, part)).toBe(padded.indexOf(part));
      }),
      { numRuns: 40 },
    );
  });

  it('is linear where the engine takes the product of both lengths', () => {
    const before = process.cpuUsage();
    expect(indexOfPart('a'.repeat(3_000_000), `b${'a'.repeat(3_999)}`)).toBe(-1);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
  });
});
