import type { Span } from '../language/sentences.ts';

/**
 * A small encoder that was trained to find and to point at what answers a question; it writes nothing.
 *
 * All texts are folded ones (`fold`), so that their offsets hold in what was published. One text at a time: what
 * comes out depends on nothing else that is asked. A pass holds the thread, some milliseconds for every ten tokens.
 * Every call rejects where the machine has no memory left for it.
 */
export interface Network {
  /** Hexadecimal, of the files that it is made of: of another network, nothing can be compared. */
  readonly digest: string;
  /** Numbers in a vector. */
  readonly dimensions: number;
  encodeQuestion(question: string): Promise<EncodedQuestion>;
  encodePassage(passage: TextInContext): Promise<EncodedPassage>;
  /** Reads a question and a passage together. */
  join(question: EncodedQuestion, passage: EncodedPassage): Promise<Joined>;
}

/** A text to be encoded. */
export interface TextInContext {
  /** What a reader has before their eyes with it: a title, a heading. Only the beginning of a long one counts. */
  readonly context: string;
  /** What is longer than `MOST_TEXT_TOKENS` is not seen. */
  readonly text: string;
  /** Stretches of `text`. */
  readonly sentences: readonly Span[];
}

/** What a network makes of each token, a row each, the special ones included. */
export interface States {
  readonly values: Float32Array;
  readonly rows: number;
}

export interface EncodedQuestion {
  readonly states: States;
  /** Of length 1; all 0 for a question without a character. */
  readonly vector: Float32Array;
}

export interface EncodedPassage {
  readonly states: States;
  /** The text's own tokens in order: UTF-16 offsets in it, `end` exclusive. */
  readonly tokens: readonly Span[];
  /** The row of the first of `tokens` in `states`; the others follow. */
  readonly firstRow: number;
  /** The mean of what its tokens are turned into, of length 1. */
  readonly vector: Float32Array;
  /** For each sentence the mean over its tokens, of length 1; the whole text's for one that has none. */
  readonly sentenceVectors: readonly Float32Array[];
}

/** Where a passage answers a question. Logits. */
export interface Joined {
  /** For each of the passage's tokens: that the answer starts there. */
  readonly start: Float32Array;
  /** For each of the passage's tokens: that the answer ends with it. */
  readonly end: Float32Array;
  /** That the passage answers at all. */
  readonly answers: number;
}

/** So much of a question is seen. */
export const MOST_QUESTION_TOKENS = 64;
/** So much of a context is seen. */
export const MOST_CONTEXT_TOKENS = 64;
/** So much of a text is seen. */
export const MOST_TEXT_TOKENS = 384;
