import { NotAnArticle } from './article.ts';
import { repeatedCaptions } from './caption.ts';
import { splitCredits } from './credits.ts';
import { splitEdgeBars } from './edge-bars.ts';
import type { Field } from './field.ts';
import type { GlossContext } from './gloss.ts';
import { asPlain, type LineKind, lineKinds } from './line-kind.ts';
import type { Line } from './lines.ts';
import { isPlaceSpam, isSpacedLinkSpam } from './link-spam.ts';
import { findFoot, noticeRule } from './page-foot.ts';
import { type Head, readHead, type ToldPlaces } from './page-head.ts';
import { signatureOf, trailingLinks, trailingTags } from './page-tail.ts';
import { originalTitles } from './page-title.ts';
import { relatedLinks } from './related-links.ts';
import { withoutSite } from './site-affix.ts';

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
  /** The second line of a title that is printed over two, and what joins them. */
  readonly titleBehind: Head['titleBehind'];
  readonly subtitle: Line | undefined;
  readonly site: Line | undefined;
  /** A publisher's name on a line of its own. */
  readonly source: Line | undefined;
  /** Headings and paragraphs, in order. */
  readonly body: readonly Line[];
  /** Those of the body that the page says are captions. */
  readonly captions: ReadonlySet<Line>;
  readonly facts: readonly Fact[];
  /** The path to the article as stretches of `line.plain`. */
  readonly breadcrumbs: { readonly line: Line; readonly crumbs: readonly { start: number; end: number }[] } | undefined;
  /** In the order of the file. */
  readonly removed: readonly RemovedLine[];
}

/**
 * Tells the article's own lines from the page's.
 * @param told what the file itself says of its lines
 * @throws NotAnArticle when no line is a paragraph.
 */
export function readPage(lines: readonly Line[], glosses: GlossContext, told: ToldPlaces = {}): Page {
  const kinds = lineKinds(
    lines.flatMap((line) => splitEdgeBars(line, glosses)).flatMap((line) => splitCredits(line, glosses)),
  );
  const foot = findFoot(kinds);
  if (foot.start === 0) throw new NotAnArticle('the file holds no paragraph of Chinese text, only short lines or none');
  const head = readHead(kinds.slice(0, foot.start), originalTitles(kinds), told);
  // What the file sets as the title is one as it stands.
  const isWhole = head.titleBehind === undefined && head.title !== told.title;
  const named = head.title && isWhole ? withoutSite(head.title, glosses) : undefined;
  const titles = new Set([head.title, head.titleBehind?.line, head.subtitle]);
  const related = relatedLinks(kinds, head.end);
  const captions = repeatedCaptions(kinds, head.end);
  const numbers = new Set(kinds.filter((entry, at) => at >= head.end && PART_NUMBER.test(entry.line.folded)));
  // The first stands above the first sentence, where the head ends.
  const first = kinds[head.end - 1];
  if (numbers.size > 0 && first !== undefined && PART_NUMBER.test(first.line.folded)) numbers.add(first);
  const dateline = lateDateline(kinds, head.end);
  const signature = signatureOf(kinds, foot);
  const links = new Set([...trailingLinks(kinds, foot, head.title), ...trailingTags(kinds, foot)]);
  const zoneOf = (at: number): Zone => {
    if (at < head.end || at === dateline) return 'head';
    if (at < foot.start) return at < head.end + OPENING_LINES ? 'opening' : 'body';
    return at < foot.closed ? 'end' : 'foot';
  };
  const rules = kinds.map((entry, at) => {
    if (titles.has(entry.line)) return undefined;
    if (related.has(entry) || links.has(entry)) return 'related-links';
    if (numbers.has(entry)) return 'part-number';
    if (captions.has(entry)) return 'repeated-caption';
    return entry.line === signature?.line ? 'metadata' : removalRule(entry, zoneOf(at), head);
  });
  const removed = kinds.filter((_, at) => rules[at] !== undefined);
  const path = removed.find((entry) => entry.kind === 'breadcrumbs');
  return {
    title: named?.title ?? head.title,
    titleBehind: head.titleBehind,
    subtitle: head.subtitle,
    site: head.site ?? named?.site,
    source: head.source,
    body: kinds.flatMap(({ line }, at) => (rules[at] === undefined && !titles.has(line) ? [line] : [])),
    captions: new Set(kinds.flatMap(({ line }, at) => (saysCaption(kinds[at - 1]) ? [line] : []))),
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

/** 图像加注文字， on a line of its own above the words. */
function saysCaption(above: LineKind | undefined): boolean {
  return above?.kind === 'furniture' && above.furniture.rule === 'picture-label' && CAPTIONED.test(above.line.folded);
}
const CAPTIONED = /^(?:图像加注文字|图片说明|图注|图说)/;

/** Above the article, among its first lines, between its paragraphs, behind the last one, below what closes the article. */
type Zone = 'head' | 'opening' | 'body' | 'end' | 'foot';

/** Below a caption, the points of a summary or the first paragraph a page may name who wrote it. */
const OPENING_LINES = 6;

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
      if ((zone === 'head' || zone === 'opening') && OF_THE_PAGE.test(entry.line.folded)) return noticeRule(entry);
      return zone === 'end' ? noticeRule(entry) : undefined;
    case 'short':
      if (zone === 'end' && isPlaceSpam(entry.line)) return 'link-spam';
      if (zone === 'end' && LINK_MARK.test(entry.line.folded)) return 'related-links';
      if (zone === 'foot') return noticeRule(entry) ?? (isSpacedLinkSpam(entry.line) ? 'link-spam' : 'page-foot');
      return undefined;
  }
}

/** Right above the text only a notice that says so is the page's; 郑重声明： may be the article. */
const OF_THE_PAGE = /^[([【*※]*版权(?:声明|所有|归)|不代表本.{0,4}(?:立场|观点)/;
/** ►雨天賣傘的人 */
const LINK_MARK = /^[►▶»>]/;

/** Below the article a bare date is that of a comment or of another article. */
function isOfArticle(field: Field, { line }: LineKind, zone: Zone): boolean {
  if (zone !== 'foot' || field.iso === undefined || field.isLabelled) return true;
  return /报|刊|版|来源/.test(line.folded);
}

/** 01 and 2 on a line of their own number the parts of a text, or count what readers did. */
const PART_NUMBER = /^(?:no\.|part)?\s?\d{1,3}$/;

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
  const opens = ({ kind, names = [] }: Field) => kind === 'keywords' || (kind === 'author' && names.length > 0);
  if (zone === 'opening' && fields.some(opens)) return true;
  return fields.some(
    ({ kind, isLabelled }) =>
      telling.includes(kind) || (zone === 'end' && (kind === 'published' || kind === 'updated') && isLabelled === true),
  );
}
