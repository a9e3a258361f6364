import type { Article } from '../../article/article.ts';
import type { Span } from '../../language/sentences.ts';
import { onceFor } from '../../once-for.ts';
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
export const piecesOf = onceFor((article: Article): readonly Passage[] =>
  passagesOf(article).flatMap((passage) => stretchesOf(passage).map((stretch) => pieceOf(passage, stretch))),
);

/** The paragraph that a piece belongs to, and where in it; mostly the piece itself. */
export function placeOf(piece: Passage): Place {
  return placeOfPiece.get(piece) ?? { passage: piece, offset: 0 };
}

/** Some sentences in a row; undefined stands for the whole paragraph. */
type Stretch = readonly Span[] | undefined;

function stretchesOf(passage: Passage): Stretch[] {
  // Nearly every paragraph is this short, and then nothing needs to be split.
  if (passage.text.length <= MOST_SENTENCES) return [undefined];
  const sentences = sentencesOf(passage);
  if (passage.text.length <= LONGEST_PIECE && sentences.length <= MOST_SENTENCES) return [undefined];
  const stretches: Span[][] = [];
  let last: Span[] = [];
  for (const sentence of sentences.flatMap((whole) => spanParts(whole, passage.text, LONGEST_PIECE))) {
    const isFull = last.length === MOST_SENTENCES || sentence.end - (last[0]?.start ?? sentence.start) > LONGEST_PIECE;
    if (isFull || last.length === 0) {
      last = [];
      stretches.push(last);
    }
    last.push(sentence);
  }
  return stretches;
}

function pieceOf(passage: Passage, stretch: Stretch): Passage {
  const [offset, end] = [stretch?.[0]?.start, stretch?.at(-1)?.end];
  if (stretch === undefined || offset === undefined || end === undefined) return passage;
  const { article, section, paragraph, heading } = passage;
  const piece: Passage = {
    article,
    section,
    paragraph,
    heading,
    text: passage.text.slice(offset, end),
    get folded(): string {
      return passage.folded.slice(offset, end);
    },
  };
  placeOfPiece.set(piece, { passage, offset });
  knowSentences(
    piece,
    stretch.map((sentence) => ({ start: sentence.start - offset, end: sentence.end - offset })),
  );
  return piece;
}

/**
 * A stretch of a text in parts that are short enough, as long as they can be; none begins within a code point.
 * @param longest UTF-16 units, 2 or more
 */
export function spanParts({ start, end }: Span, text: string, longest: number): Span[] {
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
