import type { Article } from '../article/article.ts';
import { type Span, shifted } from '../language/sentences.ts';
import { onceFor } from '../once-for.ts';
import { knowSentences, type Passage, passagesOf, sentencesOf } from './passages.ts';

/**
 * What is ranked and searched for an answer is no longer than this, so that what a question costs does not depend on
 * how its articles are broken into paragraphs. Sixty sentences: paragraphs of news have three to ten, and forty in the
 * longest transcripts that were seen; a hundred characters for each.
 */
const MOST_SENTENCES = 60;
/** UTF-16 units. */
export const LONGEST_PIECE = 6_000;

/** Where a piece stands: in which paragraph, from which offset on. */
interface Place {
  readonly passage: Passage;
  readonly offset: number;
}

const placeOfPiece = new WeakMap<Passage, Place>();

/**
 * The passages of an article as they are indexed: its paragraphs, but one longer than any paragraph of a real text in
 * pieces of whole sentences. A sentence that is longer than a piece is cut. In reading order, always the same ones.
 */
export const piecesOf = onceFor((article: Article): readonly Passage[] => passagesOf(article).flatMap(piecesOfPassage));

/** The paragraph that a piece belongs to, and where in it; mostly the piece itself. */
export function placeOf(piece: Passage): Place {
  return placeOfPiece.get(piece) ?? { passage: piece, offset: 0 };
}

function piecesOfPassage(passage: Passage): Passage[] {
  // Nearly every paragraph is this short, and then nothing needs to be split.
  if (passage.text.length <= MOST_SENTENCES) return [passage];
  if (passage.text.length <= LONGEST_PIECE && sentencesOf(passage).length <= MOST_SENTENCES) return [passage];
  return stretchesOf(passage, { longest: LONGEST_PIECE, most: MOST_SENTENCES }).map((stretch) =>
    pieceOf(passage, stretch),
  );
}

function pieceOf(passage: Passage, { sentences, start, end }: Stretch): Passage {
  const { article, section, paragraph, heading } = passage;
  const piece: Passage = {
    article,
    section,
    paragraph,
    heading,
    text: passage.text.slice(start, end),
    get folded(): string {
      return passage.folded.slice(start, end);
    },
  };
  placeOfPiece.set(piece, { passage, offset: start });
  knowSentences(piece, sentences);
  return piece;
}

/** Some sentences of a passage in a row, or a part of one. UTF-16 offsets into its text. */
export interface Stretch extends Span {
  /** Where the sentences stand in the stretch. */
  readonly sentences: readonly Span[];
  /** The number of the first of them among the passage's. */
  readonly firstSentence: number;
}

/**
 * A passage in stretches that are as long as they can be: of whole sentences, but one that is too long is cut.
 * @param most sentences in one; any number unless told
 */
export function stretchesOf(
  passage: Passage,
  { longest, most = Number.POSITIVE_INFINITY }: { readonly longest: number; readonly most?: number },
): Stretch[] {
  const stretches: { spans: Span[]; start: number; firstSentence: number }[] = [];
  for (const [number, sentence] of sentencesOf(passage).entries()) {
    for (const part of spanParts(sentence, passage.text, longest)) {
      const last = stretches.at(-1);
      if (last !== undefined && last.spans.length < most && part.end - last.start <= longest) last.spans.push(part);
      else stretches.push({ spans: [part], start: part.start, firstSentence: number });
    }
  }
  return stretches.map(({ spans, start, firstSentence }) => ({
    start,
    end: spans.at(-1)?.end ?? start,
    sentences: spans.map((span) => shifted(span, -start)),
    firstSentence,
  }));
}

/**
 * A stretch of a text in parts that are short enough, as long as they can be; none begins within a code point.
 * @param longest UTF-16 units, 2 or more
 */
function spanParts({ start, end }: Span, text: string, longest: number): Span[] {
  const parts: Span[] = [];
  for (let from = start; from < end; ) {
    const unit = text.charCodeAt(from + longest - 1);
    const isHalf = unit >= 0xd800 && unit < 0xdc00;
    const to = Math.min(end, from + longest - (isHalf ? 1 : 0));
    parts.push({ start: from, end: to });
    from = to;
  }
  return parts;
}
