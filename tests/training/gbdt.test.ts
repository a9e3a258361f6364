import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Tree, treeScorer } from '../../src/retrieval/trees.ts';
import { averageEnsembles, boostTrees, type TrainingSet, USUAL } from './gbdt.ts';
import { binColumns, shortestBetween } from './gbdt-bins.ts';
import { type Derivatives, lambdarank, logistic, type Objective, softmax } from './gbdt-objectives.ts';
import { seededRandom } from './random.ts';

const FEATURES = ['signal', 'other', 'noise'];

/** Groups of five rows; the one that is right has the highest signal, unless `other` forbids it. */
function puzzle(groups: number, seed: number): TrainingSet {
  const random = seededRandom(seed);
  const matrix: number[] = [];
  const labels: number[] = [];
  for (let group = 0; group < groups; group += 1) {
    const rows = Array.from({ length: 5 }, () => [random(), random() < 0.4 ? 1 : 0, random()] as const);
    const worth = rows.map(([signal, forbidden]) => signal - forbidden);
    const right = worth.indexOf(Math.max(...worth));
    rows.forEach((row, index) => {
      matrix.push(...row);
      labels.push(index === right ? 1 : 0);
    });
  }
  return {
    features: FEATURES,
    matrix: Float64Array.from(matrix),
    labels: Float64Array.from(labels),
    groups: Int32Array.from({ length: groups }, (_, index) => index * 5),
  };
}

function hitRate(set: TrainingSet, trees: readonly Tree[]): number {
  const score = treeScorer({ features: FEATURES, trees }, FEATURES);
  let hits = 0;
  for (const start of set.groups) {
    const scores = [0, 1, 2, 3, 4].map((row) => score(set.matrix.subarray((start + row) * 3, (start + row) * 3 + 3)));
    hits += set.labels[start + scores.indexOf(Math.max(...scores))] ?? 0;
  }
  return hits / set.groups.length;
}

describe('boostTrees', () => {
  const train = puzzle(400, 1);
  const unseen = puzzle(200, 2);

  it.each(['softmax', 'lambdarank', 'logistic'] as const)('learns which row of a group is right: %s', (objective) => {
    const { trees } = boostTrees(train, { ...USUAL, objective, trees: 80, featureShare: 1 });
    expect(hitRate(unseen, trees)).toBeGreaterThan(0.9);
  });

  it('gives the same bytes for the same seed and others for another', () => {
    const bytes = (seed: number) => JSON.stringify(boostTrees(train, { ...USUAL, trees: 5, seed }));
    expect(bytes(3)).toBe(bytes(3));
    expect(bytes(3)).not.toBe(bytes(4));
  });

  it('keeps to the number of leaves', () => {
    const leaves = (tree: Tree): number => (typeof tree === 'number' ? 1 : leaves(tree[2]) + leaves(tree[3]));
    const { trees } = boostTrees(train, { ...USUAL, trees: 10, leaves: 4 });
    expect(Math.max(...trees.map(leaves))).toBe(4);
  });

  it('refuses what does not fit together', () => {
    expect(() => boostTrees({ ...train, labels: train.labels.slice(1) }, USUAL)).toThrow(RangeError);
    expect(() => boostTrees({ ...train, matrix: train.matrix.map(() => Number.NaN) }, USUAL)).toThrow(/finite/);
  });

  it('averages ensembles', () => {
    const [one, two] = [3, 4].map((seed) => boostTrees(train, { ...USUAL, trees: 4, seed }));
    if (one === undefined || two === undefined) throw new Error('two ensembles expected');
    const row = train.matrix.subarray(0, 3);
    const score = (ensemble: { trees: readonly Tree[] }) =>
      treeScorer({ features: FEATURES, trees: ensemble.trees }, FEATURES)(row);
    expect(score(averageEnsembles([one, two]))).toBeCloseTo((score(one) + score(two)) / 2, 2);
  });
});

describe('derivatives', () => {
  const losses: readonly [string, Objective, (labels: readonly number[], scores: readonly number[]) => number][] = [
    [
      'logistic',
      logistic,
      (labels, scores) => scores.reduce((sum, s, i) => sum + Math.log(1 + Math.exp(labels[i] === 1 ? -s : s)), 0),
    ],
    [
      'softmax',
      softmax,
      (labels, scores) => {
        const weights = scores.map(Math.exp);
        const sum = (some: readonly number[]) => some.reduce((a, b) => a + b, 0);
        return -Math.log(sum(weights.filter((_, i) => labels[i] === 1)) / sum(weights));
      },
    ],
  ];

  it.each(losses)('%s: the gradient is the slope of the loss', (_, objective, loss) => {
    const row = fc.record({ label: fc.constantFrom(0, 1), score: fc.double({ min: -3, max: 3, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const labels = [1, ...rows.map((r) => r.label)];
        const scores = [0, ...rows.map((r) => r.score)];
        const { gradient } = derivativesOf(objective, labels, scores);
        const step = 1e-5;
        scores.forEach((score, at) => {
          const slope = (loss(labels, scores.with(at, score + step)) - loss(labels, scores.with(at, score - step))) / 2;
          expect(gradient[at]).toBeCloseTo(slope / step, 4);
        });
      }),
    );
  });

  it('lambdarank pushes the better row up as far as it pushes the others down', () => {
    const { gradient, hessian } = derivativesOf(lambdarank, [0, 1, 0], [2, 0, 1]);
    expect(gradient[1]).toBeLessThan(0);
    expect(gradient.reduce((a, b) => a + b)).toBeCloseTo(0);
    expect(Math.min(...hessian)).toBeGreaterThan(0);
  });
});

function derivativesOf(objective: Objective, labels: readonly number[], scores: readonly number[]): Derivatives {
  const out = { gradient: new Float64Array(labels.length), hessian: new Float64Array(labels.length) };
  objective(Float64Array.from(labels), Float64Array.from(scores), 0, labels.length, out);
  return out;
}

describe('bins', () => {
  it('keep the order of the values and separate where the bounds say', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 2 }), (values) => {
        const { bins, bounds } = binColumns(Float64Array.from(values), 1, 8);
        values.forEach((value, row) => {
          const bin = bins[row] ?? 0;
          expect((bounds[0] ?? []).filter((bound) => bound <= value)).toHaveLength(bin);
          expect(bin).toBeLessThan(8);
        });
      }),
    );
  });

  it('find a short number between two', () => {
    expect(shortestBetween(0.1234, 0.3)).toBe(0.2);
    expect(shortestBetween(1, 2)).toBe(2);
  });
});
