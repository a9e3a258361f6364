import type { Span } from '../language/sentences.ts';
import { addressOf } from '../retrieval/passages/passages.ts';
import type { Answer, FoundPassage } from './answer.ts';

/** An answer as plain data that has no article in it: what crosses between processes, and what programs read. */
export interface ToldAnswer extends Omit<Answer, 'passages' | 'rivals'> {
  readonly passages: readonly ToldPassage[];
  /** The ids of the articles that any of may be meant, where several say it. */
  readonly rivals?: readonly string[];
}

/** A found passage as programs read it. */
export interface ToldPassage {
  /** `§2¶4`, or `meta` for the line of facts about the article. */
  readonly address: string;
  readonly articleId: string;
  /** The section's heading; null in the lead and for `meta`. */
  readonly section: string | null;
  /** Canonical text of the paragraph. */
  readonly text: string;
  readonly score: number;
  /** The answering sentence: UTF-16 offsets into `text`. */
  readonly highlight: Span | null;
  /** The exact run that answers, inside `highlight`, only when sure of it. */
  readonly answer: Span | null;
}

/** An answer as it is told to programs. */
export function told({ rivals, ...answer }: Answer): ToldAnswer {
  const passages = answer.passages.map(toldPassage);
  return { ...answer, passages, ...(rivals !== undefined && { rivals: rivals.map(({ id }) => id) }) };
}

function toldPassage({ passage, score, sentence, answer }: FoundPassage): ToldPassage {
  const { article, heading, text } = passage;
  return {
    address: addressOf(passage),
    articleId: article.id,
    section: heading,
    text,
    score,
    highlight: sentence,
    answer,
  };
}
