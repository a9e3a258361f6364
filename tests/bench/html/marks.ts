import { fold } from '../../../src/language/fold.ts';
import type { Gold } from './gold.ts';

/** What a reader has made of a page. What it does not say is undefined. */
export interface Extracted {
  readonly title: string | undefined;
  readonly publishedAt: string | undefined;
  readonly source: string | undefined;
  readonly authors: readonly string[];
  /** Headings and paragraphs, in order. */
  readonly lines: readonly string[];
  /** The headings among them; undefined where the reader does not tell. */
  readonly headings: readonly string[] | undefined;
}

/** Which parts of an article are right. */
export interface Marks {
  readonly title: boolean;
  readonly date: boolean;
  readonly source: boolean;
  readonly authors: boolean;
  readonly headings: boolean;
  readonly body: boolean;
  /** All of them but the headings. */
  readonly whole: boolean;
}

/** The marks of a page that nothing was made of. */
export const NOTHING: Marks = {
  title: false,
  date: false,
  source: false,
  authors: false,
  headings: false,
  body: false,
  whole: false,
};

/** Widths of signs, scripts and spaces aside, all has to be as the annotation has it. */
export function marksOf(extracted: Extracted, gold: Gold): Marks {
  const title = same(extracted.title ?? '', gold.title);
  const date = [gold.publishedAt, ...gold.publishedAlso].some((day) => sameTime(extracted.publishedAt, day));
  const source = isSource(extracted.source, gold);
  const authors = same([...extracted.authors].sort().join(), [...gold.authors].sort().join());
  const body = isBody(extracted.lines, gold);
  const headings = same((extracted.headings ?? []).join('\n'), gold.headings.join('\n'));
  return { title, date, source, authors, headings, body, whole: title && date && source && authors && body };
}

function plain(text: string): string {
  return fold(text).replace(/\s+/g, '');
}

function same(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** The annotation may have a day where no time is printed. Any day reads as ISO 8601 does. */
function sameTime(found: string | undefined, annotated: string): boolean {
  return found !== undefined && inChina(found).startsWith(annotated);
}

const CHINA_MS = 8 * 60 * 60 * 1000;

/** Another zone than China's is converted, so that nobody loses by naming it. */
function inChina(date: string): string {
  if (/^\d{4}-\d{2}-\d{2}(?:$|T.*\+08:00$)/.test(date)) return date;
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : new Date(time + CHINA_MS).toISOString();
}

function isSource(found: string | undefined, { source, sourceAlso }: Gold): boolean {
  if (found === undefined || found === '') return source === null;
  return [source ?? '', ...sourceAlso].some((right) => same(right, found));
}

function isBody(lines: readonly string[], gold: Gold): boolean {
  const plainLines = lines.map(plain).filter((line) => line !== '');
  const whole = plainLines.join('');
  const mayStandAround = [...gold.captions, ...gold.headings].map((begin) => plain(begin).slice(0, 10));
  const isAround = (line: string) => mayStandAround.some((begin) => line.startsWith(begin));
  const first = plainLines.findIndex((line) => line.startsWith(plain(gold.first)));
  const last = plainLines.findLastIndex((line) => !isAround(line));
  return (
    first >= 0 &&
    plainLines.slice(0, first).every(isAround) &&
    [gold.last, ...gold.lastAlso].some((end) => plainLines[last]?.endsWith(plain(end))) &&
    gold.keep.every((words) => whole.includes(plain(words))) &&
    gold.drop.every((words) => !whole.includes(plain(words)))
  );
}
