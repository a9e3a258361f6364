/**
 * Characters that nobody sees and that change how others are shown: directions, joiners of
 * words, fillers, tags, as Unicode lists them. The joiner inside emoji and the selectors of
 * their look stay. Halves of surrogate pairs, which are no characters at all and which Discord
 * refuses a message for, go as well.
 */
const INVISIBLE = /(?![\u200D\uFE0E\uFE0F])[\p{Default_Ignorable_Code_Point}\p{Surrogate}]/gu;

/** A text that somebody typed, fit to be repeated in the bot's own words. The article's words are never changed like this. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}
