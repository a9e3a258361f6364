import type { TaggedWord } from '../../../language/segment.ts';
import type { Run, RunType } from './run.ts';

const HAN_DIGIT = '[〇零一二两三四五六七八九十百千万亿半]';
/** No figure has more groups of three: each is one that a number might begin with, so that they are read again and again. */
const DIGITS = '\\d+(?:,\\d{3}){0,5}(?:\\.\\d+)?';
/** What multiplies a number: 3千万亿. Six are more than any has, and each may begin a number as well. */
const TIMES = '[十百千万亿兆]{0,6}';
/** Of what multiplies, only 兆 is no numeral that could belong to the ones before it. */
const NUMBER = `(?:${DIGITS}${TIMES}|${HAN_DIGIT}+(?:兆${TIMES})?)[多余几]?`;
/**
 * Where a number may begin: at the first of its digits. What cannot be read from there cannot be read from a later one,
 * and from each of them 万 without end would cost its length squared. Behind 年半 another one begins (三年半五天).
 */
const START = `(?:(?<!\\d)(?=\\d)|(?:(?<!${HAN_DIGIT})|(?<=年半))(?=${HAN_DIGIT}))`;
const SPAN = `(?:${NUMBER}(?:至|到|-|–|—|~|～))?${NUMBER}`;
/** 零下40摄氏度, 负3.2%, or neither. */
const SIGNED_START = `(?:零下|(?<!胜)负(?=\\d)|${START})`;
const UNITS = [
  '平方公里|平方千米|平方英里|平方米|平方公尺|立方米|公里|千米|厘米|公分|毫米|公尺|公厘|英里|英尺|英寸|英呎|海里|米|尺|里',
  '公斤|千克|毫克|克|公吨|吨|磅|公顷|亩|升|毫升|兆瓦时|千瓦时|兆瓦|千瓦|瓦|赫兹|马力|伏|摄氏度|华氏度|度|℃|岁',
  '亿?美元|美金|日元|日圆|日币|港元|港币|欧元|英镑|人民币|新台币|台币|韩元|卢布|法郎|马克|卢比|元|块钱|块',
  '人次|人|名|位|户|家|间|座|栋|幢|条|项|种|类|部|本|次|场|届|所|支|只|头|匹|棵|株|朵|片|张|把|件|套|台|辆|架|艘|颗|粒|枚|面|幅|首|篇|章|节|集|卷|册|页|层|楼|级|代|期|批|组|对|双|排|行|笔|宗|起|例|票|席|分|倍|站|个|处|门|扇|口|道|段|句|字|声|圈|轮|局|盘|球|胜|负|镇|乡|村|县|市|省|国|区|队|营|团|师|军|万人',
].join('|');
/** The unit that a folded text begins with, or the empty string: 户, 平方公里. */
export function unitAt(text: string): string {
  return UNIT.exec(text)?.[0] ?? '';
}

const UNIT = new RegExp(`^(?:${UNITS})`);

/** Number and unit together, the more exact forms first; over folded text. */
const FORMS: readonly { readonly type: RunType; readonly pattern: RegExp }[] = [
  {
    type: 'percentage',
    pattern: new RegExp(
      `${SIGNED_START}${SPAN}(?:%|‰|个百分点)|百分之${NUMBER}|${START}${NUMBER}分之${NUMBER}|(?<!\\d)\\d+/\\d+|[一二三四五六七八九]成(?!为|立|员|功|果|长|分|本|年|就|熟|绩)`,
      'g',
    ),
  },
  {
    type: 'ordinal',
    pattern: new RegExp(`第(?:\\d+|${HAN_DIGIT}+)(?:届|名|位|次|任|章|条|个|代|集|大|期|季|回|号|高|批|轮|世)?`, 'g'),
  },
  { type: 'quantity', pattern: /(?<!\d)\d+[比:]\d+/g },
  {
    type: 'duration',
    pattern: new RegExp(
      `${START}${SPAN}(?:个)?(?:多|半)?(?:年半|周年|年|个?月|天|日(?![圆元币本])|周|星期|小时|分钟|秒钟?|世纪|昼夜)(?:零?${NUMBER}(?:个月|天|日|小时|分钟?|秒))?(?!代|级|龄)`,
      'g',
    ),
  },
  { type: 'quantity', pattern: new RegExp(`${SIGNED_START}${SPAN}(?:${UNITS})`, 'g') },
];
const BARE = new RegExp(`${START}${SPAN}`, 'g');
/** Digits inside a Latin word or a longer number are no quantity. */
const LATIN_OR_DIGIT = /[\p{Script=Latin}\d.]/u;
const DIGIT = /\d/;

/** Quantities with their units in a folded text; a number whose unit is not known stands alone and with the word behind it. */
export function quantitiesOf(text: string, offset: number, words: readonly TaggedWord[], taken: readonly Run[]): Run[] {
  const runs: Run[] = [];
  const used = new Uint8Array(text.length);
  for (const { start, end } of taken) used.fill(1, start - offset, end - offset);
  const isFree = (from: number, to: number): boolean =>
    !used.subarray(from, to).includes(1) &&
    !LATIN_OR_DIGIT.test(text.charAt(from - 1)) &&
    !(LATIN_OR_DIGIT.test(text.charAt(to)) && DIGIT.test(text.charAt(to - 1)));
  const add = (type: RunType, from: number, to: number): void => {
    runs.push({ type, start: offset + from, end: offset + to });
    used.fill(1, from, to);
  };
  for (const { type, pattern } of FORMS) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      if (isFree(index, index + found.length)) add(type, index, index + found.length);
    }
  }
  const wordAt = new Map(words.map((word) => [word.start - offset, word]));
  for (const { 0: found, index } of text.matchAll(BARE)) {
    const end = index + found.length;
    if (!DIGIT.test(found) || !isFree(index, end)) continue;
    const counted = wordAt.get(end);
    add('quantity', index, end);
    if (counted !== undefined && counted.text.length <= 2 && /^(n|q)/.test(counted.tag))
      add('quantity', index, counted.end - offset);
  }
  return runs;
}
