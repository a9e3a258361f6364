import { applied, type Change } from './revision.ts';

/** Half-width marks and what Chinese text has in their place. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '｡': '。',
  '､': '、',
};
const MARK = /[,:;?!｡､]/g;
const HAN = /\p{Script=Han}/u;
const BRACKET_OR_HAN = /[()（）]|\p{Script=Han}+/gu;

/** Han and the punctuation of Chinese text. ’ and ” end Chinese as well as English quotations: the text inside tells. */
const CHINESE = /[\p{Script=Han}\u3001-\u3017\uff01-\uff0f\uff1a-\uff1f“”‘’—…々〇]/u;

/** Addresses keep their marks, wherever they stand. Before an @ there are no more than 64 characters (RFC 5321), looked for once a word. */
const ADDRESS =
  /(?:https?|ftp):\/\/[\x21-\x7e]{1,2000}|www\.[\x21-\x7e]{1,2000}|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gi;
const MARK_OR_BRACKET = /[,:;?!()]/;

/** Half-width marks beside Chinese → full width. `09:21`, `1,248`, `1+7+X`, Latin sentences and addresses stay. */
export function findHalfWidth(text: string): Change[] {
  if (!HAN.test(text)) return [];
  const pairs = brackets(text);
  // Marks go by the brackets beside them as these will be. Each change is of one character, so offsets hold.
  const changes = [...marks(applied(text, pairs)), ...pairs].sort((one, other) => one.start - other.start);
  return outside(changes, addressesIn(text));
}

/** Sentence punctuation right behind an address is not part of it when Chinese goes on. */
function addressesIn(text: string): { start: number; end: number }[] {
  return [...text.matchAll(ADDRESS)].map(({ index, 0: address }) => {
    let end = index + address.length;
    while (MARK_OR_BRACKET.test(text.charAt(end - 1))) end -= 1;
    return { start: index, end };
  });
}

/** Both lists are in order, so one pass over each is enough. */
function outside(changes: readonly Change[], spans: readonly { start: number; end: number }[]): Change[] {
  let next = 0;
  return changes.filter(({ start }) => {
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    return start < (spans[next]?.start ?? Number.POSITIVE_INFINITY);
  });
}

function marks(text: string): Change[] {
  return [...text.matchAll(MARK)]
    .filter(({ index }) => isBesideChinese(text, index) || dividesNumbers(text, index))
    .map(({ index, 0: mark }) => ({ start: index, end: index + 1, to: FULL_WIDTH[mark] ?? mark }));
}

function isBesideChinese(text: string, index: number): boolean {
  if (CHINESE.test(neighbour(text, index, -1))) return true;
  return CHINESE.test(neighbour(text, index, 1)) && !endsLatinQuotation(text, index);
}

/** A quotation is hardly longer. */
const MAX_QUOTATION = 300;
const CLOSING_QUOTES: Readonly<Record<string, string>> = { '”': '“', '’': '‘' };

/** `“Why not?”`: the mark belongs to the Latin sentence that the quotation marks are around. */
function endsLatinQuotation(text: string, index: number): boolean {
  const opening = CLOSING_QUOTES[text.charAt(index + 1)];
  if (opening === undefined) return false;
  const before = text.slice(Math.max(0, index - MAX_QUOTATION), index);
  const start = before.lastIndexOf(opening);
  return start >= 0 && /\p{L}/u.test(before.slice(start)) && !/\p{Script=Han}/u.test(before.slice(start));
}

/** Years, times and shares are not grouped by thousands, so a comma behind one divides two clauses. */
const UNGROUPED = /(?:\d{4}|\d:\d\d|%)$/;
/** What numbers are written with, as they stand in a row. */
const NUMERIC = /[\d:,.%]/;
const MAX_NUMERIC = 20;

/** The comma of `23:00,2022年`, where Chinese stands beside the row of numbers. */
function dividesNumbers(text: string, index: number): boolean {
  if (text.charAt(index) !== ',' || !/\d/.test(text.charAt(index + 1))) return false;
  if (!UNGROUPED.test(text.slice(Math.max(0, index - 4), index))) return false;
  return [-1, 1].some((step) => {
    let at = index;
    while (Math.abs(at - index) <= MAX_NUMERIC && NUMERIC.test(text.charAt(at))) at += step;
    return CHINESE.test(text.charAt(at));
  });
}

/** No more marks and spaces than that stand in a row. */
const MAX_STEPS = 4;

/** The nearest character that is neither white space nor another half-width mark. */
function neighbour(text: string, from: number, step: -1 | 1): string {
  let at = from + step;
  while (Math.abs(at - from) <= MAX_STEPS && /[\s,:;?!()]/.test(text.charAt(at))) at += step;
  return text.charAt(at);
}

/** A pair becomes full-width when it stands behind or before Chinese, or holds some; both of its brackets or neither. */
function brackets(text: string): Change[] {
  const changes: Change[] = [];
  const open: number[] = [];
  let lastHan = -1;
  for (const { index, 0: bracket } of text.matchAll(BRACKET_OR_HAN)) {
    if (HAN.test(bracket)) {
      lastHan = index;
      continue;
    }
    if (bracket === '(' || bracket === '（') {
      open.push(index);
      continue;
    }
    const start = open.pop();
    if (start === undefined) {
      if (bracket === ')' && CHINESE.test(neighbour(text, index, -1))) changes.push(widened(index, '）'));
      continue;
    }
    if (lastHan < start && !isBesideHan(text, start, index)) continue;
    if (isOfCredit(text, start, index)) continue;
    if (text.charAt(start) === '(') changes.push(widened(start, '（'));
    if (bracket === ')') changes.push(widened(index, '）'));
  }
  for (const start of open) {
    if (text.charAt(start) === '(' && CHINESE.test(neighbour(text, start, 1))) changes.push(widened(start, '（'));
  }
  return changes;
}

/** 张三摄(江城影像): a credit is printed in the form that an agency has for it, which stays. */
const BEHIND_CREDIT = /(?:[摄攝]|[摄攝]影|供[图圖])\s?$/;

function isOfCredit(text: string, start: number, end: number): boolean {
  if (text.charAt(start) !== '(' || !/^\)\s*$/.test(text.slice(end))) return false;
  return BEHIND_CREDIT.test(text.slice(Math.max(0, start - 4), start));
}

function isBesideHan(text: string, start: number, end: number): boolean {
  if (text.charAt(start) === '（' || text.charAt(end) === '）') return true;
  return CHINESE.test(text.charAt(start - 1)) || CHINESE.test(text.charAt(end + 1));
}

function widened(at: number, to: string): Change {
  return { start: at, end: at + 1, to };
}
