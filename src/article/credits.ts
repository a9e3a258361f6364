import { readFacts, readFields } from './facts.ts';
import type { GlossContext } from './gloss.ts';
import { type Line, partOfPlain } from './lines.ts';

/** Behind the last sentence of an article, in brackets or not: `……。（责编：周婉婷、焦隆）`, `……。本文来源：江城日报 责任编辑：李丽` */
const CREDITS =
  /(?<=[。!?;”」』）)…]\s{0,4})(?:[([【]\s{0,4})?(?:(?:本文|文章|稿件)来源\s?:\s?[^\s。]{2,14}(?:\s{1,4}|$))?(?:责任编辑|责编|本文编辑|编辑)(?:\s*[:/]|\s+(?=\p{Script=Han}))[^。!?;]{2,40}$/u;
/** Where credits may begin, counted from the end of the line: names, label, brackets and some white space. */
const MAX_CREDITS = 80;

/** ……。返回搜狐，查看更多 */
const BUTTON =
  /(?<=[。!?”』」)…]\s{0,4})(?:返回(?:搜狐|网易|腾讯|新浪|凤凰|[^\s。,]{2,4}网)[^。]{0,12}|(?:查看|阅读)(?:更多|原文|全文)|展开全文|收起)$/;

/** 责任编辑：张三 --版权所有，……; 来源：江城晚报 于 2023-03-14 08:20 - 新闻取自各大媒体，并不代表本网立场！: a notice behind facts. */
const OF_OWNERSHIP = /[-–—]{1,3}\s?版权所有/;
const OF_OPINION = /(?<=\s)(?:(?:敬请注意|提示|声明|注)\s?:\s?)?新闻(?:取自|来自|观点|内容)/;
const NO_OPINION = /不代表[^。]{0,10}(?:立场|观点)[!。]?$/;
const MAX_WITH_NOTICE = 200;

/**
 * A line whose last sentence is followed by credits or by a button, or whose facts by a notice, becomes two, any other stays one.
 * @returns the parts in order; together they cover the line but for white space.
 */
export function splitCredits(line: Line, glosses: GlossContext): Line[] {
  const notice = noticeAt(line.folded);
  if (notice !== undefined) {
    const parts = [partOfPlain(line, 0, notice, glosses), partOfPlain(line, notice, line.folded.length, glosses)];
    return parts.filter((part) => part !== undefined);
  }
  const tail = Math.max(0, line.folded.length - MAX_CREDITS);
  const end = line.folded.slice(tail);
  const credits = CREDITS.exec(end);
  const match = credits !== null && readFields(credits[0]) !== undefined ? credits : BUTTON.exec(end);
  const start = tail + (match?.index ?? 0);
  if (match === null || start === 0) return [line];
  const parts = [partOfPlain(line, 0, start, glosses), partOfPlain(line, start, line.folded.length, glosses)];
  return parts.filter((part) => part !== undefined);
}

/** Where a notice begins behind facts; undefined where none does. */
function noticeAt(folded: string): number | undefined {
  if (folded.length > MAX_WITH_NOTICE) return undefined;
  const opinion = NO_OPINION.test(folded.slice(-MAX_NO_OPINION)) ? OF_OPINION.exec(folded) : null;
  const at = (OF_OWNERSHIP.exec(folded) ?? opinion)?.index ?? 0;
  return at > 0 && readFacts(folded.slice(0, at)) !== undefined ? at : undefined;
}
const MAX_NO_OPINION = 20;
