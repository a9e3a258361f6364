import type { Span } from '../language/sentences.ts';

/** A passage that was found, best first in an Answer. */
export interface FoundPassage {
  readonly articleId: string;
  /** `§2¶4`, or `meta` for the line of facts about the article. */
  readonly address: string;
  /** The section's heading; null in the lead and for `meta`. */
  readonly section: string | null;
  /** Canonical text of the paragraph. */
  readonly text: string;
  readonly score: number;
  /** The answering sentence: UTF-16 offsets into `text`. */
  readonly highlight: Span | null;
  /** The exact run that answers, inside `highlight`, only when sure of it. */
  readonly answer: Span | null;
}

/** What the library has to say to a question. */
export interface Answer {
  /** As it was asked, untouched. */
  readonly question: string;
  readonly answered: boolean;
  /** How sure it is that the best passage answers, in log odds: above 0 it does. Absent where no passage was weighed. */
  readonly confidence?: number;
  /** Why there is no answer; absent when there is one. */
  readonly refusal?: Refusal;
  /** Best first. Refused: the closest ones, maybe none. */
  readonly passages: readonly FoundPassage[];
}

/** `blank`: nothing was asked; `unanswered`: the articles do not say. */
export interface Refusal {
  readonly reason: 'blank' | 'unanswered';
  /** Content words of the question that the library has, and those that it lacks, as they were asked. */
  readonly present: readonly string[];
  readonly missing: readonly string[];
}
