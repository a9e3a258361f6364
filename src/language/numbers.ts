import { withNumeralsExchanged } from './numerals.ts';
import type { Span } from './sentences.ts';

const DIGITS = '零一二三四五六七八九';
const ORDINAL =
  /第?(?<number>\d{1,3}|[一二三四五六七八九十]{1,3})(?<unit>号楼|号线|号机|号库|号院|号店|期|批|届|轮|季度|楼|层|栋|幢|年级|标段|车间|分队|中队|小队|审|路公交|路车|站台)|第(?<rank>\d{1,3}|[一二三四五六七八九十]{1,3})(?<thing>[名次回个位天年场局节笔趟轮代版稿步章条组排站])/gu;

/** A number, and where it stands, in UTF-16 units. */
interface Placed extends Span {
  readonly number: number;
}

/** A thing that is told from others by its number: 二期, 3号楼, 第六届. */
export interface Ordinal extends Placed {
  readonly unit: string;
  /** Whether things of this kind are told apart by number: 二期 is called nothing else, the second time 第二回 as well. */
  readonly isNumbered: boolean;
}

/** The ordinals of a folded text, in order. */
export function ordinalsIn(text: string): Ordinal[] {
  return [...text.matchAll(ORDINAL)].flatMap(({ 0: all, groups = {}, index }): Ordinal[] => {
    const written = groups.number ?? groups.rank ?? '';
    // 二十一栋 is not 一栋, and 408层 is a number of storeys, not the 408th.
    if (/[\d一二三四五六七八九十百千万两几多]/.test(text[index - 1] ?? '')) return [];
    const number = numberIn(written);
    return number === undefined
      ? []
      : [
          {
            number,
            unit: groups.unit ?? groups.thing ?? '',
            isNumbered: groups.unit !== undefined,
            start: index,
            end: index + all.length,
          },
        ];
  });
}

const YEAR = /(?<![\d.])(?:19|20)\d\d(?![\d.%吨元块人户名岁米里亩平斤张辆台个万多余只头株棵家套件份])/g;

/** The years that a folded text names, four digits each, in order; 2000元 is none. */
export function yearsIn(text: string): string[] {
  return text.match(YEAR) ?? [];
}

const MONTH = /(\d{1,2}|[一二三四五六七八九十]{1,3})月(?!份?[内个])份?/g;

/** The months that a folded text names, 1 to 12, in order. */
export function monthsIn(text: string): number[] {
  return placedMonthsIn(text).map(({ number }) => number);
}

function placedMonthsIn(text: string): Placed[] {
  return [...text.matchAll(MONTH)].flatMap(({ 0: all, 1: month = '', index }) => {
    const number = numberIn(month);
    return number === undefined ? [] : [{ number, start: index, end: index + all.length }];
  });
}

/** 1 to 99. */
function numberIn(written: string): number | undefined {
  if (/^\d+$/.test(written)) return Number(written);
  const [tens, ones] = written.includes('十') ? written.split('十') : ['', written];
  if (tens === undefined || ones === undefined || tens.length > 1 || ones.length > 1) return undefined;
  const ten = written.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens)) : 0;
  return ten * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}

/** A number of a thing in a text: 第六届. */
export interface ThingNumber extends Span {
  /** Written alike however it was written: 6届. */
  readonly text: string;
  /** What is numbered: 届. */
  readonly kind: string;
}

/** The numbers of things in a folded text, and where they stand. */
export function numbersIn(text: string): ThingNumber[] {
  const months = placedMonthsIn(text).map((month) => ({ ...month, unit: '月' }));
  return [...ordinalsIn(text), ...months].map(({ number, unit, start, end }) => ({
    text: `${number}${unit}`,
    kind: unit,
    start,
    end,
  }));
}

const PERIOD = /\d+(?:\.\d+)?|[上下]半年|[一二三四]季度/g;
const SPOKEN = /[一二三四五六七八九十百千两]+/g;
/** What is told apart by number, and what is counted; of the latter one alone is mostly no number. */
const NUMBERED = new Set('年月日号楼层期批轮届');
const COUNTED = new Set('吨元块人户岁米里亩平斤张辆台个万');
/** 哪一年 asks for a year, and 这一年 points at one: neither names it. */
const POINTED_AT = new Set('哪这那每同某');

/** Numbers, periods and ordinals that a folded question names, each once, as they are written there. */
export function numbersNamed(folded: string): string[] {
  const spoken = [...folded.matchAll(SPOKEN)].flatMap(({ 0: number, index }) => {
    if (POINTED_AT.has(folded[index - 1] ?? '')) return [];
    const behind = folded[index + number.length] ?? '';
    if (folded[index - 1] === '第') return [`第${number}`];
    if (NUMBERED.has(behind)) return [`${number}${behind}`];
    return number.length > 1 && COUNTED.has(behind) ? [number] : [];
  });
  return [...new Set([...(folded.match(PERIOD) ?? []), ...spoken])];
}

/** Whether a folded text has a number, in digits or in words; 3 is not in 13. */
export function hasNumber(text: string, number: string): boolean {
  return [number, withNumeralsExchanged(number)].some((way) => way !== undefined && standsIn(text, way));
}

function standsIn(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    const around = `${text[at - 1] ?? ''} ${text[at + number.length] ?? ''}`;
    if (!DIGIT.test(number) || !DIGIT.test(around)) return true;
  }
  return false;
}
const DIGIT = /\d/;
