import type { LineKind } from './line-kind.ts';
import type { Line } from './lines.ts';
import { isSpacedLinkSpam } from './link-spam.ts';
import { isPublisher } from './publishers.ts';

/** The lines above the article told apart. */
export interface Head {
  /** Index behind the last line of the head. */
  readonly end: number;
  readonly title: Line | undefined;
  readonly subtitle: Line | undefined;
  readonly site: Line | undefined;
  /** A publisher's name on a line of its own, beside the facts. */
  readonly source: Line | undefined;
  /** Short lines of the head that are none of these: an overline, the title once more, names of buttons. */
  readonly rest: ReadonlySet<Line>;
}

/** No page has more lines above its article. */
const MAX_HEAD = 60;
/** No title is longer; the rest is text. */
const MAX_TITLE = 80;
/** A site's name that says nothing of what it is, 香港01, above the title: much shorter than it. */
const MAX_BARE_SITE = 5;
const MIN_TITLE_TO_SITE = 2;
/** A column above the title: 【民生观察】. */
const KICKER = /^【[^】]{2,10}】$/;
const HAN = /\p{Script=Han}/u;
const DASH = /^[-—–─－]{1,3}/;
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.](?!\d)|第.{1,3}[章节])/;
const SUBTITLE_LABEL = /^(?:副标题|副题)\s*:/;
const ORIGINAL_TITLE = /^[([]?原(?:标题|题)\s*:/;
/** `汇音聚符共奏和谐曲--甘肃频道--人民网`, the title of the page in a browser. */
const BEFORE_SITE = /(?:[-_|]|——)\s*\S/;
const MIN_TITLE = 4;

/**
 * Finds title, subtitle and the name of the site. The title is the short line that the page
 * repeats behind 原标题 or before the site's name; else the first that names no site.
 *
 * @param kinds the lines up to the last that is not the page's own.
 */
export function readHead(kinds: readonly LineKind[]): Head {
  const end = headEnd(kinds);
  const head = kinds.slice(0, end);
  const shorts = head.filter(({ kind }) => kind === 'short' || kind === 'text').map(({ line }) => line);
  const title = confirmedTitle(head, shorts) ?? firstTitle(head, shorts);
  if (title === undefined) {
    return { end, title, subtitle: undefined, site: undefined, source: undefined, rest: new Set() };
  }
  const at = shorts.indexOf(title);
  const before = shorts.slice(0, at);
  const site = before.find((line) => isSite(line, head) || line === bareSite(head));
  const after = readBelowTitle(head, title, shorts.slice(at + 1));
  return { end, title, site, ...after, rest: new Set([...before.filter((line) => line !== site), ...after.rest]) };
}

/**
 * The short lines below the title. As long as facts or furniture follow, they are the page's;
 * the first one right below the title is its subtitle.
 */
function readBelowTitle(
  head: readonly LineKind[],
  title: Line,
  lines: readonly Line[],
): Pick<Head, 'subtitle' | 'source'> & { readonly rest: readonly Line[] } {
  const indices = new Map(head.map((entry, index) => [entry.line, index]));
  const titleIndex = indices.get(title) ?? -1;
  const pageEnd = head.findLastIndex(({ kind }) => kind !== 'short' && kind !== 'text');
  const lastFact = head.findLastIndex(({ kind }) => kind === 'facts' || kind === 'breadcrumbs');
  let subtitle: Line | undefined;
  let source: Line | undefined;
  const rest: Line[] = [];
  for (const line of lines) {
    const index = indices.get(line) ?? -1;
    const isNext = index === titleIndex + 1;
    if (line.folded === title.folded || isPageTitle(line, title)) rest.push(line);
    else if (subtitle === undefined && (DASH.test(line.folded) || SUBTITLE_LABEL.test(line.folded))) subtitle = line;
    else if (index > pageEnd || NUMBERED.test(line.folded)) continue;
    else if (source === undefined && isPublisher(line.folded)) source = line;
    else if (subtitle === undefined && isNext && index < lastFact) subtitle = line;
    else rest.push(line);
  }
  return { subtitle, source, rest };
}

/** The head ends with the first text behind the title, or behind the facts that stand above it. */
function headEnd(kinds: readonly LineKind[]): number {
  let seenShort = false;
  for (const [at, { kind, line }] of kinds.slice(0, MAX_HEAD).entries()) {
    if (kind === 'short') seenShort = true;
    if (kind !== 'text') continue;
    const isAboveDateline = isDated(kinds[at + 1]);
    const isTitle = mayBeTitle(line) || (isAboveDateline && isOneSentence(line));
    if (!isTitle || (seenShort && !(isAboveDateline && at === 1))) return at;
    seenShort = true;
  }
  return Math.min(kinds.length, MAX_HEAD);
}

function isDated(entry: LineKind | undefined): boolean {
  return entry?.kind === 'facts' && entry.fields.some(({ iso }) => iso !== undefined);
}

/** A title may even end in a full stop. */
function isOneSentence({ folded }: Line): boolean {
  return folded.length <= MAX_TITLE / 2 && /^[^。;]+。$/.test(folded);
}

/** A short name on the first line, with the title and the dateline right below it, breadcrumbs apart. */
function bareSite(head: readonly LineKind[]): Line | undefined {
  const [first, second, ...below] = head.filter(({ kind }) => kind !== 'breadcrumbs');
  if (first?.kind !== 'short' || second === undefined || below[0]?.kind !== 'facts') return undefined;
  if (!below.slice(0, 2).some(isDated)) return undefined;
  if (second.kind !== 'short' && second.kind !== 'text') return undefined;
  const [name, title] = [first.line.folded, second.line.folded];
  const isName = name.length <= MAX_BARE_SITE && title.length >= MIN_TITLE_TO_SITE * name.length;
  return isName && !DASH.test(title) && !SUBTITLE_LABEL.test(title) ? first.line : undefined;
}

/** A title may ask or exclaim, but it is no run of sentences. */
function mayBeTitle(line: Line): boolean {
  const { folded } = line;
  return folded.length <= MAX_TITLE && !/[。;]/.test(folded) && !NUMBERED.test(folded) && !isSpacedLinkSpam(line);
}

function confirmedTitle(head: readonly LineKind[], shorts: readonly Line[]): Line | undefined {
  const originals = head.flatMap(({ line }) => originalTitle(line) ?? []);
  return (
    shorts.find((line) => originals.includes(line.folded)) ??
    shorts.find((line) => shorts.some((other) => other !== line && isPageTitle(other, line)))
  );
}

/** What stands behind 原标题：, without the bracket that closes behind it. */
function originalTitle({ folded }: Line): string | undefined {
  const label = ORIGINAL_TITLE.exec(folded)?.[0];
  return label === undefined
    ? undefined
    : folded
        .slice(label.length)
        .trim()
        .replace(/[)\]]$/, '');
}

function isPageTitle({ folded }: Line, title: Line): boolean {
  if (!folded.startsWith(title.folded) || folded.length <= title.folded.length + 2) return false;
  return BEFORE_SITE.test(folded.slice(MIN_TITLE));
}

function firstTitle(head: readonly LineKind[], shorts: readonly Line[]): Line | undefined {
  const candidates = shorts.filter((line) => mayBeTitle(line) || isOneSentence(line));
  const site = bareSite(head);
  const own = candidates.filter((line) => line !== site && !isSite(line, head) && !KICKER.test(line.plain));
  return own.find(({ plain }) => HAN.test(plain)) ?? own[0] ?? candidates[0];
}

function isSite({ folded }: Line, head: readonly LineKind[]): boolean {
  if (isPublisher(folded)) return true;
  return head.some(({ kind, line }) => kind === 'breadcrumbs' && line.folded.startsWith(folded));
}
