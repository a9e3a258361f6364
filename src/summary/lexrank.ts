/** The share of a sentence's score that its neighbours pass on, as in PageRank. */
const DAMPING = 0.85;
const ITERATIONS = 30;
const CONVERGED = 1e-6;

/**
 * LexRank: how central each sentence is in the graph of similarities between sentences
 * (Erkan and Radev 2004, the continuous variant: every edge counts by its weight).
 *
 * @param similarities symmetric matrix, row i is sentence i's likeness to every sentence.
 * @returns one score a sentence, the most central has 1.
 */
export function lexRank(similarities: readonly Float64Array[]): Float64Array {
  const count = similarities.length;
  const strengths = similarities.map((row, at) => row.reduce((sum, weight, to) => (to === at ? sum : sum + weight), 0));
  let scores = new Float64Array(count).fill(1 / count);
  for (let round = 0; round < ITERATIONS; round += 1) {
    const next = new Float64Array(count).fill((1 - DAMPING) / count);
    for (const [from, row] of similarities.entries()) {
      const strength = strengths[from] ?? 0;
      if (strength === 0) continue;
      const passedOn = (DAMPING * (scores[from] ?? 0)) / strength;
      for (const [to, weight] of row.entries()) {
        if (to !== from) next[to] = (next[to] ?? 0) + passedOn * weight;
      }
    }
    const change = next.reduce((sum, score, at) => sum + Math.abs(score - (scores[at] ?? 0)), 0);
    scores = next;
    if (change < CONVERGED) break;
  }
  const best = Math.max(...scores);
  return best > 0 ? scores.map((score) => score / best) : scores;
}
