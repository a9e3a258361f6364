import type { Entry } from './entries.ts';
import { type Gathering, gather } from './gathering.ts';
import { mentionAt, type Paragraph } from './paragraphs.ts';

const HAN = '一二三四五六七八九十百千万亿两零〇';
const ARABIC = String.raw`\d{1,15}(?:,\d{3}){0,4}(?:\.\d{1,6})?`;
/** 一百三四十, 三千四百, 二十几; not 几十, which is no figure. */
const CHINESE = `[一二三四五六七八九两十][${HAN}]{0,12}(?:几(?!何|乎)|点[一二三四五六七八九〇零]{1,4})?`;
const SCALE = '(?:[百万亿]|千(?![瓦克米])){0,3}';
/** 二十来个, 三百来万元, 六百多户. */
const HEDGE = '[多余来几]?';

/** What is counted or measured, as far as it takes more than a character; the longest first. */
const LONG_UNITS =
  '平方公里|平方千米|平方米|平方|立方米|立方|个百分点|公里|公斤|公顷|公尺|公分|千瓦时|兆瓦时|千瓦|兆瓦|千克|毫克|微克|千米|厘米|毫米|毫升|海里|英里|英尺|英寸|个工作日|工作日|个小时|小时|个钟头|钟头|分钟|秒钟|个月|个星期|星期|个学期|学期|周岁|美元|欧元|港元|日元|英镑|人次|架次|人民币|块钱|摄氏度|分贝|赫兹|标准箱';
/** One character. No clock, no calendar, nothing that is only numbered (号, 路, 届). */
const SHORT_UNITS =
  '元块角年天周岁名人位户口家个只头匹条件项种类张篇部场座栋幢层间所处台辆艘架列支批组队对双倍亩坪米尺丈吨斤克升度瓦伏节箱瓶杯碗袋包盒枝根株棵颗粒票股枚扇门把盏套副起宗单笔桩幅朵束声次趟回遍轮局步圈段句字页尾羽桌份车秒分册本封版面方里级分道窝垛车%‰℃';
const UNIT = `(?:${LONG_UNITS}|[${SHORT_UNITS}])`;

/** 三分之一, 百分之九十二点四. */
const SHARE = new RegExp(`^[一二三四五六七八九十百千万]{1,3}分之[${HAN}]{1,6}(?:点[${HAN}]{1,4})?`, 'u');
/** 三成半. */
const TENTHS = /^[一二三四五六七八九两]成[一二三四五六七八九半]?/u;
/** 四小时十分钟, 2小时19分08秒. */
const SPAN_OF_TIME = new RegExp(
  `^(?:${ARABIC}|${CHINESE})(?:(?:个?小时|个?钟头)(?:${ARABIC}|${CHINESE})(?:分钟?(?:${ARABIC}|${CHINESE})秒|分钟|分)|分钟?(?:${ARABIC}|${CHINESE})秒)`,
  'u',
);
/** 2到, 60至, 225亿到: the first of two that share a unit. */
const FROM = new RegExp(`^(?:${ARABIC}${SCALE}|${CHINESE})[至到~—-]`, 'u');
const NUMBER = new RegExp(`^(?:${ARABIC}${SCALE}|${CHINESE})${HEDGE}(?:[万亿](?![一二三四五六七八九十\\d]))?`, 'u');
const COUNTED_IN = new RegExp(`^${UNIT}`, 'u');
const NUMERAL = /[\d一二三四五六七八九十两百]/;
/** All of a number that is none of ours is passed over. */
const REST_OF_NUMBER = new RegExp(`^[\\d${HAN}]{1,40}`, 'u');
/** No figure is longer. UTF-16 units. */
const LONGEST = 48;

/** It is counted off, not counted; or it is the end of something longer. */
const NOT_BEFORE = /(?:[第§几数a-z/#-]|民国|星期|礼拜)$/;
/** 三年零 of 三年零十个月, 一米 of 一米三十; but not the year of 一年99元. */
const BEGUN =
  /(?<digit>\d|[一二三四五六七八九十两])(?:年|岁|个?小时|个?钟头|米|元|块|斤|吨|公里|分|时|点|万|亿|百|千)零?$/;
/** A clock, a calendar, a number of a thing, an idiom. */
const NOT_BEHIND: Readonly<Record<string, RegExp>> = {
  年: /^[代级度初底末里间前后春夏秋冬]?(?:代|级|度|(?<=年)[初底末春夏秋冬])|^[度代级]/,
  分: /^[钟之秒店行校公局部工成数母子配析别布开队]/,
  单: /^[位元身独调]/,
  度: /^[过假]/,
  节: /^[气日目约省]/,
  里: /^(?![路地长外远的,。;])/,
  方: /^[面向式便法案]/,
  天: /^[然才真下]/,
  人: /^(?:民|心|口|类|物|生|气|情)/,
  面: /^(?:对|向|临|前|积)/,
  家: /^(?:长|庭|人|里|属|园)/,
  口: /^(?:[号味岸])/,
  道: /^(?:[路理德])/,
  次: /^(?:日|要|于|列车|车)/,
  成: /^(?:不变|为|立|效|绩|果|长|员|本|年|人|熟|就|名|品|分|色|交|功|都|了|天|群|片|风|双)/,
  级: /^(?:别|台风|风|地震|大风|以上)/,
  版: /^(?:本|权|面)/,
  回: /^(?:来|去|家|到|应|答|头|事)/,
  对: /^(?:于|手|方|象|待|付)/,
  分之: /^$/,
  起: /^(?:来|床|点|步|码)/,
  字: /^(?:体|号|形)/,
  处: /^(?:理|于|罚|境|长)/,
  种: /^(?:植|田|地|粮|菜|下|上|花|树|茶|桔|橘)/,
  部: /^(?:门|分|队|长|委)/,
  组: /^(?:织|成|长|员)/,
  // 9栋的电梯 is a number of a house.
  栋: /^(?!楼|住宅|房|别墅|小楼)/,
  幢: /^(?!楼|住宅|房|别墅|小楼)/,
  只: /^[拿有是要能用剩卖收算]/,
  架: /^次/,
  队: /^(?:员|长|伍)/,
  头: /^(?:一|痛|疼|发|像)/,
  门: /^(?:口|前|外|诊|槛)/,
};
const YEAR_OF_THE_CALENDAR = /^(?:1[5-9]|20)\d\d$|^[5-9]\d$|^[一二三四五六七八九〇零]{4}$/;

/** What a clause needs beside a figure to say what it counts. Han characters. */
const SAYS_WHAT = 3;
const LONGEST_NOTE = 48;
const CLAUSE_END = /[，。；：！？,;:!?]/;

/** The figures that are told, each with its unit, and the clause that says of what. */
export function figuresAmong(paragraphs: readonly Paragraph[]): Entry[] {
  return paragraphs.flatMap((paragraph) => {
    const entries: Gathering = new Map();
    for (const { start, end } of figuresIn(paragraph.folded, paragraph.text)) {
      const text = paragraph.text.slice(start, end);
      const mention = mentionAt(paragraph, { start, end });
      gather(entries, text, mention, () => ({ kind: 'figures', text, note: subjectOf(paragraph, start, end) }));
    }
    return [...entries.values()];
  });
}

interface Figure {
  readonly start: number;
  readonly end: number;
}

function figuresIn(folded: string, text: string): Figure[] {
  const figures: Figure[] = [];
  let at = 0;
  while (at < folded.length) {
    if (!NUMERAL.test(folded.charAt(at))) {
      at += 1;
      continue;
    }
    const figure = figureAt(folded, text, at);
    if (figure !== undefined) figures.push(figure);
    at = figure?.end ?? at + (REST_OF_NUMBER.exec(folded.slice(at, at + LONGEST))?.[0].length ?? 1);
  }
  return figures;
}

/** The figure that begins at a numeral; undefined where something is only numbered, dated or said. */
function figureAt(folded: string, text: string, at: number): Figure | undefined {
  const rest = folded.slice(at, at + LONGEST);
  const before = folded.slice(Math.max(0, at - 8), at);
  if (NOT_BEFORE.test(before) || /\d[.,:]?$/.test(text.slice(Math.max(0, at - 2), at))) return undefined;
  // 1，248 is a number whose comma was set wide, or two: who knows.
  if (/\d，$/.test(text.slice(Math.max(0, at - 2), at)) && /^\d{3}(?!\d)/.test(rest)) return undefined;
  const begun = BEGUN.exec(before)?.groups?.digit;
  if (begun !== undefined && /\d/.test(begun) === /^\d/.test(rest)) return undefined;
  const tenths = TENTHS.exec(rest)?.[0];
  if (tenths !== undefined && !NOT_BEHIND.成?.test(rest.slice(tenths.length)))
    return { start: at, end: at + tenths.length };
  // 高三, 初二, 周五: nothing is counted.
  if (/[初高周]$/.test(before) && /^[一二三四五六日]/.test(rest)) return undefined;
  const whole = SHARE.exec(rest)?.[0] ?? SPAN_OF_TIME.exec(rest)?.[0];
  if (whole !== undefined) return { start: at, end: at + whole.length };
  const end = endOfCounted(rest, before);
  // 2018，2019 has a comma of the sentence, not of a number.
  if (end === undefined || isBroken(text.slice(at, at + end))) return undefined;
  return { start: before.endsWith('零下') ? at - 2 : at, end: at + end };
}

function isBroken(figure: string): boolean {
  return figure.includes('，');
}

/** How far a number and its unit reach; the first of two numbers may share the unit. */
function endOfCounted(rest: string, before: string): number | undefined {
  const from = FROM.exec(rest)?.[0].length ?? 0;
  for (const skipped of from > 0 ? [from, 0] : [0]) {
    const number = NUMBER.exec(rest.slice(skipped))?.[0];
    if (number === undefined) continue;
    // 三百来万元, 两百多个: as much of the number as leaves a unit.
    const unit = COUNTED_IN.exec(rest.slice(skipped + number.length))?.[0];
    if (unit === undefined) continue;
    const end = skipped + number.length + unit.length;
    return isCounted(number, unit, before, rest.slice(end, end + 4)) ? end : undefined;
  }
  return undefined;
}

function isCounted(number: string, unit: string, before: string, behind: string): boolean {
  if (!isLarge(number) || NOT_BEHIND[unit]?.test(behind)) return false;
  if (unit === '年' && (YEAR_OF_THE_CALENDAR.test(number) || /[月\d]$/.test(before))) return false;
  // 十分, 三十分 are said and told by the clock.
  if (unit === '分' && !/^\d/.test(number)) return false;
  if (unit === '级' && !/[百千]|\d{3}/.test(number)) return false;
  return unit !== '秒' || !before.endsWith('分');
}

/** Digits, or ten and more in words: 三天 is hardly a figure. */
function isLarge(number: string): boolean {
  return /^\d/.test(number) || /[十百千万亿]/.test(number);
}

/** The clause around a figure; with the one before where it has little else to say. */
function subjectOf({ text, sentences }: Paragraph, start: number, end: number): string {
  const sentence = sentences.find((span) => span.start <= start && start < span.end) ?? { start: 0, end: text.length };
  const stop = endOfClause(text, end, sentence.end);
  let from = startOfClause(text, start, sentence.start);
  const rest = () => text.slice(from, start) + text.slice(end, stop);
  while (
    from > Math.max(sentence.start, end - LONGEST_NOTE) &&
    (rest().match(/\p{Script=Han}/gu)?.length ?? 0) < SAYS_WHAT
  ) {
    from = startOfClause(text, from - 1, sentence.start);
  }
  const first = Math.max(from, end - LONGEST_NOTE);
  const clause = text.slice(first, Math.min(stop, first + LONGEST_NOTE)).trim();
  return `${first > from ? '…' : ''}${clause}${stop > first + LONGEST_NOTE ? '…' : ''}`;
}

function startOfClause(text: string, at: number, least: number): number {
  let from = at;
  while (from > Math.max(least, at - LONGEST_NOTE) && !isClauseEnd(text, from - 1)) from -= 1;
  return from;
}

function endOfClause(text: string, at: number, most: number): number {
  let to = at;
  while (to < Math.min(most, at + LONGEST_NOTE) && !isClauseEnd(text, to)) to += 1;
  return to;
}

/** The comma and the colon of a number end no clause. */
function isClauseEnd(text: string, at: number): boolean {
  if (!CLAUSE_END.test(text.charAt(at))) return false;
  return !(/[,:.]/.test(text.charAt(at)) && /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1)));
}
