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
/** The same in UTF-16 units: a thousand sentences of a hundred characters. */
const MOST_READ = 100_000;
/** No sentence is this long; a text without any full stop must not cost seconds. */
const LONGEST_SENTENCE = 2000;

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** A section's sentences in document order; a run of punctuation is none. */
export function readCandidates(paragraphs: readonly string[]): Candidate[] {
  const candidates: Candidate[] = [];
  let left = MOST_READ;
  for (const [at, whole] of paragraphs.entries()) {
    if (candidates.length >= MOST_CANDIDATES || left <= 0) break;
    const paragraph = begun(whole, left);
    left -= paragraph.length;
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

/** As many whole sentences of a paragraph as there is room for; of a first one that is longer its beginning. */
function begun(paragraph: string, room: number): string {
  if (paragraph.length <= room) return paragraph;
  const unit = paragraph.charCodeAt(room - 1);
  const beginning = paragraph.slice(0, unit >= 0xd800 && unit < 0xdc00 ? room - 1 : room);
  const sentences = splitSentences(beginning);
  return beginning.slice(0, sentences.at(-2)?.end ?? beginning.length);
}
