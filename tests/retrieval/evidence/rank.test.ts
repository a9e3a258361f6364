import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rarityIn } from '../../../src/language/rarity.ts';
import { passagesOf } from '../../../src/passages/passages.ts';
import { readQuestion } from '../../../src/question/question.ts';
import { findMatches } from '../../../src/retrieval/evidence/matches.ts';
import { createProbe } from '../../../src/retrieval/evidence/probe.ts';
import { type Evidence, evidenceOf } from '../../../src/retrieval/evidence/rank.ts';
import { articleOf } from '../../training/passages.ts';

const rarity = rarityIn({ passages: 1, gram: () => 1, term: () => 1 });

function evidence(question: string, paragraph: string): Evidence {
  const [passage] = passagesOf(articleOf('a', [paragraph]));
  if (passage === undefined) throw new Error('nothing to look at');
  return evidenceOf(findMatches(createProbe(readQuestion(question), rarity), passage));
}

describe('evidence', () => {
  it('is shares and a sum, for any question and any text', () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom(...'网格员，。“”年1a'), fc.string({ unit: 'binary', maxLength: 1 })),
    });
    fc.assert(
      fc.property(text, text, (question, paragraph) => {
        const { pairs, characters, characterBm25, words } = evidence(question, `网${paragraph}`);
        for (const share of [pairs, characters, words]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(Number.isFinite(characterBm25)).toBe(true);
      }),
    );
  });

  it('counts what stands in a sentence and in the next, not what is further away', () => {
    const asked = '马翠芳负责几栋楼';
    const near = evidence(asked, '马翠芳是网格员。她负责8栋楼。').pairs;
    expect(near).toBeGreaterThan(evidence(asked, '马翠芳是网格员。天晴了。她负责8栋楼。').pairs);
  });

  it('counts a character whose word was changed', () => {
    const asked = '这座桥何时建造';
    const changed = evidence(asked, '桥始建于1990年。').characters;
    expect(changed).toBeGreaterThan(evidence(asked, '桥在1990年开放。').characters);
  });
});
