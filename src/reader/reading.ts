import type { Span } from '../language/sentences.ts';
import type { Passage } from '../retrieval/passages/passages.ts';

/** A passage, read for a question. Spans are UTF-16 offsets into its text. */
export interface Reading {
  /** A whole paragraph. */
  readonly passage: Passage;
  /** The sentence that answers or comes closest; null where the passage has none. */
  readonly sentence: Span | null;
  /** The run that answers, inside `sentence`; null where nothing read it. */
  readonly run: Span | null;
  /** How likely that run is the one, given that the passage answers: 0 to 1. */
  readonly runLikelihood: number;
  /** The reader's own odds that the passage answers, as it was trained: not calibrated. */
  readonly logOdds: number;
}
