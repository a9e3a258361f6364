import { type Evidence, evidenceOf } from './evidence/evidence.ts';
import { findMatches, type Matches } from './evidence/matches.ts';
import type { Probe } from './evidence/probe.ts';
import model from './evidence/weights.json' with { type: 'json' };
import type { Passage } from './passages/passages.ts';
import { placeOf } from './passages/pieces.ts';

/** A passage with what speaks for it. */
export interface Ranked {
  readonly passage: Passage;
  readonly matches: Matches;
  /** Weighted evidence: the difference between two is the logarithm of how much likelier one is. */
  readonly score: number;
}

const WEIGHTS: Evidence = model.weights;

/** Puts candidates in order, the likeliest first. */
export function rank(probe: Probe, candidates: readonly Passage[]): Ranked[] {
  return candidates
    .map((passage): Ranked => {
      const matches = findMatches(probe, passage);
      return { passage, matches, score: weighed(evidenceOf(matches)) };
    })
    .sort((a, b) => b.score - a.score);
}

/** Of the pieces of one paragraph only the best. @param ranked best first */
export function bestOfEach<One extends Pick<Ranked, 'passage'>>(ranked: readonly One[]): One[] {
  const seen = new Set<Passage>();
  return ranked.filter(({ passage: piece }) => {
    const { passage } = placeOf(piece);
    const isFirst = !seen.has(passage);
    seen.add(passage);
    return isFirst;
  });
}

function weighed({ pairs, answering, characters, characterBm25, words }: Evidence): number {
  return (
    WEIGHTS.pairs * pairs +
    WEIGHTS.answering * answering +
    WEIGHTS.characters * characters +
    WEIGHTS.characterBm25 * characterBm25 +
    WEIGHTS.words * words
  );
}
