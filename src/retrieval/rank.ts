import { z } from 'zod';
import { evidenceOf, FEATURE_NAMES } from './evidence/features.ts';
import { findMatches, type Matches } from './evidence/matches.ts';
import type { Probe } from './evidence/probe.ts';
import type { Passage } from './passages/passages.ts';
import { placeOf } from './passages/pieces.ts';
import { readModel } from './read-model.ts';

/** A passage with what speaks for it. */
export interface Ranked {
  readonly passage: Passage;
  readonly matches: Matches;
  /** As named by `FEATURE_NAMES`. */
  readonly evidence: Float64Array;
  /** Weighted evidence: the difference between two is the logarithm of how much likelier one is. */
  readonly score: number;
}

/** Of the pieces of one paragraph only the best. @param ranked best first */
export function bestOfEach(ranked: readonly Ranked[]): Ranked[] {
  const seen = new Set<Passage>();
  return ranked.filter(({ passage: piece }) => {
    const { passage } = placeOf(piece);
    const isFirst = !seen.has(passage);
    seen.add(passage);
    return isFirst;
  });
}

const ModelSchema = z.object({ weights: z.record(z.string(), z.number()) });

let weights: Float64Array | undefined;

/**
 * Puts candidates in order, the likeliest first.
 * @throws Error when the model's file is missing or was trained on other features.
 */
export function rank(probe: Probe, candidates: readonly Passage[]): Ranked[] {
  weights ??= readWeights();
  const model = weights;
  return candidates
    .map((passage): Ranked => {
      const matches = findMatches(probe, passage);
      const evidence = evidenceOf(matches);
      return { passage, matches, evidence, score: dot(evidence, model) };
    })
    .sort((a, b) => b.score - a.score);
}

function readWeights(): Float64Array {
  const model = ModelSchema.parse(readModel('passage'));
  const strange = Object.keys(model.weights).filter((name) => !FEATURE_NAMES.includes(name));
  const untrained = FEATURE_NAMES.filter((name) => model.weights[name] === undefined);
  if (strange.length + untrained.length > 0) {
    throw new Error(`model passage was trained on other features (${[...strange, ...untrained].join(', ')})`);
  }
  return Float64Array.from(FEATURE_NAMES, (name) => model.weights[name] ?? 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
