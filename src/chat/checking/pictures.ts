/**
 * Emoji and other pictures of Unicode among words. They are no letters, so nothing compares them;
 * but ❌ and 🙄 say something of the words beside them, and the reader is told of them.
 */

/** ▶, ©, ↔ and the like are pictures only where they are asked to look like one. */
const PICTURE =
  /(?![\u00A9\u00AE\u203C\u2049\u2122\u2139\u25A0-\u25FF\u3030\u303D])\p{Extended_Pictographic}|\p{Extended_Pictographic}\uFE0F|(?=\p{So})[\u2600-\u275A\u2761-\u2767]|\p{Regional_Indicator}/u;

/** Arrows are compared with the words, however they look; what looks like nothing else is only reserved. */
const ARROW = /^[\u2190-\u21FF\u2794-\u27BE\u2934\u2935\u2B05-\u2B07](?<![\u2795-\u2797\u27B0\u27BF])/;

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** How many pictures a text has; a family, a flag, a hand of some colour is one. */
export function picturesIn(text: string): number {
  if (!PICTURE.test(text)) return 0;
  let count = 0;
  for (const { segment } of graphemes.segment(text)) if (PICTURE.test(segment) && !ARROW.test(segment)) count += 1;
  return count;
}
