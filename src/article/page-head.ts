import { bylineOfLine } from './bylines/bylines.ts';
import { isChannel, isPublisher } from './bylines/publishers.ts';
import { fieldsOfByline } from './facts.ts';
import type { Field } from './field.ts';
import { asPlain, isShort, type LineKind } from './line-kind.ts';
import type { Line } from './lines.ts';
import { noticeRule } from './page-foot.ts';
import { findTitle, isPageTitle, isRepeatedTitle, type TitleBlock } from './page-title.ts';
import { pairsOf } from './shared-words.ts';
import { isSubtitle, isTitleAboveFacts, mayBeTitle, NUMBERED } from './title-form.ts';

/** The lines above the article told apart. */
export interface Head {
  /** Index behind the last line of the head. */
  readonly end: number;
  readonly title: Line | undefined;
  /** The second line of a title that is printed over two, and what stands between them in print that has one. */
  readonly titleBehind: { readonly line: Line; readonly joint: string } | undefined;
  readonly subtitle: Line | undefined;
  readonly site: Line | undefined;
  /** A publisher's name on a line of its own, beside the facts. */
  readonly source: Line | undefined;
  /** Names of who wrote it on a line of their own, with nothing that says so. */
  readonly bylines: ReadonlyMap<Line, readonly Field[]>;
  /** Short lines of the head that are none of these: an overline, the title once more, names of buttons. */
  readonly rest: ReadonlyMap<Line, string>;
}

/** What a file itself says of the lines of its head. */
export interface ToldPlaces {
  /** The line that it sets as the title. */
  readonly title?: Line | undefined;
  /** The offset of the line where the article's own text begins, lines of facts aside. */
  readonly bodyAt?: number | undefined;
}

/** So much of the article is compared with what may be its title, in UTF-16 units. */
const MAX_COMPARED = 6000;

/**
 * Finds title, subtitle and the name of the site, and who is named above the text. Of the lines above the
 * text the title is the one that the page repeats, or the one that shares words with the text and stands
 * nearest to the facts.
 *
 * @param kinds the lines up to the last that is not the page's own.
 * @param originals what the page says behind 原标题.
 * @param told wins over what the lines look like.
 */
export function readHead(kinds: readonly LineKind[], originals: ReadonlySet<string>, told: ToldPlaces = {}): Head {
  const end = told.bodyAt === undefined ? headEnd(kinds) : headEndAt(kinds, told.bodyAt);
  const head = kinds.slice(0, end);
  const below = pairsOf(textOf(kinds, end));
  const block = toldTitle(kinds, told.title) ?? findTitle(head, below, originals);
  if (block === undefined) {
    return {
      end,
      title: undefined,
      titleBehind: undefined,
      subtitle: undefined,
      site: undefined,
      source: undefined,
      bylines: new Map(),
      rest: new Map(),
    };
  }
  const around = readAround(head, block, kinds);
  return { end, ...around, rest: told.bodyAt === undefined ? around.rest : withAllElse(head, around) };
}

/** The title that the file itself sets, which stands by itself. */
function toldTitle(kinds: readonly LineKind[], title: Line | undefined): TitleBlock | undefined {
  const titleAt = title === undefined ? -1 : kinds.findIndex(({ line }) => line === title);
  if (title === undefined || titleAt < 0) return undefined;
  return {
    title,
    titleAt,
    titleEnd: titleAt + 1,
    overline: undefined,
    subtitle: undefined,
    site: undefined,
    shared: 1,
  };
}

/** Where the file says how far the head goes, nothing of it is the article's but what was found there. */
function withAllElse(
  head: readonly LineKind[],
  { title, titleBehind, subtitle, site, source, bylines, rest }: Omit<Head, 'end'>,
): Head['rest'] {
  const found = new Set([title, titleBehind?.line, subtitle, site, source, ...bylines.keys()]);
  const others = head.filter(({ kind, line }) => (kind === 'short' || kind === 'text') && !found.has(line));
  return new Map([...others.map(({ line }) => [line, 'page-head'] as const), ...rest]);
}

/** Tells the lines above the title and those between it and the text apart. */
function readAround(head: readonly LineKind[], block: TitleBlock, kinds: readonly LineKind[]): Omit<Head, 'end'> {
  const { title, titleAt, titleEnd, overline, site } = block;
  const pageEnd = head.findLastIndex(({ kind }) => kind !== 'short' && kind !== 'text');
  const isNamed = ({ line }: LineKind) => bylineOfLine(line.folded) !== undefined;
  const lastByline = head.findLastIndex((entry, at) => at >= titleEnd && isNamed(entry) && standsAlone(head, at));
  const lastFact = Math.max(
    head.findLastIndex(({ kind }) => kind === 'facts' || kind === 'breadcrumbs'),
    lastByline,
  );
  const bylines = new Map<Line, Field[]>();
  const rest = new Map<Line, string>();
  let { subtitle } = block;
  let source: Line | undefined;
  /** Behind a line of the text nothing is its subtitle. */
  let hasBegun = false;
  for (const [at, entry] of head.entries()) {
    const { kind, line } = entry;
    if ((kind !== 'short' && kind !== 'text') || line === subtitle || line === site) continue;
    if (at >= titleAt && at < titleEnd) continue;
    const byline = bylineOfLine(line.folded);
    const notice = noticeRule(entry);
    if (notice !== undefined) rest.set(line, notice);
    else if (line === overline) rest.set(line, 'overline');
    else if (isRepeatedTitle(line, title) || isPageTitle(line, title)) rest.set(line, 'page-head');
    else if (at < titleAt) rest.set(line, 'page-head');
    else if (subtitle === undefined && !hasBegun && isSubtitle(line)) subtitle = line;
    else if (byline !== undefined && standsAlone(head, at)) bylines.set(line, fieldsOfByline(byline));
    else if (isLatinName(head, at)) bylines.set(line, fieldsOfByline({ names: latinNames(line) }));
    else if (isPenName(kinds, at))
      bylines.set(line, fieldsOfByline({ names: [{ start: 1, end: line.folded.length }] }));
    else if (NUMBERS.test(line.folded) && isCounter(head, at)) rest.set(line, 'counter');
    else if (at >= titleEnd && isChannel(line.folded)) rest.set(line, 'page-head');
    else if (
      at === Math.max(pageEnd + 1, titleEnd) &&
      at < head.length &&
      isPublisher(line.folded) &&
      source === undefined
    )
      source = line;
    else if (at > Math.max(pageEnd, lastByline) || NUMBERED.test(line.folded)) hasBegun = true;
    else if (source === undefined && (isPublisher(line.folded) || isAccount(head, at))) source = line;
    else if (
      subtitle === undefined &&
      at === titleEnd &&
      at < lastFact &&
      mayBeTitle(line) &&
      line.folded.length >= MIN_SUBTITLE
    )
      subtitle = line;
    else rest.set(line, 'page-head');
  }
  // 张三／2023年3月14日／标题
  const above = head[isDated(head[titleAt - 1]) ? titleAt - 2 : titleAt - 1]?.line;
  const byline = above === undefined || !rest.has(above) || bylines.size > 0 ? undefined : bylineOfLine(above.folded);
  if (above !== undefined && byline !== undefined) bylines.set(above, fieldsOfByline(byline));
  const [first, second] = head.slice(titleAt, titleEnd).map((entry) => entry.line);
  const isApart = first && second && title.text.length > first.text.length + second.text.length;
  return {
    title: first,
    titleBehind: second && { line: second, joint: isApart ? ' ' : '' },
    subtitle,
    site,
    source,
    bylines,
    rest,
  };
}
/** Anna Lee, ANNA LEE, JOHN SMITH beside a date. */
const LATIN_NAMES = /^(?:[A-Z][A-Za-z.'’-]{1,20}(?: [A-Z][A-Za-z.'’-]{0,20}){1,3}(?:, | and |$)){1,4}$/;
const NO_PERSON = /image|news|press|photo|agency|times|post|reuters|bloomberg|hong kong|new york|beijing/i;

function isLatinName(head: readonly LineKind[], at: number): boolean {
  const { plain = '' } = head[at]?.line ?? {};
  const isNearDate = isDated(head[at - 1]) || isDated(head[at + 1]);
  return isNearDate && LATIN_NAMES.test(plain) && !NO_PERSON.test(plain);
}

function latinNames({ plain }: Line): { readonly start: number; readonly end: number }[] {
  const names: { start: number; end: number }[] = [];
  let start = 0;
  for (const name of plain.split(/, | and /)) {
    start = plain.indexOf(name, start);
    names.push({ start, end: start + name.length });
    start += name.length;
  }
  return names;
}

/** ◎江边竹石: a pen name behind a sign that no heading has. */
const SIGNED = /^[◎○□◇]\p{Script=Han}{2,5}$/u;

function isPenName(kinds: readonly LineKind[], at: number): boolean {
  const { folded = '' } = kinds[at]?.line ?? {};
  if (!SIGNED.test(folded)) return false;
  return kinds.every((entry, other) => other === at || entry.line.folded.charAt(0) !== folded.charAt(0));
}
/** 326, below the title: how many people read. 01 may number a part of the text. */
const NUMBERS = /^[\d,.\s]+$/;

function isCounter(head: readonly LineKind[], at: number): boolean {
  const isNumber = (entry: LineKind | undefined) => entry !== undefined && NUMBERS.test(entry.line.folded);
  return (head[at]?.line.folded.length ?? 0) > 2 || isNumber(head[at - 1]) || isNumber(head[at + 1]);
}

/** The name of an account above its number, or above a date without its year: only platforms print these. */
function isAccount(head: readonly LineKind[], at: number): boolean {
  const { folded = '' } = head[at]?.line ?? {};
  if (folded.length > MAX_ACCOUNT || folded.length < MIN_ACCOUNT || /[\s\p{P}]/u.test(folded) || isChannel(folded))
    return false;
  const [next, second] = head.slice(at + 1).filter(({ line }) => line.folded !== folded);
  const isAccountLine = (entry: LineKind | undefined) =>
    entry?.kind === 'furniture' && entry.furniture.rule === 'account';
  if (next?.kind === 'facts' && isAccountLine(second)) return true;
  if (next?.kind === 'furniture') return isAccountLine(next);
  if (next?.kind !== 'facts') return false;
  const isUndated = next.fields.every(({ iso, kind }) => iso === undefined && kind !== 'source' && kind !== 'author');
  return isUndated && (next.fields.length === 0 || next.fields.some(({ kind }) => kind === 'published'));
}
const MAX_ACCOUNT = 12;
const MIN_ACCOUNT = 3;

/** A name behind a button is another; a byline stands behind the title or facts. */
function standsAlone(head: readonly LineKind[], at: number): boolean {
  return head[at - 1]?.kind !== 'furniture';
}

/** 时讯 below a title is a channel, and 云渡风物 who published. */
const MIN_SUBTITLE = 8;

function textOf(kinds: readonly LineKind[], from: number): string {
  let text = '';
  for (const { line } of kinds.slice(from)) {
    if (text.length >= MAX_COMPARED) break;
    text += `${line.folded}\n`;
  }
  return text.slice(0, MAX_COMPARED);
}

/** Below this share of what the page has as text, what stands above the facts is the page's, not the article's. */
const MAX_ABOVE = 1 / 3;
/** And where a line above it may be the title. */
const MAX_ABOVE_TITLED = 1 / 10;
/** No page has more notices above its article. */
const MAX_GAPS = 12;
/** Of the pairs of characters of a title that is found below other text. */
const MIN_SHARED = 0.4;
/** The same where no other line may be the title. */
const MIN_SHARED_ALONE = 0.25;

/**
 * The head ends with the first text behind the title. Where text stands above the facts it may be the page's own, a
 * notice or a teaser: then a line below it shares its words with what follows the facts.
 */
function headEnd(kinds: readonly LineKind[]): number {
  const texts = kinds.flatMap((entry, at) => (isProse(kinds, at) ? [{ at, length: entry.line.folded.length }] : []));
  const first = texts[0]?.at ?? firstText(kinds);
  const total = texts.reduce((sum, { length }) => sum + length, 0);
  if (kinds.slice(0, first).some(isDated)) return first;
  const hasLines = kinds.slice(0, first).some(isShort);
  const most = hasTitle(kinds, 0, first) ? MAX_ABOVE_TITLED : MAX_ABOVE;
  let above = 0;
  for (const [index, { at, length }] of texts.entries()) {
    above += length;
    const next = texts[index + 1]?.at;
    if (next === undefined || above > total * most || index >= MAX_GAPS) break;
    const gap = kinds.slice(at + 1, next);
    const least = hasLines ? MIN_SHARED : MIN_SHARED_ALONE;
    if (gap.some(isDated) && hasTitle(kinds, at + 1, next, least)) return next;
  }
  return first;
}

/** Whether a line before the text that begins at `textAt` may well be its title. */
function hasTitle(kinds: readonly LineKind[], from: number, textAt: number, least = MIN_SHARED): boolean {
  const block = findTitle(kinds.slice(from, textAt), pairsOf(textOf(kinds, textAt)), new Set());
  return block !== undefined && block.shared >= least;
}

/** Whether a line is text beyond doubt: sentences, or more than a title has; not a notice, not a title that ends as a sentence does. */
function isProse(kinds: readonly LineKind[], at: number): boolean {
  const entry = kinds[at];
  if (entry?.kind !== 'text' || noticeRule(entry) !== undefined) return false;
  if (mayBeTitle(entry.line)) return false;
  return !(at <= 1 && isDated(kinds[at + 1]) && isTitleAboveFacts(entry.line));
}

/** Where nothing is prose, a verse or a talk: the first text behind a short line, or the first of all. */
function firstText(kinds: readonly LineKind[]): number {
  const short = kinds.findIndex((entry) => asPlain(entry).kind === 'short');
  const text = kinds.findIndex(({ kind }, at) => kind === 'text' && (short < 0 || at > short));
  return text < 0 ? kinds.length : text;
}

/** The head ends where the file says that the text begins, or behind the facts that stand there before the first text. */
function headEndAt(kinds: readonly LineKind[], bodyAt: number): number {
  const begin = kinds.findIndex(({ line }) => line.at >= bodyAt);
  if (begin < 0) return kinds.length;
  const text = kinds.findIndex(({ kind }, at) => at >= begin && kind === 'text');
  const isFact = ({ kind }: LineKind) => kind === 'facts' || kind === 'breadcrumbs' || kind === 'furniture';
  return Math.max(begin, kinds.slice(0, Math.max(begin, text)).findLastIndex(isFact) + 1);
}

function isDated(entry: LineKind | undefined): boolean {
  return entry?.kind === 'facts' && entry.fields.some(({ iso }) => iso !== undefined);
}
