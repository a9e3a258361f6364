/** Between what is shown of a long text from its beginning and from its end. */
const GAP = '……';
/** Figures and Latin words are shown whole or not at all: 248人 is not what 1248人 says. */
const WITHIN_A_WORD = /[\p{N}\p{Script=Latin}.,%]/u;
/** A run of those that is longer is no word. */
const LONGEST_WORD = 30;

/**
 * A text, or where it is longer its beginning and its end.
 * @param longest UTF-16 units; no half of a character and no part of a number or a Latin word is left
 */
export function excerpt(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const tail = Math.floor(longest / 3);
  return `${text.slice(0, headEnd(text, longest - tail))}${GAP}${text.slice(tailStart(text, text.length - tail))}`;
}

function headEnd(text: string, end: number): number {
  let at = end;
  while (at > Math.max(0, end - LONGEST_WORD) && isWithin(text, at)) at -= 1;
  return at;
}

function tailStart(text: string, start: number): number {
  let at = start;
  while (at < Math.min(text.length, start + LONGEST_WORD) && isWithin(text, at)) at += 1;
  return at;
}

/** Whether an offset lies within a word of figures or Latin letters, or within a character. */
function isWithin(text: string, at: number): boolean {
  if (/[\uDC00-\uDFFF]/.test(text.charAt(at))) return true;
  return WITHIN_A_WORD.test(text.charAt(at - 1)) && WITHIN_A_WORD.test(text.charAt(at));
}
