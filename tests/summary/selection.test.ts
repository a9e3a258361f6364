import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, readCandidates } from '../../src/summary/candidates.ts';
import { countGrams } from '../../src/summary/grams.ts';
import { bestAlone, bestWithinBudget, type Judgement, MOST_CHARACTERS } from '../../src/summary/selection.ts';

/** Judges every gram by its name alone, so that a test can say what matters. */
function judge(
  candidates: readonly Candidate[],
  chanceOf: (gram: string) => number,
  expectedLength: number,
): Judgement {
  const { grams, bySentence } = countGrams(candidates);
  return {
    bySentence,
    chances: Array.from(grams.keys(), chanceOf),
    bearings: candidates.map(() => 1),
    expectedLength,
  };
}

/** The formula, straight from the grams' names. */
function expectedF(chosen: readonly Candidate[], { bySentence, chances, bearings, expectedLength }: Judgement): number {
  const [first, second] = chosen.map(({ index }) => index);
  const length = chosen.reduce((sum, candidate) => sum + candidate.length, 0);
  const contents = (index: number, without: ReadonlySet<unknown>) =>
    (bySentence[index] ?? [])
      .filter((gram) => !without.has(gram))
      .reduce((sum, { id, size }) => sum + size * (chances[id] ?? 0), 0) * (bearings[index] ?? 1);
  if (first === undefined) return 0;
  const alone = contents(first, new Set());
  const added = second === undefined ? 0 : contents(second, new Set(bySentence[first]));
  return (alone + added) / (length + expectedLength);
}

const text = fc
  .array(fc.constantFrom(...'金昌社区网格治理党建'), { minLength: 2, maxLength: 70 })
  .map((characters) => `${characters.join('')}。`);

describe('bestWithinBudget', () => {
  it('finds the best of all choices of one or two sentences that fit', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 200 }),
        (texts, expected) => {
          const candidates = readCandidates(texts);
          const judgement = judge(candidates, (gram) => (gram.charCodeAt(0) % 7) / 7, expected);
          const choices = candidates
            .flatMap((one, at) => [[one], ...candidates.slice(at + 1).map((other) => [one, other])])
            .filter((choice) => choice.reduce((sum, { length }) => sum + length, 0) <= MOST_CHARACTERS);
          const best = bestWithinBudget(candidates, judgement);
          const most = Math.max(0, ...choices.map((choice) => expectedF(choice, judgement)));
          expect(expectedF(best, judgement)).toBeCloseTo(most, 9);
        },
      ),
    );
  });

  it('takes no second sentence that says the same again', () => {
    const candidates = readCandidates(['网格化治理见成效。', '网格化治理见成效！', '老年食堂开张了。']);
    const chosen = bestWithinBudget(
      candidates,
      judge(candidates, () => 0.5, 100),
    );
    expect(chosen.map(({ index }) => index)).not.toEqual([0, 1]);
    expect(chosen).toHaveLength(2);
  });

  it('takes a second sentence the sooner, the longer a summary is expected to be', () => {
    const candidates = readCandidates(['网格化治理见成效。', '老年食堂开张，居民都很高兴，纷纷前来就餐。']);
    const chance = (gram: string) => ('网格化治理'.includes(gram) ? 0.9 : 0.2);
    expect(bestWithinBudget(candidates, judge(candidates, chance, 5))).toHaveLength(1);
    expect(bestWithinBudget(candidates, judge(candidates, chance, 500))).toHaveLength(2);
  });

  it('has nothing where no sentence fits, and then the best alone is left', () => {
    const candidates = readCandidates([`${'网格'.repeat(80)}。`, `${'治理'.repeat(90)}。`]);
    const judgement = judge(candidates, (gram) => Number(gram === '治理'), 60);
    expect(bestWithinBudget(candidates, judgement)).toEqual([]);
    expect(bestAlone(candidates, judgement)?.index).toBe(1);
    expect(bestAlone([], judgement)).toBeUndefined();
  });
});
