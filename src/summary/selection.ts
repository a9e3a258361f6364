import type { Candidate } from './candidates.ts';

/** Sentences in a summary, and code points in all of them together. */
const MOST_SENTENCES = 2;
export const MOST_CHARACTERS = 120;

/** Maximal marginal relevance (Carbonell and Goldstein 1998): relevance against likeness to what is chosen already. */
const RELEVANCE_SHARE = 0.7;

/**
 * At most two sentences of at most 120 code points together, each as relevant and as unlike
 * the one before as can be, in document order. Where no sentence is short enough, the most
 * relevant one alone.
 */
export function mostRelevantAndUnlike(
  candidates: readonly Candidate[],
  relevance: readonly number[],
  similarities: readonly Float64Array[],
): Candidate[] {
  const chosen: number[] = [];
  let room = MOST_CHARACTERS;
  while (chosen.length < MOST_SENTENCES) {
    const worth = (at: number) =>
      RELEVANCE_SHARE * (relevance[at] ?? 0) -
      (1 - RELEVANCE_SHARE) * Math.max(0, ...chosen.map((other) => similarities[other]?.[at] ?? 0));
    const fitting = [...candidates.keys()].filter(
      (at) => !chosen.includes(at) && (candidates[at]?.length ?? 0) <= room,
    );
    const pool = fitting.length > 0 || chosen.length > 0 ? fitting : [...candidates.keys()];
    const best = highest(pool, worth);
    if (best === undefined) break;
    chosen.push(best);
    room -= candidates[best]?.length ?? 0;
  }
  return chosen.sort((a, b) => a - b).flatMap((at) => candidates[at] ?? []);
}

function highest(pool: readonly number[], worth: (at: number) => number): number | undefined {
  let best: number | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const at of pool) {
    const value = worth(at);
    if (value > most) [best, most] = [at, value];
  }
  return best;
}
