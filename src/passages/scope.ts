import type { Article } from '../article/article.ts';
import type { Passage } from './passages.ts';

/** Where to look. */
export interface Scope {
  readonly articleId?: string;
  /** In these articles alone, by their ids. */
  readonly among?: readonly string[];
  /** The id of the article that somebody chose a while ago: nowhere else, unless the question names another. */
  readonly chosen?: string;
  /** The id of the article that is asked first, unless the question names another. */
  readonly bound?: string;
  /** Section number; only together with `articleId` or `chosen`, or in a library of one article. */
  readonly section?: number;
  /** How many passages at most, 1 to 20; 5 unless told. */
  readonly limit?: number;
  /** How many windows of what was found are read at most; as many as the reader thinks fit unless told. */
  readonly windows?: number;
}

const DEFAULT_LIMIT = 5;
const MOST_PASSAGES = 20;

/** How many passages a scope asks for, within bounds. */
export function limitOf({ limit = DEFAULT_LIMIT }: Scope): number {
  return Number.isNaN(limit) ? DEFAULT_LIMIT : Math.min(MOST_PASSAGES, Math.max(1, Math.floor(limit)));
}

/** Whether a scope says to look in an article, or in a section of it. */
export function looksIn({ articleId, among }: Scope, { id }: Article): boolean {
  return (articleId === undefined || articleId === id) && (among?.includes(id) ?? true);
}

/** Whether a passage is where a scope says to look. */
export function isWithin({ article, section }: Passage, scope: Scope): boolean {
  return looksIn(scope, article) && (scope.section === undefined || scope.section === section);
}
