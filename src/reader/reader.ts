import type { Span } from '../language/sentences.ts';
import type { Question } from '../question/question.ts';
import type { Passage } from '../retrieval/passages/passages.ts';
import type { Ranked } from '../retrieval/rank.ts';

/** A passage, read for a question. Spans are UTF-16 offsets into its text. */
export interface Reading {
  /** A whole paragraph. */
  readonly passage: Passage;
  /** The sentence that answers or comes closest; null where the passage has none. */
  readonly sentence: Span | null;
  /** The exact run that answers, inside `sentence`; null where that is not sure. */
  readonly answer: Span | null;
  /** How likely the passage is to answer, as log odds: above 0 it rather does than not. Finite. */
  readonly logOdds: number;
}

/** Reads passages for what they say, not for their words: a model, put in at this one place. */
export interface Reader {
  /**
   * @param ranked what was found, best first by words (and vectors); pieces of a long paragraph each by itself
   * @returns best first, one for each paragraph; undefined where there is no time for it, and words alone decide
   */
  read(question: Question, ranked: readonly Ranked[]): Promise<readonly Reading[] | undefined>;
}
