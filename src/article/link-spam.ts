import type { Line } from './lines.ts';

const BAR = /[|丨│¦┃]/;
const SENTENCE = /[。!?;,]/;

/** Names and product words; a cell of a table or a phrase is longer. */
const MAX_ITEM = 16;
/** Tables have three or four columns. */
const MIN_ITEMS = 5;
/** Beside a line of spam, its last and shorter line. */
const MIN_ITEMS_BESIDE = 2;
/** Without bars, words with spaces between them: only outside the article, where no list of names is expected. */
const MIN_SPACED_ITEMS = 8;

/**
 * Whether a line is a list of links put into the page for search engines:
 * `九龙坡区| 曲水县| 石景山区| …`
 *
 * @param besideSpam whether the line before it is one.
 */
export function isLinkSpam({ folded }: Line, besideSpam: boolean): boolean {
  const items = itemsOf(folded, BAR);
  return items.length >= (besideSpam ? MIN_ITEMS_BESIDE : MIN_ITEMS) && areShort(items);
}

/** As `isLinkSpam`, with spaces or commas for bars; for lines that are not between paragraphs. */
export function isSpacedLinkSpam({ folded }: Line): boolean {
  const items = itemsOf(folded, /[\s,、·•]+/);
  return items.length >= MIN_SPACED_ITEMS && areShort(items);
}

function itemsOf(folded: string, separator: RegExp): string[] {
  if (!separator.test(folded)) return [];
  return folded
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function areShort(items: readonly string[]): boolean {
  return items.every((item) => item.length <= MAX_ITEM && !SENTENCE.test(item));
}
