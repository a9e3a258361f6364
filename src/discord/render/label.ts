import { withoutInvisible } from '../invisible.ts';

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * A label that Discord accepts: on one line, without characters that cannot be seen, at most
 * `limit` UTF-16 units. One that is longer ends in an ellipsis behind a whole character as people see it.
 *
 * @returns undefined where nothing is left to see
 */
export function fitLabel(text: string, limit: number): string | undefined {
  const line = withoutInvisible(text.slice(0, limit * 8))
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    .trim();
  if (line === '') return undefined;
  if (line.length <= limit) return line;
  // The character that the last unit belongs to makes room for the ellipsis.
  const { index = 0 } = graphemes.segment(line).containing(limit - 1) ?? {};
  return `${line.slice(0, index)}…`;
}
