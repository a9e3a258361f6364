import type { Section } from '../article/article.ts';
import type { Span } from '../language/sentences.ts';
import { type Candidate, readCandidates } from './candidates.ts';
import { withoutOrnaments } from './ornament.ts';
import { countPairs } from './pairs.ts';
import { salience } from './salience.ts';
import { bestAlone, bestWithinBudget, type Judgement } from './selection.ts';
import { spokenness } from './spoken.ts';

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

/** Code points that people's summaries of print and of talk are taken to have; the one of a section lies between. */
const EXPECTED_LENGTH = { print: 60, talk: 150 };

/**
 * A section told by its own sentences: at most 2, at most 120 code points together, verbatim
 * and whole, in document order. Where no sentence is that short, the best one alone.
 *
 * @returns nothing for a section without a sentence.
 */
export function summarise(section: Section, { title }: Surroundings = {}): SummarySentence[] {
  const candidates = readCandidates(section.paragraphs);
  const judgement = judge(section, candidates, section.heading ?? title ?? '');
  return choose(candidates, judgement).map(({ paragraph, span, text }) => ({ paragraph, span, text }));
}

function judge(section: Section, candidates: readonly Candidate[], heading: string): Judgement {
  const spoken = spokenness(candidates.map(({ folded }) => folded).join(''));
  const pairs = countPairs(candidates);
  const { print, talk } = EXPECTED_LENGTH;
  return {
    bySentence: pairs.bySentence,
    chances: salience(pairs, { heading, paragraphs: section.paragraphs.length, spoken }),
    expectedLength: print + (talk - print) * spoken,
  };
}

function choose(candidates: readonly Candidate[], judgement: Judgement): Candidate[] {
  const telling = bestWithinBudget(withoutOrnaments(candidates), judgement);
  if (telling.length > 0) return telling;
  const any = bestWithinBudget(candidates, judgement);
  if (any.length > 0) return any;
  const longest = bestAlone(candidates, judgement);
  return longest === undefined ? [] : [longest];
}
