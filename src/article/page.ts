import { NotAnArticle } from './article.ts';
import { splitCredits } from './credits.ts';
import type { Field } from './facts.ts';
import type { GlossContext } from './gloss.ts';
import { type LineKind, lineKinds } from './line-kind.ts';
import type { Line } from './lines.ts';
import { isPlaceSpam, isSpacedLinkSpam } from './link-spam.ts';
import { findFoot, noticeRule } from './page-foot.ts';
import { type Head, readHead } from './page-head.ts';

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
  const kinds = lineKinds(lines.flatMap((line) => splitCredits(line, glosses)));
  const foot = findFoot(kinds);
  if (foot.start === 0) throw new NotAnArticle('the file holds no paragraph of Chinese text, only short lines or none');
  const head = readHead(kinds.slice(0, foot.start));
  const related = relatedLinks(kinds);
  const dateline = lateDateline(kinds, head.end);
  const rules = kinds.map((entry, at) => {
    const place =
      at < head.end || at === dateline ? 'head' : at < foot.start ? 'body' : at < foot.closed ? 'end' : 'foot';
    return related.has(entry) ? 'related-links' : removalRule(entry, place, head);
  });
  const removed = kinds.filter((_, at) => rules[at] !== undefined);
  const path = removed.find((entry) => entry.kind === 'breadcrumbs');
  return {
    title: head.title,
    subtitle: head.subtitle,
    site: head.site,
    source: head.source,
    body: kinds.flatMap(({ line }, at) =>
      rules[at] === undefined && line !== head.title && line !== head.subtitle ? [line] : [],
    ),
    facts: removed.flatMap((entry) =>
      entry.kind === 'facts' ? entry.fields.map((field) => ({ line: entry.line, field })) : [],
    ),
    breadcrumbs: path?.kind === 'breadcrumbs' ? path : undefined,
    removed: kinds.flatMap(({ line }, at) => {
      const rule = rules[at];
      return rule === undefined ? [] : [{ rule, line }];
    }),
  };
}

/** Above the article, between its paragraphs, behind the last one, below what closes the article. */
type Zone = 'head' | 'body' | 'end' | 'foot';

/** Why a line is taken out; undefined when it is the article's. In doubt it is. */
function removalRule(entry: LineKind, zone: Zone, head: Head): string | undefined {
  if (entry.line === head.site) return 'site-name';
  if (entry.line === head.source) return 'metadata';
  if (head.rest.has(entry.line)) return isSpacedLinkSpam(entry.line) ? 'link-spam' : 'page-head';
  switch (entry.kind) {
    case 'furniture':
      return entry.furniture.rule;
    case 'spam':
      return 'link-spam';
    case 'breadcrumbs':
      return zone === 'body' ? undefined : 'breadcrumbs';
    case 'facts':
      return isMetadata(entry.fields, zone) ? 'metadata' : undefined;
    case 'text':
      return zone === 'end' || zone === 'foot' ? noticeRule(entry) : undefined;
    case 'short':
      if (zone === 'end' && isPlaceSpam(entry.line)) return 'link-spam';
      if (zone === 'foot') return noticeRule(entry) ?? (isSpacedLinkSpam(entry.line) ? 'link-spam' : 'page-foot');
      return undefined;
  }
}

/** Behind the summary that some pages print first, the dateline is the page's all the same. */
const MAX_SUMMARY_LINES = 2;

/** The index of the dateline, where the head has none; -1 where there is none either. */
function lateDateline(kinds: readonly LineKind[], headEnd: number): number {
  const isDated = (entry: LineKind) =>
    entry.kind === 'facts' && entry.fields.some(({ kind, iso }) => kind === 'published' && iso !== undefined);
  if (kinds.slice(0, headEnd).some(isDated)) return -1;
  return kinds.findIndex((entry, at) => at <= headEnd + MAX_SUMMARY_LINES && isDated(entry));
}

/** Between paragraphs, 时间：… may be an invitation's and 记者：… an interview's; a date may sign a letter. */
function isMetadata(fields: readonly Field[], zone: Zone): boolean {
  if (zone === 'head' || zone === 'foot') return true;
  const telling =
    zone === 'end' ? ['source', 'editor', 'author', 'credit', 'url', 'counter', 'keywords'] : ['source', 'editor'];
  return fields.some(
    ({ kind, isLabelled }) => telling.includes(kind) || (zone === 'end' && kind === 'published' && isLabelled === true),
  );
}

/** The links below a line that heads a list of them, up to the next text; a heading right before it stays. */
function relatedLinks(kinds: readonly LineKind[]): Set<LineKind> {
  const links = new Set<LineKind>();
  for (let at = 0; at < kinds.length; at += 1) {
    const entry = kinds[at];
    if (entry?.kind !== 'furniture' || entry.furniture.rule !== 'related-links') continue;
    const isInline = /:\s*\S/.test(entry.line.folded);
    if (isInline) continue;
    let behind = at + 1;
    while (kinds[behind]?.kind === 'short') behind += 1;
    const heading = kinds[behind]?.kind === 'text' ? 1 : 0;
    for (const link of kinds.slice(at + 1, behind - heading)) links.add(link);
  }
  return links;
}
