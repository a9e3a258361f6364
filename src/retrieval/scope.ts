import type { Passage } from './passages/passages.ts';

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

/** Whether a passage is where a scope says to look. */
export function isWithin(passage: Passage, { articleId, among, section }: Scope): boolean {
  if (articleId !== undefined && passage.article.id !== articleId) return false;
  if (among !== undefined && !among.includes(passage.article.id)) return false;
  return section === undefined || passage.section === section;
}
