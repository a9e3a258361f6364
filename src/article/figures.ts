/** Digits of either width. */
const DIGIT = /[0-9０-９]/;
/** What a number is written with beside its digits: signs, points, shares, currencies. */
const SIGN = /[.．·・,%％‰+＋±×÷~～°℃＄$￥￡〇\-－／]/;
const NUMERALS = '零〇一二两兩三四五六七八九十百千万萬亿億廿卅半几幾壹贰貳叁肆伍陆陸柒捌玖拾佰仟';
/** What is counted and measured with. */
const UNITS =
  '年月日号號时時点點分秒天周週岁歲世代季旬期届屆次回遍度名人位户戶口家个個只隻头頭匹条條件项項种種类類张張块塊片页頁册冊本篇部章节節集场場座栋棟幢层層楼樓室间間所处處台臺辆輛架艘列班级級排批组組队隊对對双雙倍成元角毛圆圓块塊斤克吨噸两兩公里米尺寸丈亩畝顷頃升瓦伏安赫斗石箱瓶杯碗袋包盒支枝根株棵颗顆粒滴股份票折环環局轮輪版线線路环碼码兆字句段行步圈枚门門把盏盞套副顿頓起宗笔筆桩樁幅朵束眼幕声聲番阵陣年龄欧歐镑鎊美港';
const NUMERAL_SET = new Set(NUMERALS);
/** What units of two characters begin with, 小时 and 公里, and what else stands right behind a number: 多, 余, 至, 比. */
const BEHIND_NUMBERS = '小公千平立海毫厘英多餘余至到比又号';
const UNIT_SET = new Set(UNITS + BEHIND_NUMBERS);

/** All that a figure is written with in characters of two bytes: what a damaged one may have been. */
export const FIGURE_CHARACTERS: readonly string[] = [
  ...new Set([...'０１２３４５６７８９％．＋－～／‰℃°±×÷·￥＄￡', ...NUMERALS, ...UNITS]),
];

/** Whether a character is a digit, in ASCII or full-width. */
export function isDigit(character: string): boolean {
  return DIGIT.test(character);
}

/** Whether a character is a digit, or a sign that a number is written with. */
export function isFigure(character: string): boolean {
  return DIGIT.test(character) || SIGN.test(character);
}

/** Whether a character is one of the Chinese numerals. */
export function isNumeral(character: string): boolean {
  return NUMERAL_SET.has(character);
}

/** Whether something is counted or measured with this character. */
export function isUnit(character: string): boolean {
  return UNIT_SET.has(character);
}

/** Up to three units may stand behind the digits of a number and still be of it: 九十八点, 3万亿元. */
const MOST_UNITS = 3;

/** Whether a text ends with a number, with what it counts behind it or not. */
export function endsWithNumber(text: string): boolean {
  const characters = [...text.slice(-2 * (MOST_UNITS + 1))];
  for (let behind = 0; behind <= MOST_UNITS; behind += 1) {
    const [character = '', before = ''] = [characters.at(-1 - behind), characters.at(-2 - behind)];
    if (isFigure(character)) return true;
    // One numeral alone may be part of a word: 坐了一夜.
    if (isNumeral(character)) return behind > 0 || isNumeral(before) || isFigure(before);
    if (!isUnit(character)) return false;
  }
  return false;
}

/** A year with all its digits: none can be missing in front of it. */
const WHOLE_YEAR = /^(?:19|20)\d\d年/;

/** Whether a text begins with a year that is whole. */
export function beginsWithYear(text: string): boolean {
  return WHOLE_YEAR.test(text);
}
