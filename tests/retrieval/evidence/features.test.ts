import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/question/question.ts';
import { evidenceOf, FEATURE_NAMES } from '../../../src/retrieval/evidence/features.ts';
import { findMatches } from '../../../src/retrieval/evidence/matches.ts';
import { createProbe } from '../../../src/retrieval/evidence/probe.ts';
import { passagesOf } from '../../../src/retrieval/passages/passages.ts';
import { rarityIn } from '../../../src/retrieval/store/commonness.ts';
import { articleOf } from '../../training/passages.ts';

const rarity = rarityIn({ passages: 1, gram: () => 1, term: () => 1 });

function evidence(question: string, paragraph: string): Record<string, number> {
  const [passage] = passagesOf(articleOf('a', [paragraph]));
  if (passage === undefined) return {};
  const values = evidenceOf(findMatches(createProbe(readQuestion(question), rarity), passage));
  return Object.fromEntries(FEATURE_NAMES.map((name, at) => [name, values[at] ?? Number.NaN]));
}

describe('evidence', () => {
  it('finds the longest common run as a plain search does', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'网格员治理'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, (question, passage) => {
        let longest = 0;
        for (let start = 0; start < question.length; start += 1) {
          for (let end = start + 1; end <= question.length; end += 1) {
            if (passage.includes(question.slice(start, end))) longest = Math.max(longest, end - start);
          }
        }
        expect(evidence(question, passage)['longest common run']).toBeCloseTo(longest / question.length);
      }),
    );
  });

  it('is a number for any question and any text', () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom(...'网格员，。“”年1a'), fc.string({ unit: 'binary', maxLength: 1 })),
    });
    fc.assert(
      fc.property(text, text, (question, passage) => Object.values(evidence(question, passage)).every(Number.isFinite)),
    );
  });

  it('counts a number by itself, not within a longer one', () => {
    expect(evidence('408户在哪里', '共有408户。').numbers).toBe(1);
    expect(evidence('408户在哪里', '共有1408户。').numbers).toBe(0);
  });

  it('knows what is said otherwise', () => {
    const name = 'words said otherwise';
    expect(evidence('他何时去世？', '他1900年病逝。')[name]).toBeGreaterThan(
      evidence('他何时去世？', '他1900年唱歌。')[name] ?? 1,
    );
  });
});
