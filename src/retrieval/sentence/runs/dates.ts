import type { Run } from './run.ts';

const HAN_NUMBER = '[〇零一二三四五六七八九十廿卅]{1,4}';
const SEASON = '(?:[春夏秋冬](?:季|天)?|[上下]半年|[上中下]旬|年?[初中末底])';
/** Eras that are counted in digits as well: 民国38年, 昭和49年. */
const ERA = '(?:民国|昭和|明治|大正|平成|令和|光绪|宣统|同治|咸丰|道光|嘉庆|乾隆|雍正|康熙|顺治|万历|洪武|永乐)';
/** Two characters before a year in Chinese numerals are an era (太和十九年), unless they are these (从七十年, 了第九年). */
const NO_ERA = '[了从自在于到至约近经过共前后这那每第的是有为一二三四五六七八九十]';
const DAY = `(?:\\d{1,2}月(?:\\d{1,2}[日号])?)`;

/** Longer and more exact forms stand before those they contain. */
const FORMS: readonly RegExp[] = [
  /(?:公元前?|西元前?|前)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})世纪(?:[一二三四五六七八九]十年代|\d0年代)?(?:[初中末]期?|[上中下前后]半?[叶期])?/g,
  /(?:\d{1,4}|[一二三四五六七八九]十)年代(?:[初中末后前]+期?)?/g,
  new RegExp(`(?:公元前?|西元前?|前)?(?<!\\d)\\d{3,4}年(?!前|后|间|来|以)(?:${DAY})?${SEASON}?`, 'g'),
  new RegExp(`(?:公元前?|西元前?|前)\\d{1,4}年(?:${DAY})?${SEASON}?`, 'g'),
  new RegExp(`${ERA}(?:\\d{1,2}|元|${HAN_NUMBER})年(?:${DAY}|${HAN_NUMBER}月(?:初?${HAN_NUMBER}日?)?)?`, 'g'),
  new RegExp(
    `(?:(?!${NO_ERA})\\p{Script=Han}){2}(?:元|${HAN_NUMBER})年(?:[正闰]?${HAN_NUMBER}?月(?:初?${HAN_NUMBER}日|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])?)?`,
    'gu',
  ),
  new RegExp(`二[〇零]${HAN_NUMBER}年|一[一二三四五六七八九〇零]{3}年`, 'g'),
  new RegExp(`${DAY}${SEASON}?|\\d{1,2}月${SEASON}`, 'g'),
  /(?<!\d)\d{1,2}[日号](?![\p{Script=Latin}\p{N}])/gu,
  /(?:上午|下午|晚上|晚间|凌晨|早上|中午|傍晚|清晨)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:时|点)(?:\d{1,2}分|半|整)?(?!间)/g,
];
const FROM_TO = /^(?:至|到|-|–|—|~|～)$/;
/** What a question for a year, a decade or a century wants of a date: nothing finer. */
const YEAR = /^(?:公元前?|西元前?|前)?\d{1,4}年(?!代)|^\p{Script=Han}{3,6}?年(?!代)(?=.*月)/u;
const DECADE = /^\d{1,4}年代|^(?:公元前?|西元前?|前)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})世纪/;

/** Dates and times of day in a folded text, each at its finest, then their years alone and the spans from one to the next. */
export function datesOf(text: string, offset: number): Run[] {
  const whole = wholeDates(text, offset);
  const years = whole.flatMap((run): Run[] => {
    const date = text.slice(run.start - offset, run.end - offset);
    const core = (YEAR.exec(date) ?? DECADE.exec(date))?.[0] ?? date;
    return core.length < date.length ? [{ type: 'year', start: run.start, end: run.start + core.length }] : [];
  });
  const spans = whole.slice(1).flatMap((run, index): Run[] => {
    const before = whole[index];
    const isSpan = before !== undefined && FROM_TO.test(text.slice(before.end - offset, run.start - offset));
    return isSpan ? [{ type: 'date', start: before.start, end: run.end }] : [];
  });
  return [...whole, ...years, ...spans];
}

function wholeDates(text: string, offset: number): Run[] {
  const dates: Run[] = [];
  const used = new Uint8Array(text.length);
  for (const form of FORMS) {
    for (const { 0: date, index } of text.matchAll(form)) {
      const end = index + date.length;
      if (used.subarray(index, end).includes(1)) continue;
      used.fill(1, index, end);
      const type = DECADE.test(date) || date.endsWith('年') ? 'year' : 'date';
      dates.push({ type, start: offset + index, end: offset + end });
    }
  }
  return dates.sort((a, b) => a.start - b.start);
}
