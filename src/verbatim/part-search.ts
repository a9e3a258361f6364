/** Below so many comparisons at the very worst the engine's own search is as good as linear. */
const BEARABLE = 1e7;

/**
 * As `text.indexOf(part, from)`, in time linear in both lengths whatever they are. The engine's own search is faster on
 * any real text, but has the product of both lengths as its worst (b and four thousand a, in a text of a alone).
 *
 * Knuth, Morris and Pratt, Fast Pattern Matching in Strings, 1977.
 */
export function indexOfPart(text: string, part: string, from = 0): number {
  if ((text.length - from) * part.length <= BEARABLE || part.length < 2) return text.indexOf(part, from);
  const borders = bordersOf(part);
  let matched = 0;
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && part.charCodeAt(matched) !== unit) matched = borders[matched - 1] ?? 0;
    if (part.charCodeAt(matched) === unit) matched += 1;
    if (matched === part.length) return at - matched + 1;
  }
  return -1;
}

/** For each beginning of a part the length of the longest shorter beginning that it ends with. */
function bordersOf(part: string): Int32Array {
  const borders = new Int32Array(part.length);
  let length = 0;
  for (let at = 1; at < part.length; at += 1) {
    while (length > 0 && part.charCodeAt(length) !== part.charCodeAt(at)) length = borders[length - 1] ?? 0;
    if (part.charCodeAt(length) === part.charCodeAt(at)) length += 1;
    borders[at] = length;
  }
  return borders;
}
