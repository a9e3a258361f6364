import type { Span } from '../language/sentences.ts';
import { bylineAt, editorsOf, withPlainBars, writersOf } from './bylines/bylines.ts';
import type { LoneByline } from './bylines/lone-line.ts';
import { hasSurname, mayBePenName } from './bylines/person-name.ts';
import { isChannel, isPublisher } from './bylines/publishers.ts';
import { findDates, type PrintedDate, republicDateAt } from './dateline.ts';
import { type FieldKind, type Label, labelAt } from './fact-labels.ts';

/** One field, with the UTF-16 offsets of its value in the line. */
export interface Field {
  readonly kind: FieldKind;
  readonly start: number;
  readonly end: number;
  /** ISO 8601, of a date. */
  readonly iso?: string;
  /** Whether a label with a mark behind it says what it is: of dates and authors. */
  readonly isLabelled?: true;
  /** Of authors and editors, where their names stand in the line. */
  readonly names?: readonly Span[];
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
const WORD_END = /[\s|/()[\]【】〔〕《》]/;
const VALUE_END = /[|\]】)〕]|\s{3,}/;

/** Before the name of who wrote a translated article: [美]约翰·史密斯. */
const NATIONALITY = /^[([〔【]\p{Script=Han}{1,4}[)\]〕】]\s*(?=[\p{Script=Han}\p{Script=Latin}])/u;
/** Behind a name, who that is: 张三(江城大学) 李四(江城医院). */
const REMARK = /\([^():|]{1,20}\)/g;
/** Behind a publisher, on what terms: 望江读书网(作者授权发布). */
const REMARK_BEHIND = /\([^()]{1,20}$/;
/** 张三;李四 is a list, and no sentence has so little between its semicolons. */
const LISTED_NAMES = /^\p{Script=Han}{2,4}(?:\s*;\s*\p{Script=Han}{2,4})+;?$/u;

/** Words that say nothing beside a date or between fields. */
const FILLER =
  /^(?:发布于?|更新于?|发表于?|(?:发布|发表)于.{2,3}|[a-d]\d{1,2}|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|刊发|刊登|编辑于|刊于|首次上稿|(?:首次|最后|最近)?(?:发布|更新|发表|上稿|出版|刊登|建立)(?:时间|日期)?|北京时间|当地时间|原创|首发|更新|已更新|录入|原文|出处|综合|(?:星期|周|礼拜)[一二三四五六日天]|[大中小特]?字[号体]|[大中小]|t+|打印|分享|收藏|评论|举报|投诉|纠错|关闭|订阅|关注|已关注|转载|图集|[\d,.]{1,9}[万w]?\+?|\d{1,2}:\d{2}(?::\d{2})?|次|人|条|手机看|听新闻|我有话说|\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}\/\d{1,2}\/\d{4}|第|版|第?[a-z]?\d{1,3}版(?::.{1,8})?|版次|\d{4}年?第?\d{1,3}期|第\d{1,4}期|总?第\d{1,5}期|(?:未命名|.{2,4})(?:即时|综合|连线|专题)?报[导道]|ip属地.{0,6})$/;
/** When it was published, without what would make a date of it: 03-14 08:30, 昨天, 3小时前. */
const UNDATED =
  /^(?:(?:昨天|前天|今天|刚刚)(?:\d{1,2}:\d{2})?|(?:\d{1,2}[-/.]\d{1,2}|\d{1,2}月\d{1,2}日)(?:\s{0,4}\d{1,2}:\d{2}(?::\d{2})?)?)$/;
const UNDATED_WITH_TIME =
  /(?:\d{1,2}\s?(?:天|小时|分钟|个月|周)前|(?:\d{1,2}[-/]\d{1,2}|\d{1,2}月\d{1,2}日)\s{0,4}\d{1,2}:\d{2}(?::\d{2})?)(?=[\s|/()]|$)/y;
/** How many people read, and buttons for the size of letters, in any order of their words. */
const COUNTER =
  /^(?=.*(?:阅读|浏览|点击|评论|参与|跟[贴帖]|观看|播放|人气|访问|热度))[\d,.+\s万w次人条个已有共我有话说阅读浏览点击评论参与跟贴帖观看播放人气访问热度量数]{1,20}$/;
const LETTER_SIZE = /^(?:[大中小特默认标准超字号体级调整a+\-t正常放缩]{1,12})$/;
/** From where it was posted. */
const PROVINCE =
  /^(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|台湾|香港|澳门)$/;
/** 来源CSDN, 作者魏星: a label run on into its value, which only a line of facts has. */
const RUN_ON_LABEL = /^(文章来源|来源|稿源|来自|转自|作者|责任编辑|责编|编辑)(.{2,16})$/;
/** What a byline without a label begins with. */
const WRITER = /记者|通讯员|撰稿|撰文|采写/;
const ADDRESS = /https?:\/\/[\x21-\x7e]+/y;

/** So many words of which nothing is known may stand among facts: the name of an account, a button. */
const MAX_UNKNOWN = 3;
const MAX_UNKNOWN_LENGTH = 20;
const MAX_UNKNOWN_WORD = 12;
/** A longer word that opens the line is a title beside its date. */
const MAX_UNKNOWN_FIRST = 6;
/** An account has so many characters at least; 时讯 is a channel. */
const MIN_ACCOUNT = 3;
const MAX_LOOSE_LINE = 120;
const NO_FACT = /[。!?;,…“”"]/;
const HAN = /\p{Script=Han}/u;

/** What a line of facts says. */
export interface Facts {
  /** In order. */
  readonly fields: readonly Field[];
  /** Whether words stand among them of which nothing is known. Only where facts are due is such a line one. */
  readonly isLoose: boolean;
}

/**
 * Reads a line that holds nothing but facts about the article: date, source, credits, in
 * any order, with labels or, beside a date, without.
 *
 * @param line folded: Simplified and half-width; the offsets hold in the line itself.
 * @returns the fields in order; undefined when the line says anything else.
 */
export function readFields(line: string): readonly Field[] | undefined {
  const facts = readFacts(line);
  return facts === undefined || facts.isLoose ? undefined : facts.fields;
}

/** As `readFields`, and lines that hold some words more. */
export function readFacts(line: string): Facts | undefined {
  if (line.length > MAX_LINE) return undefined;
  const folded = withPlainBars(line);
  const forwarded = readForwarded(folded);
  if (forwarded !== undefined) return { fields: named(forwarded, folded), isLoose: false };
  const dates = findDates(folded);
  const reads: Read[] = [];
  let unknown = 0;
  for (let at = skipSeparators(folded, 0, BETWEEN_FIELDS); at < folded.length; ) {
    const read = readField(folded, at, dates) ?? readUnknown(folded, at, dates);
    if (read === 'text') return undefined;
    reads.push(read);
    if (read.isUnknown) unknown += 1;
    if (reads.length > MAX_READS || unknown > MAX_UNKNOWN) return undefined;
    if (read.isUnknown && (read.end - read.start > MAX_UNKNOWN_WORD || NO_FACT.test(folded))) return undefined;
    at = skipSeparators(folded, read.end, BETWEEN_FIELDS);
  }
  const fields = reads.flatMap(({ field }) => field ?? []);
  if (reads.every(({ isUnknown }) => isUnknown !== true)) {
    if (isTelling(reads, fields)) return { fields: named(fields, folded), isLoose: false };
    return reads.some(({ isUndated }) => isUndated) ? { fields: named(fields, folded), isLoose: true } : undefined;
  }
  if (!mayBeFacts(folded, reads)) return undefined;
  return { fields: named([...fields, ...guessed(folded, reads)], folded), isLoose: true };
}
/** 以下文章来源于云渡风物 ,作者温若岚: an account that shows what another one published. */
const FORWARDED = /^以下文章来源于\s?(\S.{0,19}?)(?:\s?,\s?作者\s?(\S.{1,19}))?$/d;

function readForwarded(folded: string): Field[] | undefined {
  const [, source, author] = FORWARDED.exec(folded)?.indices ?? [];
  if (source === undefined) return undefined;
  return [
    { kind: 'source', start: source[0], end: source[1] },
    ...(author === undefined
      ? []
      : [{ kind: 'author' as const, start: author[0], end: author[1], isLabelled: true as const }]),
  ];
}

/** Fields with the names that they hold. */
function named(fields: readonly Field[], folded: string): Field[] {
  return fields.map((field) => {
    if (field.names !== undefined) return field;
    if (field.kind === 'author') return { ...field, names: writersOf(folded, field, field.isLabelled ?? false) };
    return field.kind === 'editor' ? { ...field, names: editorsOf(folded, field) } : field;
  });
}

/** No line has so many fields; what has more words is text. */
const MAX_READS = 60;

/** A publisher alone is a line of text until something beside it shows that facts are meant. */
function isTelling(reads: readonly Read[], fields: readonly Field[]): boolean {
  const hasUnlabelled = reads.some(({ isUnlabelled }) => isUnlabelled);
  const hasSureByline = reads.some(({ field, isUnlabelled }) => field?.kind === 'author' && !isUnlabelled);
  // 记者： alone is a turn of an interview, 作者： 来源： is a form that nobody filled in.
  const isTimed = reads.some(({ isUndated, start, end }) => isUndated && end - start > MIN_UNDATED);
  const hasFields = fields.length > 0 || reads.filter(({ isEmpty }) => isEmpty).length > 1 || isTimed;
  return hasFields && (!hasUnlabelled || hasSureByline || fields.some(({ iso }) => iso !== undefined));
}

/** 原创 季长风 云渡风物: the line of an account. */
const ORIGINAL = /^(?:原创|首发)\s/;
const MAX_ACCOUNT_WORDS = 2;
/** 03-14 alone may be a score. */
const MIN_UNDATED = 8;

/** Whether a line with unknown words holds facts all the same: a date with its time, or two facts at least. */
function mayBeFacts(folded: string, reads: readonly Read[]): boolean {
  if (folded.length > MAX_LOOSE_LINE) return false;
  const unknown = reads.filter(({ isUnknown }) => isUnknown);
  const lengths = unknown.map(({ start, end }) => end - start);
  if (lengths.reduce((sum, length) => sum + length, 0) > MAX_UNKNOWN_LENGTH) return false;
  const first = reads[0];
  if (first?.isUnknown && first.end - first.start > MAX_UNKNOWN_FIRST) return false;
  const known = reads.filter(
    ({ field, isEmpty, isUndated }) => isEmpty || isUndated || field?.isLabelled || field?.iso !== undefined,
  );
  const isTimed = reads.some(({ field }) => field?.iso?.includes('T'));
  const isNamed = known.length > 0 && unknown.every(({ start, end }) => hasSurname(folded.slice(start, end)));
  const isAccount = ORIGINAL.test(folded) && unknown.length <= MAX_ACCOUNT_WORDS;
  return isTimed || isNamed || isAccount || known.length > 1;
}

/** 收藏本文 */
const BUTTON = /收藏|打印|举报|字体|本文|首页|返回|评论|分享|订阅|关注|阅读|时间$/;

/** A name beside a date is who wrote it, an account who published it, where nothing else is said of either. */
function guessed(folded: string, reads: readonly Read[]): Field[] {
  const has = (kind: FieldKind) => reads.some(({ field }) => field?.kind === kind);
  const words = reads
    .filter(({ isUnknown }) => isUnknown)
    .map(({ start, end }) => ({ start, end, word: folded.slice(start, end) }));
  const runOn = words.flatMap(({ start, end, word }): Field[] => {
    const [, label = '', value = ''] = RUN_ON_LABEL.exec(word) ?? [];
    if (label === '') return [];
    const kind = label === '作者' ? 'author' : label.endsWith('编辑') || label === '责编' ? 'editor' : 'source';
    return kind !== 'source' && !mayBePenName(value)
      ? []
      : [{ kind, start: start + label.length, end, isLabelled: true }];
  });
  const bare = words.filter(({ word }) => !RUN_ON_LABEL.test(word));
  const names = has('author') ? [] : bare.filter(({ word }) => hasSurname(word) && !isChannel(word));
  const accounts = bare.filter(
    ({ word }) =>
      !hasSurname(word) && word.length >= MIN_ACCOUNT && HAN.test(word) && !isChannel(word) && !BUTTON.test(word),
  );
  const account = has('source') || accounts.length !== 1 ? undefined : accounts[0];
  return [
    ...runOn,
    ...names.map(({ start, end }) => ({ kind: 'author' as const, start, end, isLabelled: true as const })),
    ...(account === undefined ? [] : [{ kind: 'source' as const, start: account.start, end: account.end }]),
  ];
}

interface Read {
  readonly field?: Field;
  readonly start: number;
  readonly end: number;
  readonly isUnlabelled?: boolean;
  /** A label with nothing behind it. */
  readonly isEmpty?: boolean;
  /** Says when, without what would make a date of it. */
  readonly isUndated?: boolean;
  readonly isUnknown?: boolean;
}

function readUnknown(folded: string, start: number, dates: readonly PrintedDate[]): Read {
  const end = Math.max(start + 1, wordEnd(folded, start, dates));
  return { start, end, isUnknown: true };
}

/** @returns undefined where nothing is known of the word that stands here; `text` where it shows that the line is text. */
function readField(folded: string, at: number, dates: readonly PrintedDate[]): Read | 'text' | undefined {
  const date = dates.find(({ start }) => start === at);
  if (date !== undefined) return { field: { kind: 'published', ...date }, start: at, end: date.end };
  const label = labelAt(folded, at);
  if (label !== undefined) return readValue(folded, at, label, dates) ?? 'text';
  ADDRESS.lastIndex = at;
  const address = ADDRESS.exec(folded)?.[0];
  if (address === undefined) return readUnlabelled(folded, at, dates);
  const end = at + address.length;
  return { field: { kind: 'url', start: at, end }, start: at, end };
}

const DATED: ReadonlySet<FieldKind> = new Set(['published', 'time', 'updated']);

function readValue(folded: string, at: number, label: Label, dates: readonly PrintedDate[]): Read | undefined {
  const { kind, isSpaced } = label;
  const valueStart =
    label.valueStart + (NATIONALITY.exec(folded.slice(label.valueStart, label.valueStart + 8))?.[0].length ?? 0);
  const date = DATED.has(kind)
    ? (dates.find(({ start }) => start === valueStart) ?? republicDateAt(folded, valueStart))
    : undefined;
  if (date !== undefined) return { field: { kind, ...date, isLabelled: true }, start: at, end: date.end };
  // A bracket that only says who somebody is ends no list of names.
  const line = kind === 'author' ? folded.replace(REMARK, (remark) => '、'.repeat(remark.length)) : folded;
  const end = kind === 'url' ? addressEnd(folded, valueStart) : valueEnd(line, valueStart, kind, dates);
  const remark = kind === 'source' ? REMARK_BEHIND.exec(folded.slice(valueStart, end))?.index : undefined;
  const value = trimmed(folded, valueStart, remark === undefined ? end : valueStart + remark);
  if (value.end - value.start > MAX_VALUE && kind !== 'url') return undefined;
  if (kind !== 'url' && isSentence(folded.slice(value.start, value.end), kind)) return undefined;
  if (value.end === value.start) return { start: at, end, isEmpty: true };
  // 记者 张三 is read as a byline, with the word that tells a name from 记者 现场直击.
  const start = kind === 'author' && isSpaced ? at : value.start;
  const labelled = kind === 'author' && !isSpaced && { isLabelled: true as const };
  return { field: { kind, start, end: value.end, ...labelled }, start: at, end };
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
function valueEnd(folded: string, start: number, kind: FieldKind, dates: readonly PrintedDate[]): number {
  const stop = folded.slice(start).search(VALUE_END);
  const limit = Math.min(stop < 0 ? folded.length : start + stop, start + MAX_VALUE + 1);
  for (let at = start; at < limit; at += 1) {
    if (dates.some((date) => date.start === at)) return at;
    const label = labelAt(folded, at);
    const isApart = at === start || SEPARATOR.test(folded.charAt(at - 1));
    // 采写：南都见习记者 林子沛: whose reporter it is.
    const isRunOn = label?.kind === 'author' && kind === 'author' && !isApart;
    if (label !== undefined && (label.isLong || isApart) && !isRunOn) return at;
    if (isApart && at > start && endsValue(folded, at)) return at;
  }
  return limit;
}

/** Whether a word says nothing, or begins a byline without a label: 来源：江城日报 新华社记者张三. */
function endsValue(folded: string, at: number): boolean {
  const word = wordAt(folded, at);
  return saysNothing(word) || (WRITER.test(word) && bylineAt(folded, at)?.isSure === true);
}

/** A word beside the fields: a publisher, a byline, or one that says nothing. */
function readUnlabelled(folded: string, start: number, dates: readonly PrintedDate[]): Read | undefined {
  const end = wordEnd(folded, start, dates);
  const word = folded.slice(start, end);
  const republican = republicDateAt(folded, start);
  if (republican !== undefined && isApart(folded, republican.end)) {
    return { field: { kind: 'published', ...republican }, start, end: republican.end };
  }
  const undated = matchEnd(UNDATED_WITH_TIME, folded, start);
  if (undated !== undefined) return { start, end: undated, isUndated: true };
  if (UNDATED.test(word)) return { start, end, isUndated: true };
  if (saysNothing(word)) return { start, end };
  if (RUN_ON_LABEL.test(word)) return undefined;
  const byline = bylineAt(folded, start);
  if (byline !== undefined && isApart(folded, byline.end)) {
    const { end: behind, isSure, names } = byline;
    return { field: { kind: 'author', start, end: behind, names }, start, end: behind, isUnlabelled: !isSure };
  }
  if (isPublisher(word) && !isChannel(word)) {
    return { field: { kind: 'source', start, end }, start, end, isUnlabelled: true };
  }
  return undefined;
}

function matchEnd(sticky: RegExp, folded: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(folded) ? sticky.lastIndex : undefined;
}

function saysNothing(word: string): boolean {
  return isChannel(word) || FILLER.test(word) || COUNTER.test(word) || LETTER_SIZE.test(word) || PROVINCE.test(word);
}

/** Where the word ends that begins at this place; a date ends it, too. */
function wordEnd(folded: string, start: number, dates: readonly PrintedDate[]): number {
  let end = start;
  while (end < folded.length && !WORD_END.test(folded.charAt(end)) && !dates.some((date) => date.start === end)) {
    end += 1;
  }
  return end;
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

/** The fields of a line that names people and says no more. */
export function fieldsOfByline({ names, publisher }: LoneByline): Field[] {
  const [first, last] = [names[0], names.at(-1)];
  const authors = first && last && { kind: 'author' as const, start: first.start, end: last.end, names };
  return [...(authors ? [authors] : []), ...(publisher ? [{ kind: 'source' as const, ...publisher }] : [])];
}
