import { evidenceOf, FEATURE_NAMES } from './evidence/features.ts';
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

/** In the order of `FEATURE_NAMES`. */
const WEIGHTS = weightsFor(FEATURE_NAMES, model.weights);

/** Puts candidates in order, the likeliest first. */
export function rank(probe: Probe, candidates: readonly Passage[]): Ranked[] {
  return candidates
    .map((passage): Ranked => {
      const matches = findMatches(probe, passage);
      return { passage, matches, score: dot(evidenceOf(matches), WEIGHTS) };
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

/** @throws Error where the weights are of other features */
function weightsFor(features: readonly string[], weights: Readonly<Record<string, number>>): Float64Array {
  const strange = Object.keys(weights).filter((name) => !features.includes(name));
  const untrained = features.filter((name) => weights[name] === undefined);
  if (strange.length + untrained.length > 0) {
    throw new Error(`the ranking was trained on other features (${[...strange, ...untrained].join(', ')})`);
  }
  return Float64Array.from(features, (name) => weights[name] ?? 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
