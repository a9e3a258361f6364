import type { Article } from '../article/article.ts';
import { bylineOf } from '../article/article-byline.ts';
import { passageAt, sentencesOf } from '../retrieval/passages/passages.ts';
import type { FoundPassage } from './answer.ts';

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
export function bylinePassage(article: Article): BylinePassage | undefined {
  const byline = bylineOf(article.sections);
  const passage = byline && passageAt(article, byline.address);
  const first = byline?.names[0];
  const last = byline?.names.at(-1);
  if (passage === undefined || first === undefined || last === undefined) return undefined;
  const answer = { start: first.start, end: last.end };
  const { text } = passage;
  const sentence = sentencesOf(passage).find(({ start, end }) => start <= answer.start && answer.end <= end) ?? answer;
  return {
    passage: { passage, score: 1, sentence, answer },
    names: byline?.names.map(({ start, end }) => text.slice(start, end)) ?? [],
  };
}
