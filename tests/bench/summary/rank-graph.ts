/** The share of a sentence's score that its neighbours pass on, as in PageRank. */
const DAMPING = 0.85;
const ROUNDS = 30;

/**
 * How central each sentence is in the graph of likenesses between sentences, every edge
 * counting by its weight: LexRank (Erkan and Radev 2004) over tf-idf cosines, TextRank
 * (Mihalcea and Tarau 2004) over shared words.
 *
 * @param likeness symmetric; row i is sentence i's likeness to every sentence.
 * @returns one score a sentence, the most central has 1.
 */
export function centrality(likeness: readonly (readonly number[])[]): number[] {
  const weightOf = (from: number, to: number) => (from === to ? 0 : (likeness[from]?.[to] ?? 0));
  const all = [...likeness.keys()];
  const strengths = all.map((from) => all.reduce((sum, to) => sum + weightOf(from, to), 0));
  let scores = all.map(() => 1 / all.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    scores = all.map((to) => {
      const passedOn = all.reduce((sum, from) => {
        const strength = strengths[from] ?? 0;
        return strength === 0 ? sum : sum + ((scores[from] ?? 0) * weightOf(from, to)) / strength;
      }, 0);
      return (1 - DAMPING) / all.length + DAMPING * passedOn;
    });
  }
  const best = Math.max(...scores);
  return scores.map((score) => score / best);
}
