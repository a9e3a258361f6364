import type { FieldKind } from './fact-labels.ts';
import { NOTICES } from './furniture.ts';
import { asPlain, type LineKind } from './line-kind.ts';
import { pairsOf, sharedWith } from './shared-words.ts';

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
  return NOTICES.find(({ pattern, unless }) => pattern.test(line.folded) && unless?.test(line.folded) !== true)?.rule;
}

/** Finds the end of the article: nothing below it is text but notices of ownership and what readers wrote. */
export function findFoot(kinds: readonly LineKind[]): Foot {
  const ending = endOfArticle(kinds);
  const isText = (entry: LineKind) => asPlain(entry).kind === 'text' && noticeRule(entry) === undefined;
  const start = kinds.findLastIndex((entry, at) => at < ending && isText(entry)) + 1;
  const closing = kinds.findIndex((entry, at) => at >= start && closesArticle(entry));
  return { start, closed: closing < 0 ? kinds.length : closing };
}

/** The index of the line below which nothing is the article's: what heads the comments or a list of other articles, or names the editor. */
function endOfArticle(kinds: readonly LineKind[]): number {
  const lengths = kinds.map((entry) => (isProse(entry) ? entry.line.folded.length : 0));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let above = 0;
  let tries = 0;
  for (const [at, entry] of kinds.entries()) {
    above += lengths[at] ?? 0;
    if (above < MIN_TEXT) continue;
    if (entry.kind === 'furniture' && entry.furniture.ends) return at;
    if (headsLinks(entry) && tries < MAX_TRIES) {
      tries += 1;
      if (isForeign(kinds, at)) return at;
    }
    if (isEditorAlone(entry) && total - above <= above * MAX_BELOW_CREDITS) return at;
  }
  return kinds.length;
}

/** Sentences, not a title that asks. */
function isProse(entry: LineKind): boolean {
  return entry.kind === 'text' && (entry.line.folded.length > MIN_TEXT || entry.line.folded.includes('。'));
}

function headsLinks(entry: LineKind): boolean {
  if (entry.kind !== 'furniture' || /:\s*\S/.test(entry.line.folded)) return false;
  return entry.furniture.rule === 'related-links' || entry.furniture.rule === 'hot-list';
}

/** No page heads more lists above its last sentence; each costs as much as the page is long. */
const MAX_TRIES = 5;
/** Sentences about something else share fewer of their words with those above. */
const MAX_SHARED = 0.35;
/** So much of the text above is compared, in UTF-16 units. */
const MAX_COMPARED = 20_000;

/** Whether all the sentences below a line are about something else than those above it. */
function isForeign(kinds: readonly LineKind[], from: number): boolean {
  const textOf = (entries: readonly LineKind[]) => entries.filter(isProse).map(({ line }) => line.folded);
  const pairs = pairsOf(textOf(kinds.slice(0, from)).join('\n').slice(-MAX_COMPARED));
  return textOf(kinds.slice(from)).every((sentence) => sharedWith(pairs, sentence) < MAX_SHARED);
}

const CREDITS: ReadonlySet<FieldKind> = new Set(['editor', 'credit', 'source', 'author', 'keywords']);

function isEditorAlone(entry: LineKind): boolean {
  if (entry.kind !== 'facts' || entry.otherwise !== undefined) return false;
  return entry.fields.some(({ kind }) => kind === 'editor') && entry.fields.every(({ kind }) => CREDITS.has(kind));
}

function closesArticle(entry: LineKind): boolean {
  if (entry.kind === 'furniture') return entry.furniture.closes === true;
  if (entry.kind === 'facts' && entry.otherwise === undefined) {
    return entry.fields.some(({ kind }) => kind === 'editor' || kind === 'source');
  }
  return entry.kind === 'spam' || entry.kind === 'breadcrumbs' || noticeRule(entry) !== undefined;
}
