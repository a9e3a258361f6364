import { describe, expect, it } from 'vitest';
import { seededRandom } from './random.ts';
import { type Choice, fitSoftmax } from './softmax-regression.ts';

describe('fitSoftmax', () => {
  it('finds the feature that decides and leaves the noise', () => {
    const random = seededRandom(1);
    const choices = Array.from({ length: 200 }, (): Choice => {
      const rows = Array.from({ length: 5 }, () => Float64Array.of(random() * 100, random()));
      const right = rows.reduce((best, row, at) => ((row[0] ?? 0) > (rows[best]?.[0] ?? 0) ? at : best), 0);
      return { rows, right };
    });
    const [deciding = 0, noise = 0] = fitSoftmax(choices);
    expect(deciding * 100).toBeGreaterThan(5 * Math.abs(noise));
    expect(fitSoftmax(choices)).toEqual([deciding, noise]);
  });
});
