import { hasSurname } from '../../article/bylines/person-name.ts';
import { isPublisher } from '../../article/bylines/publishers.ts';
import { findDates } from '../../article/dateline.ts';
import type { ToldMetadata } from '../../article/file-text.ts';
import { fold } from '../../language/fold.ts';
import { attribute } from './tree.ts';
import type { Piece, VisibleLine } from './visible-lines.ts';

/** What stands beside a date and names no source. */
const NO_SOURCE =
  /^(?:(?:发布时间|发布日期|发布于|发布|发表于|时间|日期|来源|作者|编辑|责任编辑|原创|转载|字号|字体|收藏|举报|打印|关闭|纠错|昨天|今天|前天|正文|首页|(?:星期|周|礼拜)[一二三四五六日天])$|官方[账帐]号|创作者$|分享|评论|阅读|浏览|点击|我有话说|\d)|参与|评论$/;
const SOURCE_LABEL = /(?:来源于|来源|来自|转自|出处)(?:\s*[:|]\s*|\s+)(?<name>[^\s|,，;；:：()（）【】]{2,20})/;
/** How authors of pages name the element that holds the source. */
const SOURCE_NAME =
  /(?:^|[-_\s])(?:source|a_source|laiyuan|ly|(?<!rich[-_])media|author-name|origin|from|nickname|account)(?:$|[-_\s])/i;
const MAX_SOURCE = 20;
/** 游民星空[整理] */
const REMARK = /[[(（【][^[\](（【)）】]{1,6}[\])）】]$/;
const UPDATED = /更新/;

/**
 * Date and source as the lines around the title have them, where no label and no known name says what they are: the
 * page's elements tell the words of such a line apart.
 */
export function factsNearby(lines: readonly VisibleLine[]): ToldMetadata {
  const dated = lines.filter(({ text }) => isDateline(text));
  const line = dated.find(({ text }) => !UPDATED.test(text)) ?? dated[0];
  const publishedAt = (line && findDates(fold(line.text))[0]?.iso) ?? timeIn(lines);
  const slashed = authorAndSource(lines);
  const source = (
    labelledSource(lines) ??
    slashed?.source ??
    namedSource(lines) ??
    (line && (accountAbove(lines, line) ?? besideDate(line)))
  )
    ?.replace(REMARK, '')
    .trim();
  return {
    ...(publishedAt !== undefined && { publishedAt }),
    ...(source !== undefined && { source }),
    ...(slashed?.author !== undefined && { authors: [slashed.author] }),
  };
}

/** 昨天 is what people read, and the day what the element says. */
function timeIn(lines: readonly VisibleLine[]): string | undefined {
  const times = lines.flatMap(({ pieces }) => pieces).filter(({ element }) => element.tagName === 'time');
  return times.map(({ element }) => findDates(fold(attribute(element, 'datetime') ?? ''))[0]?.iso).find(Boolean);
}

/** Beside its dates and a few names such a line says nothing. */
const MAX_BESIDE_DATES = 60;
const SENTENCE = /[。，！？]|通过|会议/;

function isDateline(text: string): boolean {
  const dates = findDates(fold(text));
  const dated = dates.reduce((sum, { start, end }) => sum + end - start, 0);
  return dates.length > 0 && text.length - dated <= MAX_BESIDE_DATES && !SENTENCE.test(text);
}

function labelledSource(lines: readonly VisibleLine[]): string | undefined {
  for (const { text } of lines) {
    const folded = fold(text);
    const match = SOURCE_LABEL.exec(folded);
    const name = match?.groups?.name;
    if (match === null || name === undefined) continue;
    const start = match.index + match[0].length - name.length;
    return text.slice(start, start + name.length);
  }
  return undefined;
}

/** 石佳/中国青年报, on a line of its own. */
const AUTHOR_AND_SOURCE = /^(?<author>\p{Script=Han}{2,4})\s*\/\s*(?<source>[^\s/]{2,14})$/u;

function authorAndSource(lines: readonly VisibleLine[]) {
  const groups = lines.map(({ text }) => AUTHOR_AND_SOURCE.exec(text)?.groups);
  return groups.find((found) => isPublisher(fold(found?.source ?? '')) && hasSurname(fold(found?.author ?? '')));
}

function namedSource(lines: readonly VisibleLine[]): string | undefined {
  // The class of a title may have the word in it, too.
  const pieces = lines.filter(({ level }) => level === undefined).flatMap((line) => line.pieces);
  return pieces.find((piece) => isNamedSource(piece) && maySource(piece))?.text;
}

/** Before the element that is named as the source, a line of facts may have the column: what of it is no fact. */
export function columnBefore({ pieces, text }: VisibleLine): string | undefined {
  const at = pieces.findIndex((piece) => isNamedSource(piece) && maySource(piece));
  const column = text.slice(0, Math.max(0, text.indexOf(pieces[at]?.text ?? '')));
  const before = pieces.slice(0, Math.max(0, at));
  const isColumn = before.every((piece) => piece.text.length <= MAX_SOURCE && !isFact(piece.text));
  return isColumn && column.trim() !== '' ? column : undefined;
}

/** A line of facts with so much space between its elements that each is read by itself. */
export function withGaps({ text, pieces }: VisibleLine): string {
  let set = '';
  let read = 0;
  for (const piece of pieces) {
    const at = text.indexOf(piece.text, read);
    if (at < 0) return text;
    const isApart = at > read && set !== '' && !/[:：]$/.test(set.trimEnd());
    set += text.slice(read, at) + (isApart ? WIDE_GAP : '') + piece.text;
    read = at + piece.text.length;
  }
  return set + text.slice(read);
}

/** No value of a fact has it inside. */
const WIDE_GAP = '   ';

function isFact(text: string): boolean {
  return /\d{1,2}[:-]\d|[:：]/.test(text);
}

/** 「……十分钟就能走到河边。（周岚）」: who wrote it, where nothing else says so. */
const SIGNED = /[。！？”]\s?[（(](\p{Script=Han}{2,4})[）)]$/u;

/** @param lines the last of the article, below which the page may have put one of its own */
export function signatureIn(lines: readonly string[]): ToldMetadata {
  const name = lines.map((line) => SIGNED.exec(line)?.[1]).find((found) => found !== undefined);
  return name !== undefined && hasSurname(fold(name)) ? { authors: [name] } : {};
}

/** The name of an account right above the date, where the platform says beside that what account it is. */
function accountAbove(lines: readonly VisibleLine[], dateline: VisibleLine): string | undefined {
  const above = lines[lines.indexOf(dateline) - 1]?.text ?? '';
  const isAccount = /官方[账帐]号|领域(?:创作者|爱好者)|优质创作者/.test(fold(dateline.text));
  return isAccount && above.length <= MAX_SOURCE && !/[\s\p{P}]/u.test(above) ? above : undefined;
}

function isNamedSource({ element }: Piece): boolean {
  // WeChat names all that it shows so.
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`.replaceAll('rich_media', '');
  return SOURCE_NAME.test(names);
}

function maySource({ text }: Piece): boolean {
  const folded = fold(text)
    .trim()
    .replace(/[:：]$/, '');
  return folded.length >= 2 && folded.length <= MAX_SOURCE && !NO_SOURCE.test(folded) && findDates(folded).length === 0;
}

/** The words next to the date: `棱镜 2019-09-23`, `2019-05-17 · 苏皖城市报道`. */
function besideDate({ pieces }: VisibleLine): string | undefined {
  const words = pieces.flatMap(({ text, ...piece }) =>
    text
      .split(/[\s·|]+/)
      .filter((word) => word !== '')
      .map((word) => ({ ...piece, text: word })),
  );
  const date = words.findIndex(({ text }) => /\d{4}[-/.年]/.test(text));
  const beside = [words[date - 1], ...words.slice(date + 1, date + 4)];
  return beside.find(
    (piece) => piece !== undefined && /\p{Script=Han}{3}|[A-Z]{3}/u.test(piece.text) && maySource(piece),
  )?.text;
}
