import type { Article } from '../article/article.ts';
import { mayNameWriter, writersIn } from '../article/text-byline.ts';
import type { Span } from '../language/sentences.ts';
import type { FoundPassage } from './answer.ts';
import { addressOf, passagesOf, sentencesOf } from './passages.ts';

/** The passage in which an article says who wrote it. */
export interface BylinePassage {
  readonly passage: FoundPassage;
  /** As they are printed there. */
  readonly names: readonly string[];
}

/**
 * The passage in which an article says who wrote it, with the names as the answer.
 * @returns undefined where it does not.
 */
export function bylineOf(article: Article): BylinePassage | undefined {
  const passages = passagesOf(article);
  for (const [index, passage] of passages.entries()) {
    if (!mayNameWriter(index, passages.length)) continue;
    const writers = writersIn(passage.folded);
    const [first] = writers;
    const last = writers.at(-1);
    if (first === undefined || last === undefined) continue;
    const names: Span = { start: first.start, end: last.end };
    const { text } = passage;
    const highlight = sentencesOf(passage).find(({ start, end }) => start <= names.start && names.end <= end) ?? names;
    return {
      passage: {
        articleId: article.id,
        address: addressOf(passage),
        section: passage.heading,
        text,
        score: 1,
        highlight,
        answer: names,
      },
      names: writers.map(({ start, end }) => text.slice(start, end)),
    };
  }
  return undefined;
}
