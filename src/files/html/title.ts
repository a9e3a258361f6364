import { isPublisher } from '../../article/bylines/publishers.ts';
import { fold } from '../../language/fold.ts';
import type { VisibleLine } from './visible-lines.ts';

const MIN_TITLE = 4;
const MAX_TITLE = 120;
/** A heading that the page's title does not know is longer, or it is a column's name. */
const MIN_UNCONFIRMED = 8;
/** Behind the title, before the site's name. */
const BEHIND = /^[\s_|\-–—－·•«»【[(<>/:]/;
/** Before the title, behind a column's name. */
const BEFORE = /[\s_|\-–—－·•»】\])>/:]$/;
/** The title is so much of what stands in the browser's bar. */
const MIN_SHARE = 0.5;

/** The line that holds a title, and the title in it: tags may stand behind it. */
export interface Title {
  readonly at: number;
  readonly text: string;
}

/**
 * The line that the page sets as the article's heading.
 * @param told titles that the page tells browsers and other sites
 * @param bodyStart index of the first line of the article's text
 * @returns undefined where the page shows none
 */
export function findTitle(
  lines: readonly VisibleLine[],
  told: readonly string[],
  bodyStart: number,
): Title | undefined {
  const names = told
    .filter((name) => !isPublisher(fold(name)))
    .map(comparable)
    .filter((name) => name.length >= MIN_TITLE);
  const candidates = lines.flatMap((line, at) => (at <= bodyStart + 3 && mayBeTitle(line) ? [{ line, at }] : []));
  const [confirmed] = candidates
    .flatMap(({ line, at }) => {
      const text = titleIn(line, names);
      return text === undefined ? [] : [{ line, at, text }];
    })
    .sort((one, other) => rank(other.line) - rank(one.line) || other.at - one.at);
  if (confirmed !== undefined) return confirmed;
  const headings = candidates
    .filter(({ line }) => isHeading(line))
    .sort((one, other) => (one.line.level ?? 6) - (other.line.level ?? 6) || other.at - one.at);
  const [found] = headings.length > 0 ? headings : boldAbove(candidates, bodyStart);
  return found && { at: found.at, text: found.line.text };
}

/** A printed paper's page has no heading elements: the only line in bold right above the text. */
function boldAbove<C extends { readonly line: VisibleLine; readonly at: number }>(
  candidates: readonly C[],
  bodyStart: number,
): readonly C[] {
  const bold = candidates.filter(
    ({ line, at }) => line.bold > 0.8 && line.linked === 0 && at < bodyStart && at >= bodyStart - MAX_ABOVE,
  );
  return bold.length === 1 ? bold.filter(({ line }) => !isPublisher(fold(line.text))) : [];
}
const MAX_ABOVE = 8;

/** A line, or the first pieces of it, where a page has a title that it tells. */
function titleIn({ text, pieces }: VisibleLine, names: readonly string[]): string | undefined {
  const isTitle = (part: string) => names.some((name) => isTitleIn(comparable(part), name));
  if (isTitle(text)) return text;
  for (let count = pieces.length - 1; count > 0; count -= 1) {
    const behind = text.lastIndexOf(pieces[count]?.text ?? '');
    const part = behind > 0 ? text.slice(0, behind) : '';
    if (isTitle(part)) return part;
  }
  return undefined;
}

/** Signs and spaces that a title loses on its way into the head of a page. */
function comparable(text: string): string {
  return fold(text).replace(/[\s"“”'‘’「」『』《》<>〈〉]+/g, '');
}

function mayBeTitle({ text, linked, settings }: VisibleLine): boolean {
  return text.length >= MIN_TITLE && text.length <= MAX_TITLE && linked < 0.9 && !settings.has('item');
}

function isTitleIn(line: string, name: string): boolean {
  if (line.length < MIN_TITLE) return false;
  const at = name.indexOf(line);
  if (at < 0) return false;
  const behind = name.slice(at + line.length);
  const before = name.slice(0, at);
  if (at === 0 && behind === '') return true;
  if (at === 0) return BEHIND.test(behind) || line.length >= MIN_SHARE * name.length;
  return line.length >= MIN_SHARE * name.length && BEFORE.test(before) && (behind === '' || BEHIND.test(behind));
}

/** A longer line is the more of the title; the heading stands out by its size. */
function rank({ text, level, bold }: VisibleLine): number {
  return Math.min(text.length, 8) + (level === undefined ? 0 : 10 - level) + (bold > 0.8 ? 1 : 0);
}

function isHeading({ text, level, linked }: VisibleLine): boolean {
  if (level === undefined || linked > 0.5 || text.length < MIN_UNCONFIRMED) return false;
  return !isPublisher(fold(text));
}

/** What stands before the site's name in a browser's bar: `标题_频道_网站`. */
const SITE_PART = /[_|｜]|\s[-–—]\s|-(?=[^-]{2,20}$)|—(?=[^—]{2,12}$)/u;
const DASHES_BEHIND = /[-–—]{1,3}$/;

/** A title as it stands in the head of a page, without the names of channel and site. */
export function withoutSite(title: string): string {
  const end = title.search(SITE_PART);
  const bare = (end < 0 ? title : title.slice(0, end)).trim().replace(DASHES_BEHIND, '');
  return bare.length >= MIN_TITLE ? bare : title.trim();
}
