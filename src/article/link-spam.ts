import type { Line } from './lines.ts';

const BAR = /[|丨│¦┃]/;
const SPACES = /[\s,、·•]+/;
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
  const items = itemsOf(folded, SPACES);
  return items.length >= MIN_SPACED_ITEMS && areShort(items);
}

/** One name and one bar to a line. */
const BARRED_NAME = /^[^|丨│¦┃]{1,16}[|丨│¦┃]$/;

/** Whether a line is a single name with a bar behind it, 江城市|; several such lines are link spam. */
export function isBarredName({ folded }: Line): boolean {
  return BARRED_NAME.test(folded) && !SENTENCE.test(folded);
}

/** Names of places end so; other lists, of people or of prizes, may well be an article's last line. */
const PLACE = /[市县区旗州镇乡盟省]$/;
const MIN_PLACES = 0.8;

/** As `isSpacedLinkSpam`, nearly all of it places: what is linked so right behind the last paragraph. */
export function isPlaceSpam(line: Line): boolean {
  const items = itemsOf(line.folded, SPACES);
  const places = items.filter((item) => PLACE.test(item));
  return isSpacedLinkSpam(line) && places.length >= MIN_PLACES * items.length;
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
