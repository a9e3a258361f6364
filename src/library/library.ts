import type { Answer } from '../answer/answer.ts';
import type { Article } from '../article/article.ts';
import type { Scope } from '../passages/scope.ts';
import type { Hit } from '../retrieval/find.ts';
import type { SummarySentence } from '../summary/summarise.ts';

/** The articles, ready to be asked: the one thing a command is given to work with. */
export interface Library {
  /** In the order of their ids; a server's own before the operator's. Replaced as a whole when one changes: take it once per reply. */
  readonly articles: readonly Article[];
  /** How many passages are indexed. */
  readonly passages: number;
  /** Answers any string, or says what comes closest; never rejects, and its work is bounded whatever the string. */
  ask(question: string, scope?: Scope): Promise<Answer>;
  /** The paragraphs that have some words, best first, at once: what completes and what quotes, not what answers. */
  search(words: string, scope?: Scope): readonly Hit[];
  /** The section's own best sentences, in document order. */
  summary(article: Article, section: number): readonly SummarySentence[];
}
