import { fold } from '../language/fold.ts';
import type { Span } from '../language/sentences.ts';
import { isUnit } from './figures.ts';

/** A number in digits, or a run of Chinese numerals. */
const NUMBER = /(?<![\d.,])\d[\d,.]{0,20}[百千万亿]{0,3}[余多]?|[一二两三四五六七八九十百千万亿余多]{2,16}/g;
/** Of numerals alone only what is written with a hundred or more: 四万一千, but not 一三 or 十三. */
const LARGE = /^(?:\d|[一二两三四五六七八九].*[百千万亿])/;
/** What is counted or measured, as far as it takes more than a character. */
const LONG_UNIT =
  /^(?:平方公里|平方千米|平方米|立方米|个百分点|公里|公斤|公顷|公尺|千瓦时|千瓦|兆瓦|千克|千米|厘米|毫米|海里|英里|小时|分钟|个小时|个月|美元|欧元|港元|日元|英镑|人次|%|‰|℃)/;
/** 元, 户: but not the clock, nor a day of the calendar. */
const CALENDAR = /^[月日号时点分]/;
const YEAR = /^(?:1[5-9]|20)\d\d$/;
const ORDINAL = /[第§]$/;

/**
 * The figures that a text tells, each with what it counts: 2.87亿元, 13.4万吨, 22个. No years, days and
 * hours, nothing that is only numbered.
 * @returns UTF-16 offsets, in order
 */
export function figuresIn(text: string): Span[] {
  const folded = fold(text);
  return [...folded.matchAll(NUMBER)].flatMap(({ 0: number, index: start }): Span[] => {
    if (!LARGE.test(number)) return [];
    const end = start + number.length;
    const behind = folded.slice(end, end + 5);
    if (ORDINAL.test(folded.slice(0, start).slice(-1)) || CALENDAR.test(behind)) return [];
    if (YEAR.test(number) && behind.startsWith('年')) return [];
    const unit = LONG_UNIT.exec(behind)?.[0].length ?? (behind !== '' && isUnit(behind.charAt(0)) ? 1 : 0);
    return unit === 0 ? [] : [{ start, end: end + unit }];
  });
}
