import type { Section } from '../../../src/article/article.ts';
import { fold } from '../../../src/language/fold.ts';
import { type Candidate, readCandidates } from '../../../src/summary/candidates.ts';
import { gramsOf } from '../../../src/summary/grams.ts';
import { MOST_CHARACTERS } from '../../../src/summary/selection.ts';
import { outline, summarise } from '../../../src/summary/summarise.ts';
import { centrality } from './rank-graph.ts';
import { cosine, type TermVector, termVector } from './term-vectors.ts';

/** A way to summarise a section by its own sentences. */
export interface Rival {
  readonly name: string;
  readonly summarise: (section: Section) => string;
}

export const RIVALS: readonly Rival[] = [
  { name: 'lead-2', summarise: ({ paragraphs }) => joined(readCandidates(paragraphs).slice(0, 2)) },
  { name: 'TextRank', summarise: textRank },
  { name: 'LexRank + heading + position, MMR', summarise: lexRankWithHeading },
  {
    name: 'Wenzhai',
    summarise: (section) =>
      summarise(section, { last: true })
        .map(({ text }) => text)
        .join(''),
  },
  {
    name: 'Wenzhai, outline',
    summarise: (section) =>
      outline(section, { last: true })
        .map(({ text }) => text)
        .join(''),
  },
];

/** The two sentences that share the most words with the others, for their lengths; what does not fit any more is left out. */
function textRank({ paragraphs }: Section): string {
  const candidates = readCandidates(paragraphs);
  const words = candidates.map(({ folded }) => new Set(termVector(folded).keys()));
  const likeness = words.map((a) => words.map((b) => sharedWords(a, b)));
  const scores = centrality(likeness);
  return joined(pick(candidates, (at) => scores[at] ?? 0));
}

function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const lengths = Math.log(a.size) + Math.log(b.size);
  return lengths > 0 ? [...a].filter((word) => b.has(word)).length / lengths : 0;
}

/**
 * 0.3 LexRank + 0.4 overlap with the heading (half idf-weighted words, half character pairs)
 * + 0.3 / (1 + index), the second sentence by maximal marginal relevance with λ 0.7.
 */
function lexRankWithHeading({ heading, paragraphs }: Section): string {
  const candidates = readCandidates(paragraphs);
  const vectors = candidates.map(({ folded }) => termVector(folded));
  const likeness = vectors.map((a) => vectors.map((b) => cosine(a, b)));
  const central = centrality(likeness);
  const headed = candidates.map((candidate, at) => headingOverlap(heading ?? '', candidate, vectors[at] ?? new Map()));
  const relevance = candidates.map((_, at) => 0.3 * (central[at] ?? 0) + 0.4 * (headed[at] ?? 0) + 0.3 / (1 + at));
  return joined(
    pick(candidates, (at, chosen) => {
      const redundancy = Math.max(0, ...chosen.map((other) => likeness[at]?.[other] ?? 0));
      return 0.7 * (relevance[at] ?? 0) - 0.3 * redundancy;
    }),
  );
}

function headingOverlap(heading: string, { folded }: Candidate, terms: TermVector): number {
  const headingTerms = [...termVector(fold(heading))];
  const headingGrams = new Set(gramsOf(fold(heading)));
  const own = new Set(gramsOf(folded));
  const all = headingTerms.reduce((sum, [, weight]) => sum + weight, 0);
  const shared = headingTerms.reduce((sum, [term, weight]) => (terms.has(term) ? sum + weight : sum), 0);
  const words = all > 0 ? shared / all : 0;
  const grams =
    headingGrams.size > 0 ? [...headingGrams].filter((gram) => own.has(gram)).length / headingGrams.size : 0;
  return (words + grams) / 2;
}

/** Takes the best sentence that fits, twice. */
function pick(
  candidates: readonly Candidate[],
  worth: (at: number, chosen: readonly number[]) => number,
): readonly Candidate[] {
  const chosen: number[] = [];
  let room = MOST_CHARACTERS;
  for (let taken = 0; taken < 2; taken += 1) {
    const [best] = [...candidates.keys()]
      .filter((at) => !chosen.includes(at) && (candidates[at]?.length ?? 0) <= room)
      .map((at) => ({ at, value: worth(at, chosen) }))
      .sort((a, b) => b.value - a.value);
    if (best === undefined) break;
    chosen.push(best.at);
    room -= candidates[best.at]?.length ?? 0;
  }
  return candidates.filter((_, at) => chosen.includes(at));
}

function joined(chosen: readonly Candidate[]): string {
  return chosen.map(({ text }) => text).join('');
}
