import { NOTICES } from './furniture.ts';
import type { LineKind } from './line-kind.ts';

/** Where the article ends: the index behind its last line, and behind which line the rest is the page's own. */
export interface Foot {
  /** Index of the first line that comes after the last paragraph. */
  readonly start: number;
  /** From here on short lines are links; between `start` and this they are the article's. */
  readonly closed: number;
}

/** Notices are some sentences long; a longer line that holds one is the article, run together with it. */
const MAX_NOTICE = 2000;

/** The rule of the notice that a line is. */
export function noticeRule({ line }: LineKind): string | undefined {
  if (line.folded.length > MAX_NOTICE) return undefined;
  return NOTICES.find(({ pattern }) => pattern.test(line.folded))?.rule;
}

/** Finds the end of the article: nothing below it is text but notices of ownership. */
export function findFoot(kinds: readonly LineKind[]): Foot {
  const start = kinds.findLastIndex((entry) => entry.kind === 'text' && noticeRule(entry) === undefined) + 1;
  const closing = kinds.findIndex((entry, at) => at >= start && closesArticle(entry));
  return { start, closed: closing < 0 ? kinds.length : closing };
}

function closesArticle(entry: LineKind): boolean {
  if (entry.kind === 'furniture') return entry.furniture.closes === true;
  if (entry.kind === 'facts') return entry.fields.some(({ kind }) => kind === 'editor' || kind === 'source');
  return entry.kind === 'spam' || entry.kind === 'breadcrumbs' || noticeRule(entry) !== undefined;
}
