import { fold } from '../language/fold.ts';
import { type Candidate, characterBigrams, type TermVector, termVector } from './candidates.ts';

/**
 * How much of the heading each sentence takes up, 0 to 1: half by words weighted with their
 * idf, half by pairs of characters, which forgive a different cut (网格化 / 网格).
 *
 * @returns one share a sentence, all 0 without a heading.
 */
export function headingOverlaps(heading: string, candidates: readonly Candidate[]): number[] {
  const folded = fold(heading);
  const terms = termVector(folded);
  const bigrams = characterBigrams(folded);
  return candidates.map(
    (candidate) => 0.5 * sharedTerms(terms, candidate.terms) + 0.5 * sharedBigrams(bigrams, candidate.bigrams),
  );
}

function sharedTerms(heading: TermVector, sentence: TermVector): number {
  let all = 0;
  let shared = 0;
  for (const [term, weight] of heading) {
    all += weight;
    if (sentence.has(term)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}

function sharedBigrams(heading: ReadonlySet<string>, sentence: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of heading) if (sentence.has(pair)) shared += 1;
  return heading.size === 0 ? 0 : shared / heading.size;
}
