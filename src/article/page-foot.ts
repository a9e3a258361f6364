import { NOTICES } from './furniture.ts';
import { asPlain, type LineKind } from './line-kind.ts';

/** Where the article ends. */
export interface Foot {
  /** Index of the first line that comes after the last paragraph. */
  readonly start: number;
  /** From here on short lines are links; between `start` and this they are the article's. */
  readonly closed: number;
}

/** Notices are some sentences long; a longer line that holds one is the article, run together with it. */
const MAX_NOTICE = 2000;
/** What stands below the editor's name may be the article's still, where it is more than such a share of what stands above. */
const MAX_BELOW_CREDITS = 1 / 3;

/** Above so much text, in UTF-16 units, what heads the comments only links to them. */
const MIN_TEXT = 40;

/** The rule of the notice that a line is. */
export function noticeRule({ line }: LineKind): string | undefined {
  if (line.folded.length > MAX_NOTICE) return undefined;
  return NOTICES.find(({ pattern }) => pattern.test(line.folded))?.rule;
}

/** Finds the end of the article: nothing below it is text but notices of ownership and what readers wrote. */
export function findFoot(kinds: readonly LineKind[]): Foot {
  const ending = endOfArticle(kinds);
  const isText = (entry: LineKind) => asPlain(entry).kind === 'text' && noticeRule(entry) === undefined;
  const start = kinds.findLastIndex((entry, at) => at < ending && isText(entry)) + 1;
  const closing = kinds.findIndex((entry, at) => at >= start && closesArticle(entry));
  return { start, closed: closing < 0 ? kinds.length : closing };
}

/** The index of the line below which nothing is the article's: what heads the comments, or names the editor in charge. */
function endOfArticle(kinds: readonly LineKind[]): number {
  const lengths = kinds.map((entry) => (isProse(entry) ? entry.line.folded.length : 0));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let above = 0;
  for (const [at, entry] of kinds.entries()) {
    above += lengths[at] ?? 0;
    if (above < MIN_TEXT) continue;
    if (entry.kind === 'furniture' && entry.furniture.ends) return at;
    if (isEditorInCharge(entry) && total - above <= above * MAX_BELOW_CREDITS) return at;
  }
  return kinds.length;
}

/** Sentences, not a title that asks. */
function isProse(entry: LineKind): boolean {
  return entry.kind === 'text' && (entry.line.folded.length > MIN_TEXT || entry.line.folded.includes('。'));
}

function isEditorInCharge(entry: LineKind): boolean {
  if (entry.kind !== 'facts' || entry.otherwise !== undefined) return false;
  return entry.fields.some(({ kind }) => kind === 'editor') && /责任编辑|责编/.test(entry.line.folded);
}

function closesArticle(entry: LineKind): boolean {
  if (entry.kind === 'furniture') return entry.furniture.closes === true;
  if (entry.kind === 'facts' && entry.otherwise === undefined) {
    return entry.fields.some(({ kind }) => kind === 'editor' || kind === 'source');
  }
  return entry.kind === 'spam' || entry.kind === 'breadcrumbs' || noticeRule(entry) !== undefined;
}
