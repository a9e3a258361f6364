import type { GlossContext } from './gloss.ts';
import { type Line, partOf } from './lines.ts';

/** Bars at the edges of a line, the borders of a table that held the page together: `……车都停在门外。 |` */
const LEADING = /^[|丨│┃][|丨│┃\s]*/;
const TRAILING = /(?<=[。！？!?”」』）)\]】\p{Script=Han}]\s{0,4})[|丨│┃]$/u;
/** Behind a name a bar may be what separates it from the next: 江城市| 曲水县|. */
const SENTENCE = /[。！？!?，,]/;
/** | 青禾晚报 | */
const ONE_CELL = /^[|丨│┃][^|丨│┃]+[|丨│┃]$/;
const MAX_TAIL = 12;

/**
 * A line of text with bars at its edges becomes two or three, any other stays one.
 * @returns the parts in order; together they cover the line but for white space.
 */
export function splitEdgeBars(line: Line, glosses: GlossContext): Line[] {
  if (!SENTENCE.test(line.text) && !ONE_CELL.test(line.text)) return [line];
  const start = LEADING.exec(line.text)?.[0].length ?? 0;
  const tail = Math.max(start, line.text.length - MAX_TAIL);
  const end = tail + (TRAILING.exec(line.text.slice(tail))?.index ?? line.text.length - tail);
  if (start === 0 && end === line.text.length) return [line];
  const parts = [
    [0, start],
    [start, end],
    [end, line.text.length],
  ] as const;
  return parts.flatMap(([from, to]) => partOf(line, from, to, glosses) ?? []);
}
