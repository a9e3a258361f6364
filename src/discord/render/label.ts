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
  let fitted = '';
  // A character that the cut goes through would end beyond the limit, and is not taken.
  for (const { segment } of graphemes.segment(line.slice(0, limit + 1))) {
    if (fitted.length + segment.length > limit - 1) break;
    fitted += segment;
  }
  return `${fitted}…`;
}
