import type { Entry } from './entries.ts';
import { type Gathering, gather } from './gathering.ts';
import { mentionAt, type Paragraph } from './paragraphs.ts';

const TEN = '(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?)';
const YEAR = String.raw`(?<year>(?:1[5-9]|20)\d\d|[一二][〇零九八七六五〇][〇零一二三四五六七八九]{2})年`;
const REPUBLIC = String.raw`民国(?<republic>\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|一[〇零一][〇零一二三四五六七八九])年`;
const NEAR = '(?<near>今年|去年|前年|明年|后年)';
const MONTH = String.raw`(?<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月`;
const DAY = String.raw`(?<day>\d{1,2}|${TEN})[日号](?!楼|线|馆|院|仓|罐|井|门|店|桥|船|机|位|称|泊|吊|公告|文件)`;
const TO = String.raw`(?:[至到—~-](?:(?:\d{1,2}|${TEN})月)?(?:\d{1,2}|${TEN})[日号])?`;
const PART = '(?:[初中末底]|[上中下]旬)?';
const SEASON = '(?:年?(?:春天|夏天|秋天|冬天|春季|夏季|秋季|冬季|年初|年底|年末|元旦|春节|中秋|国庆))';
/** 2021年11月23日, 今年3月1日, 10月17日至19日, 去年秋天, 14日. */
const DATE = new RegExp(
  [
    `(?:${YEAR}|${REPUBLIC}|${NEAR})(?:${MONTH}(?:${DAY}${TO}|${PART})|${SEASON})?`,
    `${MONTH.replaceAll('<month>', '<month2>')}(?:${DAY.replaceAll('<day>', '<day2>')}${TO}|(?:[初底末]|[上中下]旬)?)`,
    String.raw`(?<day3>\d{1,2})日${TO}(?!电|讯|报|元|均)`,
  ].join('|'),
  'gu',
);
/** Nothing is dated: 第3月, 23个月, 5.12日. */
const NOT_BEFORE = /[第\d.每个:／/K]$|[一二三四五六七八九十几数]$/u;
/** 三月份 is a month, 8月龄 and 五月天 are none. */
const NOT_BEHIND = /^(?:天(?!气)|龄|薪|租|票|卡|供|饼|亮|光|台|球|子|底下|均|费|息|经|历|入|收)/;
const NEAR_YEARS: Readonly<Record<string, number>> = { 今年: 0, 去年: -1, 前年: -2, 明年: 1, 后年: 2 };

/** When, as far as the text says it: for the order alone, nothing of it is shown. */
interface When {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The dates that are named, each once, in the order of time; those whose year the text leaves open
 * come last, in the order of the text.
 *
 * @param published ISO 8601: what 今年 and 3月 are counted from; undefined where it is not known
 */
export function datesAmong(paragraphs: readonly Paragraph[], published: string | undefined): Entry[] {
  const found: Gathering = new Map();
  const times = new Map<string, When | undefined>();
  const now =
    published === undefined ? undefined : { year: Number(published.slice(0, 4)), month: Number(published.slice(5, 7)) };
  for (const paragraph of paragraphs) {
    let last: When | undefined;
    let sentence = -1;
    for (const match of paragraph.folded.matchAll(DATE)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const before = paragraph.folded.slice(Math.max(0, span.start - 2), span.start);
      if (NOT_BEFORE.test(before) || NOT_BEHIND.test(paragraph.folded.slice(span.end, span.end + 2))) continue;
      const own = mentionAt(paragraph, span).sentence;
      if (own !== sentence) last = undefined;
      sentence = own;
      const when = whenOf(match.groups ?? {}, now, last);
      if (when === 'none') continue;
      // Of a year and a month that are said the next dates of the sentence are.
      if (when !== undefined && when.month > 0 && match.groups?.near === undefined) last = when;
      const text = paragraph.text.slice(span.start, span.end);
      const mention = mentionAt(paragraph, span);
      // 14日 of two months are two days.
      const key = match.groups?.day3 === undefined ? text : `${text} ${keyOf(when)}`;
      if (!times.has(key)) times.set(key, when);
      gather(found, key, mention, () => ({ kind: 'dates', text, note: '' }));
    }
  }
  return [...found].sort(([a], [b]) => keyOf(times.get(a)) - keyOf(times.get(b))).map(([, entry]) => entry);
}

function keyOf(when: When | undefined): number {
  return when === undefined ? Number.MAX_SAFE_INTEGER : when.year * 10_000 + when.month * 100 + when.day;
}

/** @param last the date before it in the sentence, whose year and month a shorter one shares; `none` where it is no date */
function whenOf(
  groups: Readonly<Record<string, string | undefined>>,
  now: { year: number; month: number } | undefined,
  last: When | undefined,
): When | undefined | 'none' {
  const month = numberOf(groups.month ?? groups.month2 ?? '');
  const day = numberOf(groups.day ?? groups.day2 ?? groups.day3 ?? '');
  if (month > 12 || day > 31) return 'none';
  if (groups.day3 !== undefined) {
    const { year, month: of } = last ?? now ?? {};
    return year === undefined || of === undefined ? undefined : { year, month: of, day };
  }
  const year = yearOf(groups, now);
  if (year !== undefined) return { year, month, day };
  if (groups.near !== undefined) return undefined;
  if (last !== undefined) return { year: last.year, month, day };
  // In January 11月 is last year's, and 12月 in November may be either: only what has passed is sure.
  return now !== undefined && month <= now.month ? { year: now.year, month, day } : undefined;
}

function yearOf(
  groups: Readonly<Record<string, string | undefined>>,
  now: { year: number } | undefined,
): number | undefined {
  if (groups.year !== undefined) return numberOf(groups.year);
  if (groups.republic !== undefined) return 1911 + numberOf(groups.republic);
  const offset = NEAR_YEARS[groups.near ?? ''];
  return offset === undefined || now === undefined ? undefined : now.year + offset;
}

const DIGITS = '〇一二三四五六七八九';

/** 23, 二十三, 二〇二四; 0 for nothing. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replaceAll('零', '〇').replaceAll('廿', '二十');
  const ten = plain.indexOf('十');
  if (ten < 0) return Number([...plain].map((digit) => DIGITS.indexOf(digit)).join('')) || 0;
  const tens = ten === 0 ? 1 : DIGITS.indexOf(plain.charAt(0));
  const ones = ten === plain.length - 1 ? 0 : DIGITS.indexOf(plain.charAt(ten + 1));
  return tens * 10 + ones;
}
