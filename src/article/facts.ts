import { readByline } from './byline.ts';
import { findDates, type PrintedDate } from './dateline.ts';
import { type FieldKind, type Label, labelAt, withPlainBars } from './fact-labels.ts';
import { isPublisher } from './publishers.ts';

/** One field, with the UTF-16 offsets of its value in the line. */
export interface Field {
  readonly kind: FieldKind;
  readonly start: number;
  readonly end: number;
  /** ISO 8601, of a date. */
  readonly iso?: string;
  /** Whether a label with a mark behind it says what it is: of dates and authors. */
  readonly isLabelled?: true;
}

/** No page prints more facts on a line. */
const MAX_LINE = 300;

/** Longer values are text: “记者：你们当时怎么想？……” is an interview. */
const MAX_VALUE = 60;
const SENTENCE = /[。!?;]/;
/** Keywords may have semicolons between them. */
const SENTENCE_IN_KEYWORDS = /[。!?]/;

/** What stands between fields, and what a value ends at. */
const SEPARATOR = /[\s|/,;·∙•>()[\]【】〔〕_-]/;
/** A publisher may stand in title marks, 《 人民日报 》（ 2022年03月14日 第 11 版）, a byline behind a square. */
const BETWEEN_FIELDS = /[\s|/,;·∙•>()[\]【】〔〕《》■□◆◇_-]/;
const VALUE_END = /[|\]】)〕]|\s{3,}/;

/** Before the name of who wrote a translated article: [美]约翰·史密斯. */
const NATIONALITY = /^[([〔【]\p{Script=Han}{1,4}[)\]〕】]\s*(?=[\p{Script=Han}\p{Script=Latin}])/u;
/** Behind a name, who that is: 张三(江城大学) 李四(江城医院). */
const REMARK = /\([^():|]{1,20}\)/g;
/** 张三;李四 is a list, and no sentence has so little between its semicolons. */
const LISTED_NAMES = /^\p{Script=Han}{2,4}(?:\s*;\s*\p{Script=Han}{2,4})+;?$/u;

/** Words that say nothing beside a date or between fields. */
const FILLER =
  /^(?:发布|更新|发表|刊发|刊登|北京时间|原创|首发|(?:星期|周|礼拜)[一二三四五六日天]|[大中小特]?字[号体]|[大中小]|a[+-]?|\+|打印|分享|收藏|评论|举报|纠错|关闭|订阅|转载|\d+|\d{1,2}:\d{2}(?::\d{2})?|阅读|浏览|次|人|条|手机看|\d{1,2}[-/.月]\d{1,2}日?|第|版|第?\d{1,3}版|.{2,4}(?:即时|综合|连线|专题)?报[导道]|ip属地.{0,6})$/;
/** What a byline without a label begins with. */
const WRITER = /记者|通讯员|撰稿|撰文|采写/;
const ADDRESS = /https?:\/\/[\x21-\x7e]+/y;

/**
 * Reads a line that holds nothing but facts about the article: date, source, credits, in
 * any order, with labels or, beside a date, without.
 *
 * @param line folded: Simplified and half-width; the offsets hold in the line itself.
 * @returns the fields in order; undefined when the line says anything else.
 */
export function readFields(line: string): Field[] | undefined {
  if (line.length > MAX_LINE) return undefined;
  const folded = withPlainBars(line);
  const dates = findDates(folded);
  const fields: Field[] = [];
  let hasUnlabelled = false;
  let hasSureByline = false;
  for (let at = skipSeparators(folded, 0, BETWEEN_FIELDS); at < folded.length; ) {
    const read = readField(folded, at, dates);
    if (read === undefined) return undefined;
    if (read.field !== undefined) fields.push(read.field);
    hasUnlabelled ||= read.isUnlabelled;
    hasSureByline ||= read.field?.kind === 'author' && !read.isUnlabelled;
    at = skipSeparators(folded, read.end, BETWEEN_FIELDS);
  }
  // A publisher alone is a line of text until something beside it shows that facts are meant.
  const isTelling =
    fields.length > 0 && (!hasUnlabelled || hasSureByline || fields.some(({ iso }) => iso !== undefined));
  return isTelling ? fields : undefined;
}

interface Read {
  readonly field?: Field;
  readonly end: number;
  readonly isUnlabelled: boolean;
}

function readField(folded: string, at: number, dates: readonly PrintedDate[]): Read | undefined {
  const date = dates.find(({ start }) => start === at);
  if (date !== undefined) return { field: { kind: 'published', ...date }, end: date.end, isUnlabelled: false };
  const label = labelAt(folded, at);
  if (label !== undefined) return readValue(folded, at, label, dates);
  ADDRESS.lastIndex = at;
  const address = ADDRESS.exec(folded)?.[0];
  if (address !== undefined) {
    const end = at + address.length;
    return { field: { kind: 'url', start: at, end }, end, isUnlabelled: false };
  }
  return readUnlabelled(folded, at, dates);
}

function readValue(folded: string, at: number, label: Label, dates: readonly PrintedDate[]): Read | undefined {
  const { kind, isSpaced } = label;
  const valueStart =
    label.valueStart + (NATIONALITY.exec(folded.slice(label.valueStart, label.valueStart + 8))?.[0].length ?? 0);
  const date = dates.find(({ start }) => start === valueStart);
  if (date !== undefined && (kind === 'published' || kind === 'time' || kind === 'updated')) {
    return { field: { kind, ...date, isLabelled: true }, end: date.end, isUnlabelled: false };
  }
  // A bracket that only says who somebody is ends no list of names.
  const line = kind === 'author' ? folded.replace(REMARK, (remark) => '、'.repeat(remark.length)) : folded;
  const end = kind === 'url' ? addressEnd(folded, valueStart) : valueEnd(line, valueStart, dates);
  const value = trimmed(folded, valueStart, end);
  if (value.end - value.start > MAX_VALUE && kind !== 'url') return undefined;
  if (kind !== 'url' && isSentence(folded.slice(value.start, value.end), kind)) return undefined;
  if (value.end === value.start) return { end, isUnlabelled: false };
  // 记者 张三 is read as a byline, with the word that tells a name from 记者 现场直击.
  const start = kind === 'author' && isSpaced ? at : value.start;
  const labelled = kind === 'author' && !isSpaced && { isLabelled: true as const };
  return { field: { kind, start, end: value.end, ...labelled }, end, isUnlabelled: false };
}

function isSentence(value: string, kind: FieldKind): boolean {
  if (kind === 'keywords') return SENTENCE_IN_KEYWORDS.test(value);
  const isList = (kind === 'author' || kind === 'editor') && LISTED_NAMES.test(value);
  return !isList && SENTENCE.test(value);
}

function addressEnd(folded: string, start: number): number {
  const space = folded.slice(start).search(/\s/);
  return space < 0 ? folded.length : start + space;
}

/** A value ends at a bar or a closing bracket, at a wide gap, and where the next field begins. */
function valueEnd(folded: string, start: number, dates: readonly PrintedDate[]): number {
  const stop = folded.slice(start).search(VALUE_END);
  const limit = Math.min(stop < 0 ? folded.length : start + stop, start + MAX_VALUE + 1);
  for (let at = start; at < limit; at += 1) {
    if (dates.some((date) => date.start === at)) return at;
    const label = labelAt(folded, at);
    const isApart = at === start || SEPARATOR.test(folded.charAt(at - 1));
    if (label !== undefined && (label.isLong || isApart)) return at;
    if (isApart && at > start && endsValue(folded, at)) return at;
  }
  return limit;
}

/** Whether a word says nothing, or begins a byline without a label: 来源：江城日报 新华社记者张三. */
function endsValue(folded: string, at: number): boolean {
  const word = wordAt(folded, at);
  return FILLER.test(word) || (WRITER.test(word) && readByline(folded, at)?.isSure === true);
}

/** A word beside the fields: a publisher, a byline, or one that says nothing. */
function readUnlabelled(folded: string, start: number, dates: readonly PrintedDate[]): Read | undefined {
  let end = start;
  while (
    end < folded.length &&
    !/[\s|/()[\]【】〔〕《》]/.test(folded.charAt(end)) &&
    !dates.some((date) => date.start === end)
  ) {
    end += 1;
  }
  const word = folded.slice(start, end);
  if (FILLER.test(word)) return { end, isUnlabelled: false };
  const byline = readByline(folded, start);
  if (byline !== undefined && isApart(folded, byline.end)) {
    const { end: behind, isSure } = byline;
    return { field: { kind: 'author', start, end: behind }, end: behind, isUnlabelled: !isSure };
  }
  if (isPublisher(word)) return { field: { kind: 'source', start, end }, end, isUnlabelled: true };
  return undefined;
}

/** Whether a field may end here. */
function isApart(folded: string, at: number): boolean {
  return at === folded.length || SEPARATOR.test(folded.charAt(at));
}

function wordAt(folded: string, start: number): string {
  return /^[^\s|/()[\]【】〔〕]*/.exec(folded.slice(start, start + MAX_VALUE))?.[0] ?? '';
}

function skipSeparators(folded: string, from: number, separator = SEPARATOR): number {
  let at = from;
  while (at < folded.length && separator.test(folded.charAt(at))) at += 1;
  return at;
}

function trimmed(folded: string, from: number, to: number): { start: number; end: number } {
  const start = Math.min(to, skipSeparators(folded, from));
  let end = to;
  while (end > start && SEPARATOR.test(folded.charAt(end - 1))) end -= 1;
  return { start, end };
}
