import type { Candidate } from './candidates.ts';
import type { Pair } from './pairs.ts';

/** Code points in a whole summary. */
export const MOST_CHARACTERS = 120;

/** Two sentences that together are compared with every other two; beyond this many, only the best single ones are. */
const MOST_COMPARED = 250;

/** A candidate with the pairs it has and the sum of their chances. */
interface Weighed {
  readonly candidate: Candidate;
  readonly pairs: readonly Pair[];
  readonly content: number;
}

/** What a choice of sentences is judged by. */
export interface Judgement {
  /** For each candidate of the section, by its index, the pairs it has, each once. */
  readonly bySentence: readonly (readonly Pair[])[];
  /** The chance of each pair, by its id, to stand in a person's summary. */
  readonly chances: Float64Array;
  /** Code points that a person's summary is expected to have. */
  readonly expectedLength: number;
}

/**
 * The one or two sentences of at most 120 code points that agree best with the summary a
 * person would write, in document order: those with the highest expected F-measure
 *
 *     2 · (chances of the distinct pairs they have) / (their length + a person's length)
 *
 * so that a second sentence is taken only for what it adds (a pair that both have counts
 * once). All choices are tried (Gillick and Favre 2009 maximise the same covered content,
 * without the division by length).
 *
 * @returns nothing where no candidate is short enough.
 */
export function bestWithinBudget(candidates: readonly Candidate[], judgement: Judgement): Candidate[] {
  const { expectedLength } = judgement;
  const worthOf = (content: number, length: number) => content / (length + expectedLength);
  const fitting = weigh(candidates, judgement)
    .filter(({ candidate }) => candidate.length <= MOST_CHARACTERS)
    .sort((a, b) => worthOf(b.content, b.candidate.length) - worthOf(a.content, a.candidate.length))
    .slice(0, MOST_COMPARED);

  let best: Candidate[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (const [at, one] of fitting.entries()) {
    const alone = worthOf(one.content, one.candidate.length);
    if (alone > most) [best, most] = [[one.candidate], alone];
    const ownPairs = new Set(one.pairs);
    for (const other of fitting.slice(at + 1)) {
      const length = one.candidate.length + other.candidate.length;
      if (length > MOST_CHARACTERS || worthOf(one.content + other.content, length) <= most) continue;
      const together = worthOf(one.content + added(other, ownPairs, judgement.chances), length);
      if (together > most) [best, most] = [[one.candidate, other.candidate], together];
    }
  }
  return best.sort((a, b) => a.index - b.index);
}

/** The candidate that is best alone, whatever its length; undefined where there is none. */
export function bestAlone(candidates: readonly Candidate[], judgement: Judgement): Candidate | undefined {
  const worthOf = ({ content, candidate }: Weighed) => content / (candidate.length + judgement.expectedLength);
  return weigh(candidates, judgement).sort((a, b) => worthOf(b) - worthOf(a))[0]?.candidate;
}

function weigh(candidates: readonly Candidate[], { bySentence, chances }: Judgement): Weighed[] {
  return candidates.map((candidate) => {
    const pairs = bySentence[candidate.index] ?? [];
    return { candidate, pairs, content: pairs.reduce((sum, pair) => sum + (chances[pair.id] ?? 0), 0) };
  });
}

function added({ pairs }: Weighed, covered: ReadonlySet<Pair>, chances: Float64Array): number {
  return pairs.reduce((sum, pair) => (covered.has(pair) ? sum : sum + (chances[pair.id] ?? 0)), 0);
}
