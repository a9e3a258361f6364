import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/question/question.ts';
import { probabilities, withRuns } from '../../../src/retrieval/sentence/combine.ts';
import { likeliestRun } from '../../../src/retrieval/sentence/exactness.ts';
import { readPassage } from '../../../src/retrieval/sentence/passage.ts';
import { candidatesOf } from '../../../src/retrieval/sentence/runs/candidates.ts';
import { sceneOf } from '../../../src/retrieval/sentence/scene.ts';

const TEXT = '韩国司法机构独立。它设于首尔。1948年成立。没有关系。毫不相干。完全不同。';

function candidates(question: string, scores: readonly number[]) {
  return candidatesOf(sceneOf(readQuestion(question), readPassage(TEXT)), scores);
}

describe('candidatesOf', () => {
  it('leaves out what the question says, at the edges of a phrase too', () => {
    const texts = candidates('韩国的哪个机构是独立的？', [1, 0, 0, 0, 0, 0]).map(({ text }) => text);
    expect(texts).toContain('司法');
    expect(texts).not.toContain('韩国');
  });

  it('leaves out other quantities where one has the unit that is asked for', () => {
    const text = '44岁的马翠芳管辖着8栋楼，共有408户、1248人。';
    const texts = (question: string) =>
      candidatesOf(sceneOf(readQuestion(question), readPassage(text)), [1]).map((candidate) => candidate.text);
    expect(texts('马翠芳管多少户？')).toContain('408户');
    expect(texts('马翠芳管多少户？')).not.toContain('44岁');
    expect(texts('马翠芳管多少家？')).toContain('44岁');
  });

  it('searches the likeliest sentences alone', () => {
    const found = candidates('何时成立？', [0, 0, 3, -9, -9, -9]);
    expect(new Set(found.map(({ sentence }) => sentence))).toEqual(new Set([0, 1, 2]));
    expect(found.find(({ text }) => text === '1948年')?.standing).toMatchObject({ behind: 0 });
  });
});

describe('withRuns', () => {
  it('lets a likely run speak for its sentence, and rules no sentence out', () => {
    const found = candidates('何时成立？', [0, 0, 0, 0, 0, 0]);
    const runScores = found.map(({ text }) => (text === '1948年' ? 5 : 0));
    const shares = probabilities(withRuns([0, 0, 0, 0, 0, 0], found, runScores));
    expect(shares.indexOf(Math.max(...shares))).toBe(2);
    expect(Math.min(...shares)).toBeGreaterThan(0);
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1);
  });

  it('keeps the order of the sentences where there is no run at all', () => {
    const shares = probabilities(withRuns([1, 3, 2], [], []));
    expect(shares.indexOf(Math.max(...shares))).toBe(1);
  });
});

describe('likeliestRun', () => {
  it('is the best of the chosen sentence, not of the passage', () => {
    const found = candidates('何时成立？', [0, 0, 0, 0, 0, 0]);
    const rows = found.map(() => new Float64Array());
    const scores = found.map(({ sentence }) => (sentence === 1 ? 5 : 1));
    expect(likeliestRun(found, rows, scores, 2, 0.9)?.candidate.sentence).toBe(2);
    expect(likeliestRun([], [], [], 0, 1)).toBeUndefined();
  });
});
