import { fold } from '../language/fold.ts';
import { type Span, splitSentences } from '../language/sentences.ts';

/** A sentence of the section, which may come to stand in its summary. */
export interface Candidate {
  /** Its paragraph, counted from 1. */
  readonly paragraph: number;
  /** UTF-16 offsets into that paragraph. */
  readonly span: Span;
  readonly text: string;
  /** The text as it is compared: Simplified, half-width, lower case, as long as `text`. */
  readonly folded: string;
  /** Code points. */
  readonly length: number;
  /** Place among the section's candidates, counted from 0. */
  readonly index: number;
}

/** More sentences than this are no section but a book, and only its beginning is read, so that the work is bounded. */
const MOST_CANDIDATES = 1000;
/** No sentence is this long; a text without any full stop must not cost seconds. */
const LONGEST_SENTENCE = 2000;

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** A section's sentences in document order; a run of punctuation is none. */
export function readCandidates(paragraphs: readonly string[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    if (candidates.length >= MOST_CANDIDATES) break;
    const folded = fold(paragraph);
    for (const span of splitSentences(paragraph).slice(0, MOST_CANDIDATES - candidates.length)) {
      const text = paragraph.slice(span.start, span.end);
      if (!SAYS_SOMETHING.test(text)) continue;
      const length = [...text].length;
      candidates.push({
        paragraph: at + 1,
        span,
        text,
        folded: folded.slice(span.start, Math.min(span.end, span.start + LONGEST_SENTENCE)),
        length,
        index: candidates.length,
      });
    }
  }
  return candidates;
}
