import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/question/question.ts';
import { frameOf } from '../../../src/retrieval/sentence/frame.ts';
import { matchGrams, matchWords, shareOf } from '../../../src/retrieval/sentence/matches.ts';
import { readPassage } from '../../../src/retrieval/sentence/passage.ts';
import { commonSubsequence, commonSubstring } from '../../../src/retrieval/sentence/sequences.ts';

describe('matches', () => {
  const passage = readPassage('2021年書店搬遷。書店在鎮上。老闆姓周。');

  it('are found across scripts, and a number only where it stands alone', () => {
    const frame = frameOf(readQuestion('书店20岁的老板姓什么？'));
    const { hits, inSentence } = matchWords(frame, passage);
    const found = new Set(hits.map(({ thing }) => frame.words[thing]?.text));
    expect(found).toContain('书店');
    expect(found).not.toContain('20');
    const shop = frame.words.findIndex(({ text }) => text === '书店');
    expect(inSentence.map((has) => has[shop])).toEqual([1, 1, 0]);
  });

  it('weigh less the more sentences have them', () => {
    const frame = frameOf(readQuestion('书店老板？'));
    const { localWeights, weights } = matchGrams(frame.bigrams, 2, passage);
    const worth = (text: string): number => {
      const thing = frame.bigrams.findIndex((gram) => gram.text === text);
      return (localWeights[thing] ?? 0) / (weights[thing] ?? 1);
    };
    expect(worth('老板')).toBeGreaterThan(worth('书店'));
  });
});

describe('shareOf', () => {
  it('counts each thing once however many sets have it', () => {
    const weights = Float64Array.of(1, 2, 5);
    expect(shareOf(weights, Uint8Array.of(1, 1, 0), Uint8Array.of(0, 1, 0))).toBeCloseTo(3 / 8);
    expect(shareOf(new Float64Array(0))).toBe(0);
  });
});

describe('common sequences', () => {
  const text = fc.string({ unit: fc.constantFrom('金', '昌', '市', '区'), maxLength: 12 });

  it('agree with their definitions', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const pieces = [...a].flatMap((_, from) => [...a].map((__, to) => a.slice(from, to + 1)));
        expect(commonSubstring(a, b)).toBe(
          Math.max(0, ...pieces.filter((piece) => b.includes(piece)).map((p) => p.length)),
        );
        const subsequence = commonSubsequence(a, b);
        expect(subsequence).toBeGreaterThanOrEqual(commonSubstring(a, b));
        expect(subsequence).toBeLessThanOrEqual(Math.min(a.length, b.length));
        expect(commonSubsequence(b, a)).toBe(subsequence);
      }),
    );
  });

  it('let a subsequence skip characters', () => {
    expect(commonSubsequence('金昌市', '金川区昌都里')).toBe(2);
  });
});
