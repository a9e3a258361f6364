import type { Span } from '../../language/sentences.ts';
import { type Byline, type BylinePlace, readByline } from './grammar.ts';
import { readParagraph } from './in-paragraph.ts';
import { listedNames } from './listed-names.ts';
import { type LoneByline, readLoneLine } from './lone-line.ts';
import { isAccount, isPenName } from './person-name.ts';

/*
 * Who wrote an article, who edited it. The one place that reads names out of a page: it is handed folded
 * stretches (Simplified, half-width, lower case) and hands back where names stand in them, in UTF-16 units, in the
 * order of the page. It never says who somebody is whom the page does not name, and a sentence that speaks of a
 * reporter names nobody. What they did is told apart: who wrote; who took pictures, edited or translated.
 */

/** What is drawn for a bar, a rare character among them. */
const BAR = /[丨│┃▏]/g;
/** 记者：谢谢您接受采访 ends an interview; a group may write, and it has no surname. */
const AUTHOR_LABEL = /(?:作者|撰文|撰稿人?|执笔)\s*[:/|,]\s*$/;

/** A folded line in which every bar is the usual one; the offsets hold. */
export function withPlainBars(folded: string): string {
  return folded.replace(BAR, '|');
}

/**
 * The byline that begins at a place of a line: 本报记者 张三 通讯员 李四, 文/张三 图/李四, 张三 记者 台北讯.
 * @returns undefined where nobody is named.
 */
export function bylineAt(folded: string, at: number): Byline | undefined {
  return readByline(folded, at);
}

/**
 * The names of who wrote it in a stretch of a line that is said to hold them, or is a byline.
 * @param folded the whole line.
 * @param isLabelled whether a label with a mark stands before the stretch, behind which pen names and groups stand, too.
 */
export function writersOf(folded: string, { start, end }: Span, isLabelled: boolean): Span[] {
  const value = folded.slice(start, end);
  const place: BylinePlace = isLabelled ? 'label' : 'line';
  const names = readByline(value, 0, place)?.names;
  if (names !== undefined) return names.map((name) => ({ start: start + name.start, end: start + name.end }));
  return AUTHOR_LABEL.test(folded.slice(0, start)) && isPenName(value) ? [{ start, end }] : [];
}

/** The names of editors in a stretch of a line that holds nothing else. */
export function editorsOf(folded: string, { start, end }: Span): Span[] {
  return listedNames(folded.slice(start, end))
    .filter((name) => !isAccount(folded.slice(start + name.start, start + name.end)))
    .map((name) => ({ start: start + name.start, end: start + name.end }));
}

/**
 * Who wrote an article, where a short line beside its title or its text names people and says no more: 谢小雨,
 * 江城市统计局副局长 李大华, 战地记者 李大华. Only to be asked where a byline is due.
 * @returns undefined where the line may say something else.
 */
export function bylineOfLine(folded: string): LoneByline | undefined {
  return readLoneLine(folded);
}

/**
 * The names of those who wrote an article, where a paragraph of it is a byline or has one in brackets at either end:
 * （本报记者 张三）, 新华社北京5月1日电（记者李四）.
 * @returns none where the paragraph names nobody.
 */
export function writersIn(paragraph: string): readonly Span[] {
  return readParagraph(withPlainBars(paragraph));
}

/** A name as it is printed, 李　明 without the space that sets it wide. @param text of the line or paragraph, as it was before it was folded. */
export function printedName(text: string, { start, end }: Span): string {
  const name = text.slice(start, end);
  return /\p{Script=Latin}/u.test(name) ? name : name.replace(/\s+/g, '');
}
