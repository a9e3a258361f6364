import { NotAnArticle } from './article.ts';
import { bylineOfLine } from './bylines/bylines.ts';
import { isCaption } from './caption.ts';
import { splitCredits } from './credits.ts';
import { splitEdgeBars } from './edge-bars.ts';
import { type Field, fieldsOfByline } from './facts.ts';
import type { GlossContext } from './gloss.ts';
import { asPlain, type LineKind, lineKinds } from './line-kind.ts';
import type { Line } from './lines.ts';
import { isPlaceSpam, isSpacedLinkSpam } from './link-spam.ts';
import { type Foot, findFoot, noticeRule } from './page-foot.ts';
import { type Head, readHead } from './page-head.ts';
import { pairsOf, sharedWith } from './shared-words.ts';
import { withoutSite } from './site-affix.ts';
import { NUMBERED } from './title-form.ts';

/** A line that is taken out, with the rule that says why. */
export interface RemovedLine {
  readonly rule: string;
  readonly line: Line;
}

/** A field of a line of facts. */
export interface Fact {
  readonly line: Line;
  readonly field: Field;
}

/** The lines of a file told apart. */
export interface Page {
  readonly title: Line | undefined;
  readonly subtitle: Line | undefined;
  readonly site: Line | undefined;
  /** A publisher's name on a line of its own. */
  readonly source: Line | undefined;
  /** Headings and paragraphs, in order. */
  readonly body: readonly Line[];
  readonly facts: readonly Fact[];
  /** The path to the article as stretches of `line.plain`. */
  readonly breadcrumbs: { readonly line: Line; readonly crumbs: readonly { start: number; end: number }[] } | undefined;
  /** In the order of the file. */
  readonly removed: readonly RemovedLine[];
}

/**
 * Tells the article's own lines from the page's.
 * @throws NotAnArticle when no line is a paragraph.
 */
export function readPage(lines: readonly Line[], glosses: GlossContext): Page {
  const kinds = lineKinds(
    lines.flatMap((line) => splitEdgeBars(line, glosses)).flatMap((line) => splitCredits(line, glosses)),
  );
  const foot = findFoot(kinds);
  if (foot.start === 0) throw new NotAnArticle('the file holds no paragraph of Chinese text, only short lines or none');
  const head = readHead(kinds.slice(0, foot.start));
  const named = head.title && withoutSite(head.title, glosses);
  const related = relatedLinks(kinds, head.end);
  const captions = repeatedCaptions(kinds, head.end);
  const numbers = new Set(kinds.filter((entry, at) => at >= head.end && PART_NUMBER.test(entry.line.folded)));
  const dateline = lateDateline(kinds, head.end);
  const signature = signatureOf(kinds, foot);
  const links = new Set([...trailingLinks(kinds, foot, head.title), ...trailingTags(kinds, foot)]);
  const zoneOf = (at: number): Zone => {
    if (at < head.end || at === dateline) return 'head';
    if (at < foot.start) return at < head.end + OPENING_LINES ? 'opening' : 'body';
    return at < foot.closed ? 'end' : 'foot';
  };
  const rules = kinds.map((entry, at) => {
    if (related.has(entry) || links.has(entry)) return 'related-links';
    if (numbers.has(entry)) return 'part-number';
    if (captions.has(entry)) return 'repeated-caption';
    return entry.line === signature?.line ? 'metadata' : removalRule(entry, zoneOf(at), head);
  });
  const removed = kinds.filter((_, at) => rules[at] !== undefined);
  const path = removed.find((entry) => entry.kind === 'breadcrumbs');
  return {
    title: named?.title ?? head.title,
    subtitle: head.subtitle,
    site: head.site ?? named?.site,
    source: head.source,
    body: kinds.flatMap(({ line }, at) =>
      rules[at] === undefined && line !== head.title && line !== head.subtitle ? [line] : [],
    ),
    facts: kinds.flatMap((entry, at): Fact[] => {
      const byline = head.bylines.get(entry.line) ?? (entry.line === signature?.line ? signature.fields : undefined);
      if (byline !== undefined) return byline.map((field) => ({ line: entry.line, field }));
      if (entry.kind !== 'facts' || rules[at] === undefined) return [];
      if (entry.otherwise !== undefined && zoneOf(at) !== 'head') return [];
      return entry.fields
        .filter((field) => isOfArticle(field, entry, zoneOf(at)))
        .map((field) => ({ line: entry.line, field }));
    }),
    breadcrumbs: path?.kind === 'breadcrumbs' ? path : undefined,
    removed: kinds.flatMap(({ line }, at) => {
      const rule = rules[at];
      if (line === head.title) return named?.affixes.map((affix) => ({ rule: 'site-name', line: affix })) ?? [];
      return rule === undefined ? [] : [{ rule, line }];
    }),
  };
}

/** Above the article, among its first lines, between its paragraphs, behind the last one, below what closes the article. */
type Zone = 'head' | 'opening' | 'body' | 'end' | 'foot';

/** Below a caption or the first paragraph a page may name who wrote it. */
const OPENING_LINES = 3;

/** Why a line is taken out; undefined when it is the article's. In doubt it is. */
function removalRule(whole: LineKind, zone: Zone, head: Head): string | undefined {
  const { line } = whole;
  if (line === head.site) return 'site-name';
  if (line === head.source || head.bylines.has(line)) return 'metadata';
  const rule = head.rest.get(line);
  if (rule !== undefined) return isSpacedLinkSpam(line) ? 'link-spam' : rule;
  const entry = zone === 'head' ? whole : asPlain(whole);
  switch (entry.kind) {
    case 'furniture':
      return entry.furniture.rule;
    case 'spam':
      return 'link-spam';
    case 'breadcrumbs':
      return zone === 'body' || zone === 'opening' ? undefined : 'breadcrumbs';
    case 'facts':
      return isMetadata(entry.fields, zone) ? 'metadata' : undefined;
    case 'text':
      if (zone === 'foot') return noticeRule(entry) ?? 'page-foot';
      return zone === 'end' ? noticeRule(entry) : undefined;
    case 'short':
      if (zone === 'end' && isPlaceSpam(entry.line)) return 'link-spam';
      if (zone === 'end' && LINK_MARK.test(entry.line.folded)) return 'related-links';
      if (zone === 'foot') return noticeRule(entry) ?? (isSpacedLinkSpam(entry.line) ? 'link-spam' : 'page-foot');
      return undefined;
  }
}

/** ►雨天賣傘的人 */
const LINK_MARK = /^[►▶»>]/;

/** Below the article a bare date is that of a comment or of another article. */
function isOfArticle(field: Field, { line }: LineKind, zone: Zone): boolean {
  if (zone !== 'foot' || field.iso === undefined || field.isLabelled) return true;
  return /报|刊|版|来源/.test(line.folded);
}

/** The name of who wrote it right below the last sentence, with nothing that says so. */
function signatureOf(
  kinds: readonly LineKind[],
  { start, closed }: Foot,
): { readonly line: Line; readonly fields: readonly Field[] } | undefined {
  const entry = kinds[start];
  if (entry === undefined || start >= closed || asPlain(entry).kind !== 'short') return undefined;
  if (start + 1 < closed && asPlain(kinds[start + 1] ?? entry).kind === 'short') return undefined;
  if (leadsOn(kinds[start - 1])) return undefined;
  const byline = bylineOfLine(entry.line.folded);
  return byline && { line: entry.line, fields: fieldsOfByline(byline) };
}

/** Fewer short lines below the text may be a list that ends it. */
const MIN_LINKS = 3;
/** A link is a headline; a name of a prize or a poem's line is shorter. */
const MIN_LINK = 8;
/** Links to other articles share fewer of their words with the text. */
const MAX_SHARED = 0.3;

/** Headlines of other articles right below the last paragraph, with nothing that says so. */
function trailingLinks(kinds: readonly LineKind[], { start, closed }: Foot, title: Line | undefined): Set<LineKind> {
  const lines = kinds.slice(start, closed);
  if (lines.length < MIN_LINKS || leadsOn(kinds[start - 1])) return new Set();
  const shorts = lines.filter((entry) => asPlain(entry).kind === 'short');
  const text = kinds
    .slice(0, start)
    .filter(({ kind }) => kind === 'text')
    .map(({ line }) => line.folded);
  const pairs = pairsOf([title?.folded ?? '', ...text].join('\n'));
  const areLinks = shorts.every(
    ({ line }) =>
      line.folded.length >= MIN_LINK && !NUMBERED.test(line.folded) && sharedWith(pairs, line.folded) < MAX_SHARED,
  );
  return shorts.length >= MIN_LINKS && areLinks ? new Set(shorts) : new Set();
}

const TAGS = /^(?:[^\s。,!?;:]{2,6}\s+){2,}[^\s。,!?;:]{2,6}$/;
/** A keyword on a line of its own. */
const MAX_TAG = 6;

/** Keywords between the text and the page's buttons or links, with nothing that says so; but no list of people. */
function trailingTags(kinds: readonly LineKind[], { start, closed }: Foot): LineKind[] {
  if (leadsOn(kinds[start - 1])) return [];
  const end = kinds.slice(start, closed).map((entry, at) => ({ entry, at: at + start }));
  const shorts = end.filter(({ entry }) => isShort(entry));
  const [only] = shorts;
  const last = shorts.at(-1);
  if (only === undefined || last === undefined) return [];
  const next = kinds[last.at + 1];
  const isTag = ({ line: { folded } }: LineKind) => folded.length <= MAX_TAG && !NUMBERED.test(folded);
  const people = shorts.filter(({ entry }) => bylineOfLine(entry.line.folded) !== undefined);
  if (shorts.length >= MIN_LINKS) {
    const areTags = people.length * 2 < shorts.length && shorts.every(({ entry }) => isTag(entry));
    return areTags && next?.kind === 'furniture' ? shorts.map(({ entry }) => entry) : [];
  }
  const isAboveLinks = next?.kind === 'furniture' && next.furniture.rule === 'related-links';
  const { folded } = only.entry.line;
  return shorts.length === 1 && isAboveLinks && TAGS.test(folded) && bylineOfLine(folded) === undefined
    ? [only.entry]
    : [];
}

function leadsOn(entry: LineKind | undefined): boolean {
  return entry !== undefined && /[::]$/.test(entry.line.folded);
}

/** 01 and 2 on a line of their own number the parts of a text, or count what readers did. */
const PART_NUMBER = /^(?:no\.|part)?\s?\d{1,3}$/;

/** The second of two equal captions: a page prints what stands below a picture and what the picture says of itself. */
function repeatedCaptions(kinds: readonly LineKind[], from: number): Set<LineKind> {
  const repeated = new Set<LineKind>();
  for (let at = 1; at < kinds.length; at += 1) {
    const [last, entry] = [kinds[at - 1], kinds[at]];
    if (at < from || last === undefined || entry === undefined || last.line.folded !== entry.line.folded) continue;
    if (isCaption(entry.line.folded)) repeated.add(entry);
  }
  return repeated;
}

/** Behind the summary that some pages print first, the dateline is the page's all the same. */
const MAX_SUMMARY_LINES = 2;

/** The index of the dateline, where the head has none; -1 where there is none either. */
function lateDateline(kinds: readonly LineKind[], headEnd: number): number {
  const isDated = (entry: LineKind) =>
    entry.kind === 'facts' &&
    entry.otherwise === undefined &&
    entry.fields.some(({ kind, iso }) => kind === 'published' && iso !== undefined);
  if (kinds.slice(0, headEnd).some(isDated)) return -1;
  return kinds.findIndex((entry, at) => at <= headEnd + MAX_SUMMARY_LINES && isDated(entry));
}

/** Between paragraphs, 时间：… may be an invitation's and 记者：… an interview's; a date may sign a letter. */
function isMetadata(fields: readonly Field[], zone: Zone): boolean {
  if (zone === 'head' || zone === 'foot') return true;
  const telling =
    zone === 'end' ? ['source', 'editor', 'author', 'credit', 'url', 'counter', 'keywords'] : ['source', 'editor'];
  if (zone === 'opening' && fields.some(({ kind, names = [] }) => kind === 'author' && names.length > 0)) return true;
  return fields.some(
    ({ kind, isLabelled }) => telling.includes(kind) || (zone === 'end' && kind === 'published' && isLabelled === true),
  );
}

function isShort(entry: LineKind | undefined): boolean {
  return entry !== undefined && asPlain(entry).kind === 'short';
}

/** The links below a line that heads a list of them, up to the next text; a heading right before it stays. */
function relatedLinks(kinds: readonly LineKind[], headEnd: number): Set<LineKind> {
  const links = new Set<LineKind>();
  for (let at = 0; at < kinds.length; at += 1) {
    const entry = kinds[at];
    if (entry?.kind !== 'furniture' || entry.furniture.rule !== 'related-links') continue;
    const isInline = /:\s*\S/.test(entry.line.folded);
    if (isInline) continue;
    let behind = at + 1;
    while (isShort(kinds[behind])) behind += 1;
    const heading = kinds[behind]?.kind === 'text' && at >= headEnd ? 1 : 0;
    for (const link of kinds.slice(at + 1, behind - heading)) links.add(link);
  }
  return links;
}
