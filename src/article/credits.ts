import { readFields } from './facts.ts';
import type { GlossContext } from './gloss.ts';
import { type Line, partOfPlain } from './lines.ts';

/** Behind the last sentence of an article, in brackets or not: `……。（责编：周婉婷、焦隆）` */
const CREDITS =
  /(?<=[。!?;”」』）)…]\s{0,4})(?:[([【]\s{0,4})?(?:责任编辑|责编|本文编辑|编辑)(?:\s*[:/]|\s+(?=\p{Script=Han}))[^。!?;]{2,40}$/u;
/** Where credits may begin, counted from the end of the line: names, label, brackets and some white space. */
const MAX_CREDITS = 80;

/**
 * A line whose last sentence is followed by credits becomes two, any other stays one.
 * @returns the parts in order; together they cover the line but for white space.
 */
export function splitCredits(line: Line, glosses: GlossContext): Line[] {
  const tail = Math.max(0, line.folded.length - MAX_CREDITS);
  const match = CREDITS.exec(line.folded.slice(tail));
  const start = tail + (match?.index ?? 0);
  if (match === null || start === 0 || readFields(match[0]) === undefined) return [line];
  const parts = [partOfPlain(line, 0, start, glosses), partOfPlain(line, start, line.folded.length, glosses)];
  return parts.filter((part) => part !== undefined);
}
