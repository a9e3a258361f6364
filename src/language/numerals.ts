import Nzh from 'nzh';

const DIGIT = '零一二三四五六七八九';
/** 百分之六, 二百四十万, 3.2亿, 6%, 408; one Chinese digit alone is seldom a number of its own. */
const NUMERAL = new RegExp(
  `(?<percent>百分之)(?<share>[${DIGIT}十百点两]+)|(?<digits>\\d+(?:\\.\\d+)?)(?<unit>[万亿%]?)|(?<spoken>[${DIGIT}十百千万亿两点]{2,})`,
  'gu',
);
const UNITS = { 万: 1e4, 亿: 1e8 } as const;
/** Nobody writes 0.007万, and 70 of 亿 is 7e-7 in a computer's hand. */
const LEAST_OF_UNIT = 0.1;
/** Numbers are exact up to here. */
const LARGEST = 1e12;

/**
 * A folded text with its numbers in digits where they were in words, and in words where they were in digits.
 * @returns undefined where it has none
 */
export function withNumeralsExchanged(folded: string): string | undefined {
  return rewriteNumerals(folded, (numeral, ways) => {
    const form = /^\d/.test(numeral) ? /^[^\d.%]+$/ : /^\d+(?:\.\d+)?%?$/;
    return ways().find((way) => form.test(way));
  });
}

/** The ways to write a folded word with a number in it, but for its own: 四号线 and 4号线, 三十辆 and 30辆. */
export function writtenOtherwise(folded: string): string[] {
  const exchanged = withNumeralsExchanged(folded);
  const inDigits = folded.replace(LONE_DIGIT, (digit) => String(DIGIT.indexOf(digit)));
  return [...(exchanged === undefined ? [] : [exchanged]), ...(inDigits === folded ? [] : [inDigits])];
}
const LONE_DIGIT = new RegExp(`(?<![${DIGIT}十百千万亿两点])[${DIGIT}](?![${DIGIT}十百千万亿点])`, 'g');

/**
 * A folded text with its numbers written otherwise.
 * @param choose is given each number, 百分之六 or 408, and the ways to write it, its own among them; undefined leaves it
 * @returns undefined where nothing is changed
 */
export function rewriteNumerals(
  folded: string,
  choose: (numeral: string, ways: () => readonly string[]) => string | undefined,
): string | undefined {
  const text = folded.replace(
    NUMERAL,
    (numeral, ...rest) => choose(numeral, () => waysToWrite(numeral, rest.at(-1))) ?? numeral,
  );
  return text === folded ? undefined : text;
}

type Groups = Readonly<Partial<Record<'percent' | 'share' | 'digits' | 'unit' | 'spoken', string>>>;

function waysToWrite(numeral: string, { percent, share = '', digits, unit, spoken }: Groups): string[] {
  if (percent !== undefined) return [`${numberIn(share)}%`];
  if (unit === '%') return [`百分之${Nzh.cn.encodeS(digits ?? '', { tenMin: true })}`];
  const value = spoken === undefined ? Number(digits) * unitValue(unit) : numberIn(spoken);
  if (!(value > 0 && value < LARGEST)) return [numeral];
  const inUnits = Object.entries(UNITS).flatMap(([name, size]) =>
    value < size * LEAST_OF_UNIT ? [] : [`${value / size}${name}`],
  );
  const words = Nzh.cn.encodeS(value, { tenMin: true });
  return [
    String(value),
    ...inUnits,
    words,
    words.replace(/二(?=[百千万亿])/g, '两'),
    words.replace(/^二(?=[百千万亿])/, '两'),
  ];
}

function unitValue(unit: string | undefined): number {
  return unit === '万' || unit === '亿' ? UNITS[unit] : 1;
}

/** 三点二亿 is a fraction of its unit, which the library of numerals drops. */
function numberIn(spoken: string): number {
  const text = spoken.replaceAll('两', '二');
  const unit = /^[^点]*点.*([万亿])$/.exec(text)?.[1];
  return Number(Nzh.cn.decodeS(unit === undefined ? text : text.slice(0, -1))) * unitValue(unit);
}
