/** A date on a page, with its time where one is printed. */
export interface PrintedDate {
  /** ISO 8601 with offset, or a date alone. */
  readonly iso: string;
  readonly start: number;
  readonly end: number;
}

/** White space inside a date. Bounded: gaps stand side by side, and a run of spaces between them could be divided in many ways. */
const GAP = String.raw`\s{0,4}`;
const YEAR = String.raw`(?:(?<year>(?:19|20)\d{2})|民国${GAP}(?<republic>\d{2,3}))`;
const DAY = String.raw`${GAP}[年\-/.]${GAP}(?<month>\d{1,2})${GAP}[月\-/.]${GAP}(?<day>\d{1,2})(?!\d)(?:${GAP}[日号])?`;
const WEEKDAY = String.raw`(?:[\s,(]{0,6}(?:星期|周|礼拜)[一二三四五六日天][\s)]{0,6})?`;
const TIME = String.raw`(?:(?<half>上午|下午|晚上|凌晨|中午|am|pm)${GAP})?(?<hour>\d{1,2})${GAP}[:时点]${GAP}(?<minute>\d{2})(?!\d)(?:${GAP}分)?(?:${GAP}(?::${GAP})?(?<second>\d{2})(?![\d:])秒?)?`;
/** Some pages name the zone before the time: 2023-05-06 HKT 10:11. */
const CHINA_TIME = String.raw`(?:(?:hkt|cst|北京时间|香港时间|台北时间)[\s:]{0,6})?`;
const ZONE = String.raw`${GAP}[(]?(?:(?<zulu>z\b|(?:utc|gmt)(?!${GAP}[+-]\d))|(?:(?:utc|gmt)${GAP})?(?<sign>[+-])(?<zoneHour>\d{1,2})(?::?(?<zoneMinute>\d{2}))?(?!\d)|北京时间|香港时间|台北时间|hkt|cst)?[)]?`;

const DATE = new RegExp(`${YEAR}${DAY}(?:${WEEKDAY}[t\\s,:]{0,8}${CHINA_TIME}${TIME}(?:${ZONE})?|${WEEKDAY})`, 'dg');
const TIME_BEFORE = new RegExp(`${TIME}[\\s,]{0,6}$`);

/** What a page without a zone means, a Chinese site being what it is. */
const CHINA = '+08:00';

/** Years before the Republic's first, which its calendar counts from. */
const REPUBLIC_EPOCH = 1911;

/** All full dates in a folded line, in order. A date without its year says nothing. */
export function findDates(folded: string): PrintedDate[] {
  if (!/\d/.test(folded)) return [];
  const dates: PrintedDate[] = [];
  for (const match of folded.matchAll(DATE)) {
    const groups = match.groups ?? {};
    const day = isoDay(groups);
    if (day === undefined) continue;
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    const before = groups.hour === undefined ? TIME_BEFORE.exec(folded.slice(Math.max(0, start - 20), start)) : null;
    const time = isoTime(groups) ?? (before?.groups && isoTime(before.groups));
    const iso = time === undefined ? day : `${day}T${time}${isoZone(groups)}`;
    dates.push({ iso, start: before && time !== undefined ? start - before[0].length : start, end });
  }
  return dates;
}

type Groups = Readonly<Record<string, string | undefined>>;

function isoDay({ year, republic, month, day }: Groups): string | undefined {
  const fullYear = year === undefined ? Number(republic) + REPUBLIC_EPOCH : Number(year);
  const date = new Date(Date.UTC(fullYear, Number(month) - 1, Number(day)));
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

function isoTime({ half, hour, minute, second = '00' }: Groups): string | undefined {
  if (hour === undefined || minute === undefined) return undefined;
  const afternoon = half === '下午' || half === '晚上' || half === 'pm';
  const hours = afternoon && Number(hour) < 12 ? Number(hour) + 12 : Number(hour);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${minute}:${second}`;
}

function isoZone({ zulu, sign, zoneHour, zoneMinute = '00' }: Groups): string {
  if (zulu !== undefined) return '+00:00';
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
