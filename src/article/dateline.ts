/** A date on a page, with its time where one is printed. */
export interface PrintedDate {
  /** ISO 8601 with offset, or a date alone. */
  readonly iso: string;
  readonly start: number;
  readonly end: number;
}

/** White space inside a date. Bounded: gaps stand side by side, and a run of spaces between them could be divided in many ways. */
const GAP = String.raw`\s{0,4}`;
const YEAR = String.raw`(?:(?<year>(?:19|20)\d{2})|(?:中华)?民国${GAP}(?<republic>\d{2,3}))`;
/** 2019-09-3022:46 has lost the space before its time. */
const DAY_NUMBER = String.raw`(?<day>\d{2}(?=\d{1,2}:\d{2}(?!\d))|\d{1,2}(?!\d))`;
const DAY = String.raw`${GAP}[年\-/.]${GAP}(?<month>\d{1,2})${GAP}[月\-/.]${GAP}${DAY_NUMBER}(?:${GAP}[日号])?`;
const WEEKDAY = String.raw`(?:[\s,(]{0,6}(?:(?:星期|周|礼拜)[一二三四五六日天]|(?<=\()[一二三四五六日](?=\)))[\s)]{0,6})?`;
const TIME = String.raw`(?:(?<half>上午|下午|晚上|凌晨|中午|am|pm)${GAP})?(?<hour>\d{1,2})${GAP}[:时点]${GAP}(?<minute>\d{2})(?!\d)(?:${GAP}分(?!享))?(?:${GAP}(?::${GAP})?(?<second>\d{2})(?![\d:])秒?)?(?:${GAP}(?<behind>am|pm)\b)?`;
/** Whose time it is, named before it or behind it: 2023-05-06 HKT 10:11. */
const NAMED_ZONE =
  'hkt|sgt|cst|est|edt|et(?![a-z])|pst|pdt|jst|北京时间|香港时间|台北时间|东京时间|格林尼治(?:标准)?时间|世界标准时间|美东时间|美国东部时间|纽约时间|当地时间';
const ZONE_BEFORE = String.raw`(?:(?<zoneBefore>${NAMED_ZONE})[\s:]{0,6})?`;
const ZONE = String.raw`${GAP}[(]?(?:(?<zulu>z\b|(?:utc|gmt)(?!${GAP}[+-]\d))|(?:(?:utc|gmt)${GAP})?(?<sign>[+-])(?<zoneHour>\d{1,2})(?::?(?<zoneMinute>\d{2}))?(?!\d)|(?<zoneBehind>${NAMED_ZONE}))?[)]?`;
/** What stands between a date and its time. */
const BEFORE_TIME = String.raw`[t\s,:|·•∙–-]{0,8}`;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAMED_MONTH = String.raw`(?<named>${MONTHS.join('|')})[a-z]{0,6}\.?`;
/** Mar 5, 2022 and 5 March 2022 */
const ENGLISH = String.raw`(?:${NAMED_MONTH} (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>(?:19|20)\d{2})|(?<=^|[^\d])(?<day2>\d{1,2}) (?<named2>${MONTHS.join('|')})[a-z]{0,6}\.?,? (?<year2>(?:19|20)\d{2}))`;
/** 18-03-08 22:30: without its time it may be anything. */
const SHORT_YEAR = String.raw`(?<![\d/.-])(?<short>[0-3]\d)[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?= {1,4}\d{1,2}:\d{2})`;
/** 14/03/2022, as Hong Kong has it. */
const DAY_FIRST = String.raw`(?<![\d/.-])(?<first>\d{1,2})[-/.](?<second1>\d{1,2})[-/.](?<year>(?:19|20)\d{2})(?!\d)`;
/** 二〇二三年三月十四日, whose year may have been folded to digits. */
const SPELLED =
  '(?:(?<year>(?:19|20)[0-9]{2})|(?<spelled>[一二][〇○零九][〇○零一二三四五六七八九]{2}))年(?<spelledMonth>[一二三四五六七八九十]{1,2})月(?<spelledDay>[一二三四五六七八九十]{1,3})[日号]';

/** 民国一一二年三月十四日, 民国112年三月十四日 */
const SPELLED_REPUBLIC =
  '(?:中华)?民国\\s{0,4}(?:(?<republic>\\d{2,3})|(?<spelledRepublic>[一二三四五六七八九十百〇零○]{2,6}))年(?<spelledMonth>[一二三四五六七八九十]{1,2})月(?<spelledDay>[一二三四五六七八九十]{1,3})[日号]';
/** 2023 03/14 08:20:33, year and day set apart: without its time it may be anything. */
const YEAR_APART = String.raw`(?<!\d)(?<year>(?:19|20)\d{2})\s{1,4}(?<month>\d{1,2})\s?/\s?(?<day>\d{1,2})(?=\s{1,4}\d{1,2}:\d{2})`;

const TAIL = `(?:${WEEKDAY}${BEFORE_TIME}${ZONE_BEFORE}${TIME}(?:${ZONE})?|${WEEKDAY})`;
const MONTH_NAME = new RegExp(MONTHS.join('|'));
const FORMS: readonly { readonly pattern: RegExp; readonly mayHold: RegExp }[] = [
  { pattern: new RegExp(`${YEAR}${DAY}${TAIL}`, 'dg'), mayHold: /\d{2}/ },
  { pattern: new RegExp(`${SHORT_YEAR}${TAIL}`, 'dg'), mayHold: /\d:\d/ },
  { pattern: new RegExp(`${YEAR_APART}${TAIL}`, 'dg'), mayHold: /\d{4}\s.{4,16}\d:\d/ },
  { pattern: new RegExp(`${DAY_FIRST}${TAIL}`, 'dg'), mayHold: /[-/.](?:19|20)\d{2}/ },
  { pattern: new RegExp(`${ENGLISH}${TAIL}`, 'dg'), mayHold: MONTH_NAME },
  { pattern: new RegExp(`${SPELLED}${TAIL}`, 'dg'), mayHold: /年.{1,2}月/ },
  { pattern: new RegExp(`${SPELLED_REPUBLIC}${TAIL}`, 'dg'), mayHold: /民国/ },
];
const TIME_BEFORE = new RegExp(`${TIME}[\\s,|]{0,6}$`);

/** What a page without a zone means, a Chinese site being what it is. */
const CHINA = '+08:00';
const ZONES: Readonly<Record<string, string>> = {
  est: '-05:00',
  edt: '-04:00',
  pst: '-08:00',
  pdt: '-07:00',
  jst: '+09:00',
  东京时间: '+09:00',
  格林尼治时间: '+00:00',
  格林尼治标准时间: '+00:00',
  世界标准时间: '+00:00',
};
/** Their offset depends on the season or on a place: the time is left out. */
const UNSURE_ZONE = /^(?:et|美东时间|美国东部时间|纽约时间|当地时间)$/;

/** Years before the Republic's first, which its calendar counts from. */
const REPUBLIC_EPOCH = 1911;

/** All full dates in a folded line, in order. A date without its year says nothing. */
export function findDates(folded: string): PrintedDate[] {
  const dates: PrintedDate[] = [];
  for (const { pattern, mayHold } of FORMS) {
    if (!mayHold.test(folded)) continue;
    for (const match of folded.matchAll(pattern)) {
      const date = readDate(match, folded);
      if (date !== undefined && !dates.some(({ start, end }) => date.start < end && start < date.end)) dates.push(date);
    }
  }
  return dates.sort((one, other) => one.start - other.start);
}

/** 112-03-05, a year of the Republic of China without its name: behind a label that says it is a date. */
const REPUBLIC_ALONE = new RegExp(
  `^(?<republic>(?:[89]|1[0-4])\\d)${GAP}[年\\-/.]${GAP}(?<month>\\d{1,2})${GAP}[月\\-/.]${GAP}(?<day>\\d{1,2})(?!\\d)${GAP}日?(?:${BEFORE_TIME}${TIME})?`,
);

/** The date of the Republic's calendar that begins at this place of a folded line, its name left out. */
export function republicDateAt(folded: string, at: number): PrintedDate | undefined {
  const match = REPUBLIC_ALONE.exec(folded.slice(at, at + 60));
  const date = match === null ? undefined : readDate(match, folded);
  return date && { iso: date.iso, start: at, end: at + date.end };
}

/** 1120505, the day of the Republic's calendar as an agency numbers its dispatches. */
const DAY_CODE = /^(?<republic>(?:09|1[0-4])\d)(?<month>0[1-9]|1[0-2])(?<day>[0-2]\d|3[01])(?!\d)/;

/** The day whose code begins at this place of a folded line. */
export function dayCodeAt(folded: string, at: number): PrintedDate | undefined {
  const match = DAY_CODE.exec(folded.slice(at, at + 8));
  const date = match === null ? undefined : readDate(match, folded);
  return date && { iso: date.iso, start: at, end: at + date.end };
}

type Groups = Readonly<Record<string, string | undefined>>;

function readDate(match: RegExpExecArray, folded: string): PrintedDate | undefined {
  const groups: Groups = match.groups ?? {};
  const day = isoDay(groups);
  if (day === undefined) return undefined;
  const start = match.index;
  const end = start + match[0].trimEnd().length;
  const before = groups.hour === undefined ? TIME_BEFORE.exec(folded.slice(Math.max(0, start - 20), start)) : null;
  const time = isoTime(groups) ?? (before?.groups && isoTime(before.groups));
  const zone = isoZone(groups);
  const iso = time === undefined || zone === undefined ? day : `${day}T${time}${zone}`;
  return { iso, start: before && time !== undefined ? start - before[0].length : start, end };
}

function isoDay(groups: Groups): string | undefined {
  const { month, day } = dayAndMonth(groups);
  const date = new Date(Date.UTC(yearOf(groups), month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

function yearOf({ year, year2, republic, spelledRepublic, short, spelled }: Groups): number {
  if (republic !== undefined) return Number(republic) + REPUBLIC_EPOCH;
  if (spelledRepublic !== undefined) return spelledYears(spelledRepublic) + REPUBLIC_EPOCH;
  if (short !== undefined) return 2000 + Number(short);
  if (spelled !== undefined)
    return Number([...spelled].map((digit) => '〇一二三四五六七八九'.indexOf(digit.replace(/[○零]/, '〇'))).join(''));
  return Number(year ?? year2);
}

function dayAndMonth(groups: Groups): { readonly month: number; readonly day: number } {
  const { named, named2, day2, first, second1, spelledMonth, spelledDay } = groups;
  const name = named ?? named2;
  if (name !== undefined) return { month: MONTHS.indexOf(name) + 1, day: Number(groups.day ?? day2) };
  if (spelledMonth !== undefined) return { month: spelledNumber(spelledMonth), day: spelledNumber(spelledDay ?? '') };
  if (first === undefined) return { month: Number(groups.month), day: Number(groups.day) };
  // Pages in Chinese that put the year last put the day first, but for what can be no month.
  const [one, other] = [Number(first), Number(second1)];
  return other > 12 ? { month: one, day: other } : { month: other, day: one };
}

/** 一一二 and 一百一十二 are 112. */
function spelledYears(text: string): number {
  const plain = text.replace(/[○零]/g, '〇');
  if (!/[十百]/.test(plain)) return Number([...plain].map((digit) => '〇一二三四五六七八九'.indexOf(digit)).join(''));
  const [hundreds = '', rest = ''] = plain.includes('百') ? plain.split('百') : ['', plain];
  return (
    (hundreds === '' ? 0 : spelledNumber(hundreds) * 100) + (rest === '' ? 0 : spelledNumber(rest.replace('〇', '')))
  );
}

/** 二十三 is 23, 十 is 10. */
function spelledNumber(text: string): number {
  const digit = (character: string) => '〇一二三四五六七八九'.indexOf(character);
  const [tens = '', ones = ''] = text.split('十');
  if (!text.includes('十')) return digit(text);
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}

function isoTime({ half, behind, hour, minute, second = '00' }: Groups): string | undefined {
  if (hour === undefined || minute === undefined) return undefined;
  const said = behind ?? half;
  const isAfternoon = said === '下午' || said === '晚上' || said === 'pm';
  const isMorning = said === 'am' || said === '凌晨';
  const printed = Number(hour);
  const hours = isAfternoon && printed < 12 ? printed + 12 : isMorning && printed === 12 ? 0 : printed;
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${minute}:${second}`;
}

/** @returns undefined where the page names a zone whose offset it does not say. */
function isoZone({ zulu, sign, zoneHour, zoneMinute = '00', zoneBefore, zoneBehind }: Groups): string | undefined {
  if (zulu !== undefined) return '+00:00';
  const name = zoneBefore ?? zoneBehind;
  if (name !== undefined) return UNSURE_ZONE.test(name) ? undefined : (ZONES[name] ?? CHINA);
  if (sign === undefined || zoneHour === undefined || Number(zoneHour) > 14) return CHINA;
  return `${sign}${zoneHour.padStart(2, '0')}:${zoneMinute}`;
}

const ISO =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:T(?<time>\d{2}:\d{2})(?::(?<second>\d{2}))?(?<zone>Z|[+-]\d{2}:\d{2}))?/;

/**
 * A date as the page has it: `2021年11月23日09:21` from `2021-11-23T09:21:00+08:00`. Never
 * shifted into another zone; a zone other than China's is named.
 *
 * @param iso as in `Metadata.publishedAt`; anything else is returned as it is.
 */
export function formatPublishedAt(iso: string): string {
  const { year, month, day, time = '', second = '00', zone = CHINA } = ISO.exec(iso)?.groups ?? {};
  if (year === undefined) return iso;
  const clock = second === '00' ? time : `${time}:${second}`;
  const named = zone === CHINA ? '' : `（UTC${zone === 'Z' || zone === '+00:00' ? '' : zone}）`;
  return `${year}年${Number(month)}月${Number(day)}日${clock}${named}`;
}
