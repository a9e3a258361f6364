import Nzh from 'nzh';

/** How a level of a list is numbered. */
interface Level {
  readonly format: string;
  /** `第%1条`, with the level's number behind each sign. */
  readonly text: string;
  readonly start: number;
}

/** The list of a number of the document, and the levels of it. */
interface List {
  /** Lists of one kind go on counting. */
  readonly counts: string;
  readonly levels: ReadonlyMap<number, Level>;
}

interface Place {
  readonly list: string;
  readonly level: number;
}

/** Signs of items that have no number. */
const NO_NUMBER = new Set(['bullet', 'none']);
const PARAGRAPH = /<w:p(?:\s[^<>]*)?>/g;
const FIRST_TEXT = /<w:t(?:\s[^<>]*)?>/;
const NUMBERED = /<w:numPr(?:\s[^<>]*)?>/;

/**
 * Writes the numbers that a word processor only draws into the text: 第一条, （二）, 1.2.
 * @param document the XML of the document
 */
export function withNumbers(document: string, numbering: string, styles: string): string {
  const lists = listsIn(numbering);
  if (lists.size === 0) return document;
  const byStyle = placesByStyle(styles);
  const counts = new Map<string, number[]>();
  const starts = [...document.matchAll(PARAGRAPH)].map(({ index }) => index);
  const paragraphs = starts.map((start, at) => document.slice(start, starts[at + 1]));
  const numbered = paragraphs.map((paragraph) => {
    const place = placeIn(paragraph) ?? byStyle.get(settingOf(paragraph, 'w:pStyle') ?? '');
    const list = place === undefined ? undefined : lists.get(place.list);
    const level = place === undefined ? undefined : list?.levels.get(place.level);
    if (place === undefined || list === undefined || level === undefined || NO_NUMBER.has(level.format))
      return paragraph;
    const label = labelOf(list, place.level, counts);
    const text = FIRST_TEXT.exec(paragraph);
    if (text === null) return paragraph;
    if (label === undefined) return withoutNumber(paragraph);
    const at = text.index + text[0].length;
    return `${withoutNumber(paragraph.slice(0, at))}${label}${paragraph.slice(at)}`;
  });
  return document.slice(0, starts[0] ?? document.length) + numbered.join('');
}

/** The lists of a document without what makes items of paragraphs whose number is written into their text. */
export function withoutNumberedStyles(numbering: string): string {
  return numbering
    .split('<w:lvl ')
    .map((level) => (NO_NUMBER.has(settingOf(level, 'w:numFmt') ?? '') ? level : level.replace(STYLE_OF_LEVEL, '')))
    .join('<w:lvl ');
}
const STYLE_OF_LEVEL = /<w:pStyle [^<>]*\/>/;

function listsIn(numbering: string): ReadonlyMap<string, List> {
  const kinds = new Map<string, ReadonlyMap<number, Level>>();
  for (const part of numbering.split('<w:abstractNum ').slice(1)) {
    const levels = part.split('<w:lvl ').slice(1).map(levelOf);
    kinds.set(attributeOf(part, 'w:abstractNumId') ?? '', new Map(levels));
  }
  const lists = new Map<string, List>();
  for (const part of numbering.split('<w:num ').slice(1)) {
    const id = attributeOf(part, 'w:numId') ?? '';
    const kind = settingOf(part, 'w:abstractNumId') ?? '';
    const levels = kinds.get(kind);
    const isAnew = part.includes('<w:startOverride');
    if (levels !== undefined)
      lists.set(id, isAnew ? { levels: startedAnew(levels, part), counts: `own ${id}` } : { levels, counts: kind });
  }
  return lists;
}

/** The levels of a list that starts elsewhere than its kind does. */
function startedAnew(levels: ReadonlyMap<number, Level>, list: string): ReadonlyMap<number, Level> {
  const anew = new Map(levels);
  for (const part of list.split('<w:lvlOverride ').slice(1)) {
    const at = wholeNumber(attributeOf(part, 'w:ilvl'), 0);
    const level = levels.get(at);
    if (level !== undefined)
      anew.set(at, { ...level, start: wholeNumber(settingOf(part, 'w:startOverride'), level.start) });
  }
  return anew;
}

/** A number as files have them; what is none, or none that a list reaches, counts as absent. */
function wholeNumber(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : otherwise;
}

/** Lists have nine levels. */
const MOST_LEVELS = 9;

function levelOf(part: string): [number, Level] {
  const level = {
    format: settingOf(part, 'w:numFmt') ?? 'decimal',
    text: settingOf(part, 'w:lvlText') ?? '',
    start: wholeNumber(settingOf(part, 'w:start'), 1),
  };
  return [wholeNumber(attributeOf(part, 'w:ilvl'), 0), level];
}

function placesByStyle(styles: string): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const part of styles.split('<w:style ').slice(1)) {
    const place = placeIn(part);
    if (place !== undefined) places.set(attributeOf(part, 'w:styleId') ?? '', place);
  }
  return places;
}

function placeIn(part: string): Place | undefined {
  const start = NUMBERED.exec(part)?.index;
  if (start === undefined) return undefined;
  const end = part.indexOf('</w:numPr>', start);
  const numbered = part.slice(start, end < 0 ? undefined : end);
  const list = settingOf(numbered, 'w:numId');
  const level = wholeNumber(settingOf(numbered, 'w:ilvl') ?? '0', MOST_LEVELS);
  return list === undefined || level >= MOST_LEVELS ? undefined : { list, level };
}

function withoutNumber(paragraph: string): string {
  const start = NUMBERED.exec(paragraph)?.index ?? -1;
  const end = paragraph.indexOf('</w:numPr>', start);
  return start < 0 || end < 0 ? paragraph : paragraph.slice(0, start) + paragraph.slice(end + '</w:numPr>'.length);
}

/** The value of the first element of a name. */
function settingOf(part: string, name: string): string | undefined {
  const start = part.indexOf(`<${name} `);
  return start < 0 ? undefined : attributeOf(part.slice(start, part.indexOf('>', start)), 'w:val');
}

function attributeOf(part: string, name: string): string | undefined {
  const start = part.indexOf(`${name}="`);
  if (start < 0) return undefined;
  const from = start + name.length + 2;
  return part.slice(from, part.indexOf('"', from));
}

/** @returns undefined where a number is written in signs that are not known here */
function labelOf({ levels, counts: key }: List, level: number, counts: Map<string, number[]>): string | undefined {
  const numbers = counts.get(key) ?? [];
  const { start = 1, text = '' } = levels.get(level) ?? {};
  numbers[level] = (numbers[level] ?? start - 1) + 1;
  numbers.length = level + 1;
  counts.set(key, numbers);
  let isKnown = true;
  const label = text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const { format = 'decimal', start: first = 1 } = levels.get(at) ?? {};
    const number = written(numbers[at] ?? first, format);
    isKnown &&= number !== undefined;
    return number ?? '';
  });
  if (!isKnown) return undefined;
  return /[\p{L}\d.)]$/u.test(label) ? `${label} ` : label;
}

const CIRCLED = 0x2460;
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

function written(number: number, format: string): string | undefined {
  switch (format) {
    case 'decimal':
      return String(number);
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'ideographTraditional':
      return STEMS[number - 1];
    case 'ideographZodiac':
      return BRANCHES[number - 1];
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return Nzh.cn.encodeS(number);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return Nzh.cn.encodeB(number);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number <= 20 ? String.fromCodePoint(CIRCLED + number - 1) : String(number);
    case 'decimalFullWidth':
      return String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'upperLetter':
      return lettered(number);
    case 'lowerLetter':
      return lettered(number).toLowerCase();
    case 'upperRoman':
      return roman(number);
    case 'lowerRoman':
      return roman(number).toLowerCase();
    default:
      return undefined;
  }
}

/** A … Z, AA … ZZ, as word processors count. */
function lettered(number: number): string {
  return String.fromCharCode(0x41 + ((number - 1) % 26)).repeat(Math.min(9, Math.ceil(number / 26)));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  let rest = Math.min(number, 399);
  let text = '';
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}
