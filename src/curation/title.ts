/** A title, as long as one may be. Characters. */
export const LONGEST_TITLE = 200;

/** What nobody sees, and what changes how others are shown; the joiner inside emoji and the selectors of their look stay. */
const UNSEEN = /(?![\u200D\uFE0E\uFE0F])\p{Default_Ignorable_Code_Point}/gu;
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;
const PARTS_LINES = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** A title as somebody typed it, on one line; undefined where there is nothing to see. */
export function cleanTitle(typed: string): string | undefined {
  const title = typed
    .toWellFormed()
    .replace(UNSEEN, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TITLE);
  return SEEN.test(title) ? title.toWellFormed() : undefined;
}

/** A title as a file has it: as it is where it can be shown; empty where there is nothing to see. */
export function fitTitle(found: string): string {
  const cleaned = cleanTitle(found) ?? '';
  const isAsItIs = found.length <= LONGEST_TITLE && !PARTS_LINES.test(found) && found.replace(UNSEEN, '') === found;
  return cleaned !== '' && isAsItIs ? found : cleaned;
}

/** What an article is called: by its title, and by its id where it has none. */
export function calledBy({ id, title }: { readonly id: string; readonly title: string }): string {
  return title === '' ? id : title;
}
