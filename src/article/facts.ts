import { bylineAt, bylineOfLine, editorsOf, withPlainBars, writersOf } from './bylines/bylines.ts';
import { readDispatch } from './bylines/dispatch.ts';
import type { LoneByline } from './bylines/lone-line.ts';
import { isChannel, isPublisher } from './bylines/publishers.ts';
import { matchAt } from './bylines/words.ts';
import { dayCodeAt, findDates, type PrintedDate, republicDateAt } from './dateline.ts';
import { type FieldKind, type Label, labelAt } from './fact-labels.ts';
import { saysNothing, undatedEnd } from './fact-words.ts';
import type { Field, Read } from './field.ts';
import { guessedFields, isRunOnLabel, mayBeFacts } from './loose-facts.ts';

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
const BAR_OR_GAP = /\||\s{3,}/;

/** Before the name of who wrote a translated article: [美]约翰·史密斯. */
const NATIONALITY = /^[([〔【]\p{Script=Han}{1,4}[)\]〕】]\s*(?=[\p{Script=Han}\p{Script=Latin}])/u;
/** Behind a name, who that is: 张三(江城大学) 李四(江城医院). */
const REMARK = /\([^():|]{1,20}\)/g;
/** Behind a publisher, on what terms: 江城读书网(作者授权发布). */
const REMARK_BEHIND = /\([^()]{1,20}$/;
/** 来源：江城日报 于2023-03-14 */
const BEFORE_DATE = /\s于$/;
/** 张三;李四 is a list, and no sentence has so little between its semicolons. */
const LISTED_NAMES = /^\p{Script=Han}{2,4}(?:\s*;\s*\p{Script=Han}{2,4})+;?$/u;

/** What a byline without a label begins with. */
const WRITER = /记者|通讯员|撰稿|撰文|采写/;
const ADDRESS = /https?:\/\/[\x21-\x7e]+/y;

/** So many words of which nothing is known may stand among facts: the name of an account, a button. */
const MAX_UNKNOWN = 3;
const MAX_UNKNOWN_WORD = 12;
const NO_FACT = /[。!?;,…“”"]/;
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
  const whole = readForwarded(folded) ?? readDispatchAlone(folded) ?? readDesk(folded);
  if (whole !== undefined) return { fields: named(whole, folded), isLoose: false };
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
  return { fields: named([...fields, ...guessedFields(folded, reads)], folded), isLoose: true };
}

/** 以下文章来源于云渡风物 ,作者温若岚: an account that shows what another one published. */
const FORWARDED = /^以下文章来源于\s?(\S.{0,19}?)(?:\s?,\s?作者\s?(\S.{1,19}))?$/d;

/** 本文来自微信公众号“云渡风物”（ID：yundu），作者：温若岚，…… */
const FROM_ACCOUNT =
  /^本文(?:来自|转自|转载自|首发于|来源于)(?:微信)?公众号\s?:?\s?["“「《]?([^“”"「」《》()、,。\s:]{2,20})["”」》]?\s?(?:\(id\s?:[^()]{1,30}\))?(?:,\s?(?:原文)?作者\s?[:|]?\s?([^,。\s]{2,20}))?(?:$|[,。])/d;

function readForwarded(folded: string): Field[] | undefined {
  const [, source, author] = (FORWARDED.exec(folded) ?? FROM_ACCOUNT.exec(folded))?.indices ?? [];
  if (source === undefined) return undefined;
  return [
    { kind: 'source', start: source[0], end: source[1] },
    ...(author === undefined
      ? []
      : [{ kind: 'author' as const, start: author[0], end: author[1], isLabelled: true as const }]),
  ];
}

/** The opening of a dispatch on a line of its own: 【江城报记者张三2023年2月7日报导】. */
function readDispatchAlone(folded: string): Field[] | undefined {
  const dispatch = readDispatch(folded);
  if (dispatch === undefined || dispatch.end < folded.length) return undefined;
  const { outlet, iso, names } = dispatch;
  const [first, last] = [names[0], names.at(-1)];
  if (outlet === undefined && iso === undefined && first === undefined) return undefined;
  return [
    ...(outlet === undefined ? [] : [{ kind: 'source' as const, ...outlet }]),
    ...(iso === undefined ? [] : [{ kind: 'published' as const, start: 0, end: folded.length, iso }]),
    ...(first && last ? [{ kind: 'author' as const, start: first.start, end: last.end, names }] : []),
  ];
}

/** 财经中心／张三报导: the desk of a broadcaster with the name of who reported. */
const OF_A_DESK = /^[([〔【]?\p{Script=Han}{2,6}(?:中心|新闻部)\s?[/|]/u;

function readDesk(folded: string): Field[] | undefined {
  const byline = OF_A_DESK.test(folded) ? bylineOfLine(folded) : undefined;
  return byline && fieldsOfByline(byline);
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

/** 03-14 alone may be a score. */
const MIN_UNDATED = 8;

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
  const before = BEFORE_DATE.exec(folded.slice(valueStart, end))?.index ?? remark;
  const value = trimmed(folded, valueStart, before === undefined ? end : valueStart + before);
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
  const stop = folded.slice(start).search(kind === 'other' ? BAR_OR_GAP : VALUE_END);
  const limit = Math.min(stop < 0 ? folded.length : start + stop, start + MAX_VALUE + 1);
  for (let at = start; at < limit; at += 1) {
    if (dates.some((date) => date.start === at)) return at;
    const label = labelAt(folded, at);
    const isApart = at === start || SEPARATOR.test(folded.charAt(at - 1));
    // 采写：江城晚报见习记者 谢小雨: whose reporter it is.
    const isRunOn = label?.kind === 'author' && kind === 'author' && !isApart;
    if (label !== undefined && (label.isSure || isApart) && !isRunOn) return at;
    if (isApart && at > start && endsValue(folded, at)) return at;
  }
  return limit;
}

/** Whether a word says nothing, or begins a byline without a label: 来源：江城日报 新华社记者张三. */
function endsValue(folded: string, at: number): boolean {
  const word = wordAt(folded, at);
  return saysNothing(word) || (WRITER.test(word) && bylineAt(folded, at)?.isSure === true);
}

/** 江城日报官方账号，优质资讯领域创作者: what a platform says of whoever posts there. */
const OF_AN_ACCOUNT =
  /[^\s,。]{0,20}(?:官方[账帐]号|领域(?:创作者|爱好者)|优质创作者)(?:,[^\s,。]{2,16}(?:创作者|爱好者))?(?=\s|$)/y;

/** 江城网责任编辑：张三 */
const WHOSE_EDITOR = /\p{Script=Han}{2,10}?(?=(?:责任编辑|责编|编辑)\s?:)/uy;

/** A word beside the fields: a publisher, a byline, or one that says nothing. */
function readUnlabelled(folded: string, start: number, dates: readonly PrintedDate[]): Read | undefined {
  const account = matchAt(OF_AN_ACCOUNT, folded, start) ?? matchAt(WHOSE_EDITOR, folded, start);
  if (account !== undefined) return { start, end: account };
  const end = wordEnd(folded, start, dates);
  const word = folded.slice(start, end);
  const republican = republicDateAt(folded, start);
  if (republican !== undefined && isApart(folded, republican.end)) {
    return { field: { kind: 'published', ...republican }, start, end: republican.end };
  }
  // （編輯：張三）1120505
  const code = folded.charAt(start - 1) === ')' ? dayCodeAt(folded, start) : undefined;
  if (code !== undefined && code.end === folded.length) {
    return { field: { kind: 'published', ...code, isLabelled: true }, start, end: code.end };
  }
  const undated = undatedEnd(folded, start, word);
  if (undated !== undefined) return { start, end: undated, isUndated: true };
  if (saysNothing(word)) return { start, end };
  if (isRunOnLabel(word)) return undefined;
  const byline = bylineAt(folded, start);
  if (byline !== undefined && isApart(folded, byline.end)) {
    const { end: behind, isSure, names } = byline;
    return { field: { kind: 'author', start, end: behind, names }, start, end: behind, isUnlabelled: !isSure };
  }
  if (isPublisher(word) && !isChannel(word)) {
    return { field: { kind: 'source', ...trimmed(folded, start, end) }, start, end, isUnlabelled: true };
  }
  return undefined;
}

/** Where the word ends that begins at this place; a date ends it, too. */
function wordEnd(folded: string, start: number, dates: readonly PrintedDate[]): number {
  let end = start;
  const isDate = (at: number) => dates.some((date) => date.start === at);
  while (end < folded.length && !WORD_END.test(folded.charAt(end)) && !isDate(end)) {
    // 张三·2023-03-14
    if (/[·∙•]/.test(folded.charAt(end)) && isDate(end + 1)) break;
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

/** The field of a whole line that is the value of the label above it; none of a kind that the article does not keep. */
export function fieldsOfValue(line: string, kind: FieldKind): Field[] {
  const folded = withPlainBars(line);
  if (kind !== 'source' && kind !== 'author' && kind !== 'editor') return [];
  return named(
    [{ kind, start: 0, end: folded.length, ...(kind === 'author' && { isLabelled: true as const }) }],
    folded,
  );
}
