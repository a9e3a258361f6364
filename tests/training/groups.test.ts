import { describe, expect, it } from 'vitest';
import { treeScorer } from '../../src/retrieval/trees.ts';
import { precisionCurve } from './exactness.ts';
import { comparable } from './examples.ts';
import { USUAL } from './gbdt.ts';
import { type Group, scored, scoredOutOfFold, trainBagged, trainingSet } from './groups.ts';
import { seededRandom } from './random.ts';

const FEATURES = ['noise', 'signal'];

/** Groups of four rows; which one is right follows from the signal, or from nothing at all. */
function groups(count: number, signal: boolean): Group[] {
  const random = seededRandom(7);
  return Array.from({ length: count }, (_, document) => {
    const right = Math.floor(random() * 4);
    const labels = [0, 1, 2, 3].map((row) => (row === right ? 1 : 0));
    const rows = labels.map((label) => Float64Array.of(random(), signal ? label + random() : random()));
    return { rows, labels, document };
  });
}

function hits(all: readonly Group[], scores: readonly (readonly number[])[]): number {
  const right = all.filter(({ labels }, index) => {
    const own = scores[index] ?? [];
    return labels[own.indexOf(Math.max(...own))] === 1;
  });
  return right.length / all.length;
}

const OPTIONS = { ...USUAL, trees: 60, minLeafRows: 5, featureShare: 1, leaves: 16 };

describe('trainingSet', () => {
  it('leaves out groups in which nothing is right, and keeps the others apart', () => {
    const [one, two] = groups(2, true);
    if (one === undefined || two === undefined) throw new Error('two groups expected');
    const nothing = { ...one, labels: [0, 0, 0, 0] };
    const set = trainingSet([one, nothing, two], FEATURES);
    expect([...set.groups]).toEqual([0, 4]);
    expect(set.matrix).toHaveLength(16);
  });
});

describe('scoredOutOfFold', () => {
  it('scores by models that have not seen the document: noise stays noise, a signal is found', () => {
    const noise = groups(300, false);
    const seen = treeScorer(trainBagged(noise, FEATURES, OPTIONS, 1), FEATURES);
    expect(
      hits(
        noise,
        noise.map(({ rows }) => scored(rows, seen)),
      ),
    ).toBeGreaterThan(0.5);
    expect(hits(noise, scoredOutOfFold(noise, FEATURES, OPTIONS))).toBeLessThan(0.35);
    const clear = groups(200, true);
    expect(hits(clear, scoredOutOfFold(clear, FEATURES, OPTIONS))).toBeGreaterThan(0.9);
  });
});

describe('precisionCurve', () => {
  it('counts from the surest on, over all questions', () => {
    const runs = [
      { score: 1, right: false },
      { score: 3, right: true },
      { score: 2, right: true },
    ];
    expect(precisionCurve(runs, 10)).toEqual([
      { surely: 3, given: 0.1, right: 1 },
      { surely: 2, given: 0.2, right: 1 },
      { surely: 1, given: 0.3, right: 2 / 3 },
    ]);
  });
});

describe('comparable', () => {
  it('takes widths, scripts and the punctuation around an answer for nothing', () => {
    expect(comparable('《蜀道難》。')).toBe(comparable('蜀道难'));
    expect(comparable('１９４５年')).toBe(comparable('1945年'));
    expect(comparable('1945')).not.toBe(comparable('1945年'));
  });
});
