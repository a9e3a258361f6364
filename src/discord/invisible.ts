/**
 * Characters that nobody sees and that change how others are shown: directions, joiners of
 * words, fillers, tags. The joiner inside emoji and the selectors of their look stay.
 */
const INVISIBLE =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0]|[\u{E0000}-\u{E007F}]/gu;

/** A text that somebody typed, fit to be repeated in the bot's own words. The article's words are never changed like this. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}
