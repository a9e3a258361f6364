import { describe, expect, it } from 'vitest';
import { fitLogistic, type Observation } from './logistic-regression.ts';
import { seededRandom } from './random.ts';

const TRUE_WEIGHTS = [-1, 2, -0.5];

function observe(count: number): Observation[] {
  const random = seededRandom(7);
  return Array.from({ length: count }, () => {
    const features = [1, random() * 4 - 2, random() * 100];
    const sum = features.reduce(
      (total, value, at) => total + value * ((TRUE_WEIGHTS[at] ?? 0) / (at === 2 ? 25 : 1)),
      0,
    );
    return { features, happened: random() < 1 / (1 + Math.exp(-sum)), weight: 1 };
  });
}

describe('fitLogistic', () => {
  it('finds the weights that the chances were drawn from, whatever the scales', () => {
    const [bias, first, second] = fitLogistic(observe(20_000));
    expect(bias).toBeCloseTo(-1, 0);
    expect(first).toBeCloseTo(2, 0);
    expect(second).toBeCloseTo(-0.02, 2);
  });

  it('counts an observation by its weight', () => {
    const certain = (happened: boolean, weight: number) => ({ features: [1], happened, weight });
    const [bias] = fitLogistic([certain(true, 3), certain(false, 1)]);
    expect(bias).toBeCloseTo(Math.log(3), 2);
  });

  it('keeps out a feature that never varies', () => {
    const observations = observe(500).map((observation) => ({
      ...observation,
      features: [...observation.features, 5],
    }));
    expect(fitLogistic(observations).at(-1)).toBeCloseTo(0, 9);
  });
});
