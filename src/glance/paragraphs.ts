import type { Address } from '../article/address.ts';
import type { Article } from '../article/article.ts';
import { fold } from '../language/fold.ts';
import { type Span, splitSentences } from '../language/sentences.ts';
import type { Mention } from './entries.ts';

/** A paragraph as it is looked through. */
export interface Paragraph {
  readonly address: Address;
  readonly text: string;
  /** As it is compared: as long as `text`. */
  readonly folded: string;
  readonly sentences: readonly Span[];
}

/** So much of an article is looked through: more than any news has, in bounded time. UTF-16 units. */
const MOST_READ = 50_000;

const known = new WeakMap<Article, readonly Paragraph[]>();

/** The paragraphs of an article in order; of an endless one the first. */
export function paragraphsOf(article: Article): readonly Paragraph[] {
  const before = known.get(article);
  if (before !== undefined) return before;
  const paragraphs = readParagraphs(article);
  known.set(article, paragraphs);
  return paragraphs;
}

function readParagraphs({ sections }: Article): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let left = MOST_READ;
  for (const section of sections) {
    for (const [index, text] of section.paragraphs.entries()) {
      left -= text.length;
      if (left < 0) return paragraphs;
      const address = { section: section.number, paragraph: index + 1 };
      paragraphs.push({ address, text, folded: fold(text), sentences: splitSentences(text) });
    }
  }
  return paragraphs;
}

/** What is named between two offsets of a paragraph. */
export function mentionAt({ address, sentences }: Paragraph, span: Span): Mention {
  const sentence = sentences.findIndex(({ end }) => end > span.start);
  return { address, span, sentence: Math.max(0, sentence) };
}
