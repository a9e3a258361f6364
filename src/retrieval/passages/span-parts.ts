import type { Span } from '../../language/sentences.ts';

/**
 * A stretch of a text in parts that are short enough, as long as they can be; none begins within a code point.
 * @param longest UTF-16 units, 2 or more
 */
export function spanParts({ start, end }: Span, text: string, longest: number): Span[] {
  const parts: Span[] = [];
  for (let from = start; from < end; ) {
    const unit = text.charCodeAt(from + longest - 1);
    const isHalf = unit >= 0xd800 && unit < 0xdc00;
    const to = Math.min(end, from + longest - (isHalf ? 1 : 0));
    parts.push({ start: from, end: to });
    from = to;
  }
  return parts;
}
