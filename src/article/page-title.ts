import { bylineOfLine } from './bylines/bylines.ts';
import { isChannel, isPublisher } from './bylines/publishers.ts';
import { asPlain, type LineKind } from './line-kind.ts';
import type { Line } from './lines.ts';
import { sharedWith } from './shared-words.ts';
import { isOverline, isSubtitle, isTitleAboveFacts, mayBeTitle } from './title-form.ts';

/** The title with what stands around it. */
export interface TitleBlock {
  /** Whole, where it is printed over two lines. */
  readonly title: Line;
  /** Indices of its first line, and behind its last one. */
  readonly titleAt: number;
  readonly titleEnd: number;
  readonly overline: Line | undefined;
  readonly subtitle: Line | undefined;
  readonly site: Line | undefined;
  /** Share of its pairs of characters that the text has, 0 to 1. */
  readonly shared: number;
}

/** The site's name is among the first lines of a page, or right above the title; what else is named so is in its menus. */
const MAX_SITE_LINE = 3;

interface Candidate {
  readonly line: Line;
  readonly at: number;
  /** Index behind its last line. */
  readonly end: number;
  readonly shared: number;
}

/** A site's name that says nothing of what it is, 香港01, above the title: much shorter than it. */
const MAX_BARE_SITE = 5;
const MIN_TITLE_TO_SITE = 2;
/** Shorter lines are names of buttons and channels, as long as there is another. */
const MIN_STRONG = 4;
const MAX_SITE = 6;
/** A column above the title: 【民生观察】. */
const KICKER = /^[【[〖][^】\]〗]{2,10}[】\]〗]$/;
/** The same without brackets, above a longer line: 江城民生观察. */
const COLUMN =
  /^[^\s,.:!?]{2,6}(?:观察|视点|聚焦|周刊|专栏|时评|评论|专题|调查|话题|故事|热线|关注|大家谈|快评|锐评|夜读|特稿|深度|人物|副刊|纪事|之窗|之声|茶座|论坛|广角|速递|直击|纵横|漫谈|随笔|笔谈|连载)$/;
const HAN = /\p{Script=Han}/u;
const ORIGINAL_TITLE = /^[([]?原(?:标题|题)(?:为|是)?\s*[:《〈]|^标\s{0,6}题\s*:/;
/** `汇音聚符共奏和谐曲--甘肃频道--人民网`, the title of the page in a browser. */
const BEFORE_SITE = /(?:[-_|]|——)\s*\S/;
const MIN_TITLE = 4;
/** A line shares enough of its words with the text to be about the same; and so does one with half as much as the best. */
const MIN_SHARED = 0.34;
const MIN_OF_BEST = 0.5;
const MIN_SHARED_ABOVE = 0.25;
const MIN_OF_BEST_ABOVE = 0.3;

/**
 * Chooses the title among the lines above a text: the one that the page repeats behind 原标题, before the site's
 * name or as it is; else of those that share their words with the text the first of the last block; else the first
 * that names no site, channel or person; a name only where there is no other.
 *
 * @param head the lines above the text.
 * @param below the pairs of characters of the text.
 * @param originals what the page says behind 原标题, wherever it does.
 * @returns undefined where no line may be a title.
 */
export function findTitle(
  head: readonly LineKind[],
  below: ReadonlySet<string>,
  originals: ReadonlySet<string>,
): TitleBlock | undefined {
  const broken = brokenTitles(head, originals);
  const candidates = head.flatMap((entry, at): Candidate[] => {
    const whole = broken.get(at);
    if (whole !== undefined) return [{ line: whole, at, end: at + 2, shared: sharedWith(below, whole.folded) }];
    if (broken.has(at - 1)) return [];
    const plain = asPlain(entry);
    const isCandidate =
      entry.kind !== 'facts' &&
      (plain.kind === 'short' || plain.kind === 'text') &&
      (mayBeTitle(plain.line) || (head[at + 1]?.kind === 'facts' && isTitleAboveFacts(plain.line)));
    return isCandidate ? [{ line: plain.line, at, end: at + 1, shared: sharedWith(below, plain.line.folded) }] : [];
  });
  const chosen = confirmed(head, candidates, originals) ?? chosenByPlace(head, candidates);
  if (chosen === undefined) return undefined;
  const { title, overline, subtitle } = chosen;
  const before = candidates.filter(({ at }) => at < title.at).map(({ line }) => line);
  const bare = bareSite(head);
  return {
    title: title.line,
    titleAt: title.at,
    titleEnd: title.end,
    overline,
    subtitle,
    site: before.find(
      (line, at) =>
        (at < MAX_SITE_LINE || at >= before.length - 2) &&
        (isSite(line, head) || line === bare) &&
        !isChannel(line.folded),
    ),
    shared: title.shared,
  };
}

/**
 * Titles that are printed over two lines, by the index of the first: it stops in the middle of a clause or of a
 * quotation, or the page has both as one elsewhere, behind 原标题 or before the site's name.
 */
function brokenTitles(head: readonly LineKind[], originals: ReadonlySet<string>): Map<number, Line> {
  const broken = new Map<number, Line>();
  const pageTitles = head.filter(({ line }) => BEFORE_SITE.test(line.folded.slice(MIN_TITLE)));
  for (const [at, first] of head.entries()) {
    const second = head[at + 1];
    if (second === undefined || broken.has(at - 1) || first.kind !== 'short' || !isSecondLine(second)) continue;
    const whole = [' ', '']
      .map((joint) => wholeOf(first.line, second.line, joint))
      .find((line) => originals.has(line.folded) || pageTitles.some((page) => isPageTitle(page.line, line)));
    const run = breaksOff(first.line, second.line) ? wholeOf(first.line, second.line, '') : undefined;
    const title = whole ?? run;
    if (title !== undefined && mayBeTitle(title)) broken.set(at, title);
  }
  return broken;
}

function isSecondLine(entry: LineKind): boolean {
  return (entry.kind === 'short' || entry.kind === 'text') && mayBeTitle(entry.line) && !isSubtitle(entry.line);
}

/** 灯亮到九点，／图书馆最热闹: a shorter line may be anything. */
const BREAKS_OFF = /^.{4,30}[,、]$/;
const OPENS = /[“「『《(]/;
const CLOSES = /[”」』》)]/;

function breaksOff(first: Line, second: Line): boolean {
  return BREAKS_OFF.test(first.folded) || (stillOpen(first.folded) === 1 && stillOpen(second.folded) === -1);
}

/** How many quotations and brackets a text leaves open; below 0 where it closes some that it did not open. */
function stillOpen(text: string): number {
  let open = 0;
  for (const sign of text) {
    if (OPENS.test(sign)) open += 1;
    else if (CLOSES.test(sign)) open -= 1;
  }
  return open;
}

/** Two lines as one, to be compared: its offsets are those of the first line, as far as that goes. */
function wholeOf(first: Line, second: Line, joint: string): Line {
  return {
    at: first.at,
    text: first.text + joint + second.text,
    plain: first.plain + joint + second.plain,
    folded: first.folded + joint + second.folded,
  };
}

interface Chosen {
  readonly title: Candidate;
  readonly overline?: Line;
  readonly subtitle?: Line;
}

function confirmed(
  head: readonly LineKind[],
  candidates: readonly Candidate[],
  originals: ReadonlySet<string>,
): Chosen | undefined {
  const whole = candidates.find(({ line, at, end }) => end > at + 1 || originals.has(line.folded));
  const titles = candidates.filter(
    ({ line }) => line.folded.length >= MIN_TITLE && BEFORE_SITE.test(line.folded.slice(MIN_TITLE)),
  );
  const title =
    whole ??
    candidates.find(({ line }) => titles.some((other) => isPageTitle(other.line, line))) ??
    repeated(candidates) ??
    candidates.find(({ end, line }) => !isSubtitle(line) && hasSubtitle(head[end]));
  return title && { title };
}

/** Behind dashes, 归来 ——一个老兵的回乡之路, but no turn of the text that dashes open. */
function hasSubtitle(entry: LineKind | undefined): boolean {
  return entry?.kind === 'short' && isSubtitle(entry.line);
}

/** The same line twice, once as the page's title and once as the article's: the last, which stands at the text. */
function repeated(candidates: readonly Candidate[]): Candidate | undefined {
  const seen = new Set<string>();
  let found: Candidate | undefined;
  for (const candidate of candidates) {
    const { folded } = candidate.line;
    if (folded.length >= MIN_REPEATED && seen.has(folded) && candidate.shared >= MIN_SHARED / 2) found = candidate;
    seen.add(folded);
  }
  return found;
}
/** Shorter lines are repeated by menus. */
const MIN_REPEATED = 8;

/** What a page says behind 原标题. */
export function originalTitles(kinds: readonly LineKind[]): ReadonlySet<string> {
  return new Set(kinds.flatMap(({ line }) => originalTitle(line) ?? []));
}

/** What stands behind 原标题：, without the bracket that closes behind it. */
function originalTitle({ folded }: Line): string | undefined {
  const label = ORIGINAL_TITLE.exec(folded)?.[0];
  return label === undefined
    ? undefined
    : folded
        .slice(label.length)
        .trim()
        .replace(/[)\]》〉]{1,2}$/, '');
}

/** Whether a line is the title with the site's name behind it. */
export function isPageTitle({ folded }: Line, title: Line): boolean {
  if (!folded.startsWith(title.folded) || folded.length <= title.folded.length + 2) return false;
  return BEFORE_SITE.test(folded.slice(MIN_TITLE));
}

export function isRepeatedTitle(line: Line, title: Line): boolean {
  return line.folded === title.folded;
}

function chosenByPlace(head: readonly LineKind[], candidates: readonly Candidate[]): Chosen | undefined {
  const bare = bareSite(head);
  const factsAt = lastFactsAt(head);
  const isStrong = ({ line, shared }: Candidate) =>
    line !== bare &&
    line.folded.length >= MIN_STRONG &&
    HAN.test(line.plain) &&
    !isSite(line, head, shared) &&
    !isChannel(line.folded) &&
    !KICKER.test(line.plain) &&
    bylineOfLine(line.folded) === undefined;
  const isColumn = ({ line, end, shared }: Candidate) =>
    COLUMN.test(line.folded) &&
    candidates.some(
      (other) =>
        other.at === end &&
        isStrong(other) &&
        !isSubtitle(other.line) &&
        other.line.folded.length >= MIN_HEADLINE &&
        other.shared > shared,
    );
  const strong = candidates.filter((candidate) => isStrong(candidate) && !isColumn(candidate));
  const above = strong.filter(({ at }) => at < factsAt);
  const pool = above.length > 0 ? above : strong;
  // A text alone, without anything of a page around it, begins with its title.
  const isBarePage = head.every(({ kind }) => kind === 'short' || kind === 'text');
  if (pool.length > 0) return isBarePage ? firstOfText(pool) : chosenOf(pool);
  const others = candidates.filter(({ line }) => line !== bare && !KICKER.test(line.plain));
  const own = others.filter(({ line }) => HAN.test(line.plain) && !isSite(line, head));
  const title = own.find(({ line }) => !isChannel(line.folded)) ?? own[0] ?? others[0] ?? candidates[0];
  return title && { title };
}

/** Of a block of lines above the facts: an overline, the title, a subtitle. */
function chosenOf(pool: readonly Candidate[]): Chosen | undefined {
  const best = pool.reduce((most, { shared }) => Math.max(most, shared), 0);
  // Of several lines one with few of the text's words is the title still, where the others have hardly any.
  const isLone = best >= MIN_SHARED_ABOVE && pool.filter(({ shared }) => shared * 2 > best).length === 1;
  const isAbout = ({ shared }: Candidate) =>
    shared >= Math.max(isLone ? MIN_SHARED_ABOVE : MIN_SHARED, best * MIN_OF_BEST);
  const last = pool.findLastIndex((candidate) => isAbout(candidate) && !isSubtitle(candidate.line));
  const end = last < 0 ? pool.findLastIndex(({ line }) => !isSubtitle(line)) : last;
  if (end < 0) return pool[0] && { title: pool[0] };
  let start = end;
  while (start > 0 && pool[start - 1]?.end === pool[start]?.at) start -= 1;
  const block = pool.slice(start, end + 1);
  if (last < 0) return firstOf(block);
  // A subtitle says more in the words of the text than the title above it does.
  const mayBeAbout = ({ shared }: Candidate) => shared >= Math.max(MIN_SHARED_ABOVE, best * MIN_OF_BEST_ABOVE);
  const from = block.findIndex((candidate) => mayBeAbout(candidate) || isOverline(candidate.line));
  return firstOf(block.slice(from));
}

const MAX_FOREIGN = 0.05;
const MIN_OWN = 0.34;
/** A shorter line may be a title of few words that the text does not repeat. */
const MIN_HEADLINE = 8;

function firstOfText([first, second]: readonly Candidate[]): Chosen | undefined {
  if (first === undefined) return undefined;
  const isAbove = second !== undefined && second.at === first.end && isOverline(first.line);
  // Two headlines, of which only the second is about the text.
  const isHeadline = first.line.folded.length >= MIN_HEADLINE && first.shared < MAX_FOREIGN;
  if (second !== undefined && isHeadline && second.shared > MIN_OWN) return { title: second };
  return isAbove ? { title: second, overline: first.line } : { title: first };
}

function firstOf(block: readonly Candidate[]): Chosen | undefined {
  const [first, second, third] = block;
  if (first === undefined) return undefined;
  const isShortest = second !== undefined && second.line.folded.length < first.line.folded.length;
  const hasOverline =
    second !== undefined &&
    !isSubtitle(second.line) &&
    (isOverline(first.line) ||
      (third !== undefined && !isSubtitle(third.line) && (isShortest || isMost(second, [first, third]))));
  if (!hasOverline || second === undefined) return { title: first };
  return { title: second, overline: first.line };
}

/** Between an overline and a subtitle the title says most of what the text does. */
function isMost(title: Candidate, others: readonly Candidate[]): boolean {
  return others.every(({ shared }) => shared < title.shared * MAX_OF_TITLE);
}
const MAX_OF_TITLE = 0.85;

function lastFactsAt(head: readonly LineKind[]): number {
  const dated = head.findLastIndex(
    (entry) => entry.kind === 'facts' && entry.fields.some(({ iso }) => iso !== undefined),
  );
  return dated >= 0 ? dated : head.findLastIndex(({ kind }) => kind === 'facts');
}

/** A short name on the first line, with the title and the dateline right below it, breadcrumbs apart. */
function bareSite(head: readonly LineKind[]): Line | undefined {
  const [first, second, ...below] = head.filter(({ kind }) => kind !== 'breadcrumbs');
  if (first?.kind !== 'short' || second === undefined || below[0]?.kind !== 'facts') return undefined;
  const isDated = (entry: LineKind) => entry.kind === 'facts' && entry.fields.some(({ iso }) => iso !== undefined);
  if (!below.slice(0, 2).some(isDated)) return undefined;
  if (second.kind !== 'short' && second.kind !== 'text') return undefined;
  const [name, title] = [first.line.folded, second.line.folded];
  const isName = name.length <= MAX_BARE_SITE && !isChannel(name) && title.length >= MIN_TITLE_TO_SITE * name.length;
  return isName && !isSubtitle(second.line) ? first.line : undefined;
}

/** 茶农上了新闻 ends as a publisher's name does: it is none where it is longer and has the words of the text. */
function isSite({ folded }: Line, head: readonly LineKind[], shared = 0): boolean {
  if (isPublisher(folded)) return folded.length <= MAX_SITE || shared < MIN_SHARED_ABOVE;
  return head.some(({ kind, line }) => kind === 'breadcrumbs' && line.folded.startsWith(folded));
}
