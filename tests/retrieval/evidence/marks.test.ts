import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMarks } from '../../../src/retrieval/evidence/marks.ts';

it('forgets at the beginning of a round, and only then', () => {
  const marks = createMarks();
  const round = fc.array(fc.nat(2_000), { maxLength: 40 });
  fc.assert(
    fc.property(round, (numbers) => {
      const met = new Set<number>();
      marks.clear(2_001);
      for (const number of numbers) {
        expect(marks.mark(number)).toBe(!met.has(number));
        met.add(number);
      }
    }),
  );
});
