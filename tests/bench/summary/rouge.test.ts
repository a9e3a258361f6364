import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rouge } from './rouge.ts';

describe('rouge', () => {
  it('agrees with a count by hand', () => {
    // Shared: 3 of 3 and 4 characters; 金昌 of 2 and 3 pairs; 金昌市 as the longest common subsequence.
    const { f, recall } = rouge('金昌市', '金昌的市');
    expect(f).toBeCloseTo((600 / 7 + 200 / 5 + 600 / 7) / 3, 9);
    expect(recall).toBeCloseTo((75 + 100 / 3 + 75) / 3, 9);
  });

  it('counts a repeated character as often as the reference has it', () => {
    expect(rouge('好好好好', '好天').recall).toBeCloseTo((50 + 0 + 50) / 3, 9);
  });

  it('is 100 for the same text, white space aside, and 0 where one is empty', () => {
    expect(rouge('金 昌\n市', '金昌市').f).toBeCloseTo(100, 9);
    expect(rouge('', '金昌').f).toBe(0);
    expect(rouge('金昌', '').f).toBe(0);
  });

  it('has the same F both ways', () => {
    const text = fc.array(fc.constantFrom(...'金昌市网格')).map((characters) => characters.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(rouge(a, b).f).toBeCloseTo(rouge(b, a).f, 9);
      }),
    );
  });
});
