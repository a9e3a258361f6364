import type { Span } from '../../language/sentences.ts';
import { readDispatch } from './dispatch.ts';
import { type Byline, readByline } from './grammar.ts';

/** A byline in brackets stands behind a dateline, 本报讯（记者 张三） and 新华社北京5月1日电（记者李四）, or at either end. */
const OPENING =
  /^(?:【[^【】]{2,30}[讯电]】\s{0,4})?(?:[^。!?;:()〔〕【】[\]]{0,40}(?:讯|电|消息|报[道导])\s{0,4})?[([〔【]/;
const CLOSING = /[)\]〕】]/;
const LAST_BRACKETS = /[([〔【]([^()[\]〔〕【】]{2,200})[)\]〕】]\s*[。.]?(?:\s*\d{7})?$/;
/** （作者：王芳，江城大学教授）: who that is may follow. */
const OF_AN_AUTHOR = /^(?:本文)?作者/;
const MAX_REST = 40;
/** ■本报记者 张三 */
const MARK = /^[■□◆◇]\s*/;
const MAX_START = 60;
const MAX_END = 220;
/** （来源：江城日报 作者：张三）, （来源丨江城日报 作者丨张三） */
const AUTHOR_LABEL = /(?:^|[\s,;|])(?:本文|文章)?(?:作者|撰文|撰稿人?|采写|执笔)\s?[:|]\s?/;

/** As `writersIn`. */
export function readParagraph(folded: string): readonly Span[] {
  const dispatch = readDispatch(folded);
  if (dispatch !== undefined && dispatch.names.length > 0) return dispatch.names;
  const opened = OPENING.exec(folded.slice(0, MAX_START))?.[0].length;
  const atStart = opened === undefined ? undefined : inBrackets(folded, opened);
  if (atStart !== undefined) return atStart.names;
  const whole = readByline(folded, MARK.exec(folded)?.[0].length ?? 0);
  if (whole?.isSure === true && isAll(folded, whole)) return whole.names;
  const tail = Math.max(0, folded.length - MAX_END);
  const last = LAST_BRACKETS.exec(folded.slice(tail));
  if (last === null) return [];
  const inside = tail + last.index + 1;
  return inBrackets(folded, inside)?.names ?? behindLabel(last[1] ?? '', inside);
}

function inBrackets(folded: string, from: number): Byline | undefined {
  const byline = readByline(folded, skipSpace(folded, from), 'brackets');
  if (byline === undefined) return undefined;
  const rest = folded.slice(byline.end, byline.end + MAX_REST);
  const end = rest.search(CLOSING);
  if (end < 0) return undefined;
  const isDescribed = OF_AN_AUTHOR.test(folded.slice(skipSpace(folded, from)));
  return rest.slice(0, end).trim() === '' || isDescribed ? byline : undefined;
}

function behindLabel(inside: string, offset: number): Span[] {
  const label = AUTHOR_LABEL.exec(inside);
  if (label === null || /[。!?]/.test(inside)) return [];
  const from = label.index + label[0].length;
  const names = readByline(inside, from, 'label')?.names ?? [];
  return names.map(({ start, end }) => ({ start: start + offset, end: end + offset }));
}

function isAll(folded: string, { end }: Byline): boolean {
  return folded.length - end <= 2 && /^[\s。)]*$/.test(folded.slice(end));
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < from + 4 && /\s/.test(text.charAt(at))) at += 1;
  return at;
}
