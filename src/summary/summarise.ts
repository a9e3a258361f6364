import type { Section } from '../article/article.ts';
import type { Span } from '../language/sentences.ts';
import { readCandidates } from './candidates.ts';
import { headingOverlaps } from './heading-overlap.ts';
import { lexRank } from './lexrank.ts';
import { mostRelevantAndUnlike } from './selection.ts';
import { cosine } from './similarity.ts';

/** A sentence of a section's summary, word for word as it stands in the section. */
export interface SummarySentence {
  /** Its paragraph, counted from 1. */
  readonly paragraph: number;
  /** UTF-16 offsets into that paragraph. */
  readonly span: Span;
  readonly text: string;
}

/** What is known about the article a section is part of. */
export interface Surroundings {
  readonly title?: string;
  /** Whether the section ends the article, where a flourish may close it. */
  readonly last?: boolean;
}

/**
 * A section told by its own sentences: at most 2, at most 120 code points together, verbatim
 * and whole, in document order. Where no sentence is that short, the best one alone.
 *
 * @returns nothing for a section without a sentence.
 */
export function summarise(section: Section, { title }: Surroundings = {}): SummarySentence[] {
  const candidates = readCandidates(section);
  const similarities = candidates.map((a) => Float64Array.from(candidates, (b) => cosine(a.terms, b.terms)));
  const central = lexRank(similarities);
  const onHeading = headingOverlaps(section.heading ?? title ?? '', candidates);
  const relevance = candidates.map(
    ({ index }) => 0.3 * (central[index] ?? 0) + 0.4 * (onHeading[index] ?? 0) + 0.3 / (1 + index),
  );
  return mostRelevantAndUnlike(candidates, relevance, similarities).map(({ paragraph, span, text }) => ({
    paragraph,
    span,
    text,
  }));
}
