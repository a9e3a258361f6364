/** Between what is shown of a long text from its beginning and from its end. */
const GAP = '……';

/**
 * A text, or where it is longer its beginning and its end.
 * @param longest UTF-16 units; no half of a character is left
 */
export function excerpt(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const tail = Math.floor(longest / 3);
  const head = longest - tail;
  return `${text.slice(0, head).replace(/[\uD800-\uDBFF]$/, '')}${GAP}${text.slice(-tail).replace(/^[\uDC00-\uDFFF]/, '')}`;
}
