/** A run of two characters of this script or of digits and Latin letters; signs and spaces share nothing. */
const WORD = /[\p{Script=Han}\p{Script=Latin}\d]/u;

/** The pairs of characters that stand side by side in a text: what a title shares with its article. */
export function pairsOf(folded: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < folded.length; at += 1) {
    if (WORD.test(folded.charAt(at)) && WORD.test(folded.charAt(at + 1))) pairs.add(folded.slice(at, at + 2));
  }
  return pairs;
}

/** A shorter text shares its words with any other by chance. */
const ENOUGH_PAIRS = 5;

/** Share of a text's pairs that another text has, 0 to 1; less than its share where the text is very short. */
export function sharedWith(pairs: ReadonlySet<string>, folded: string): number {
  const own = pairsOf(folded);
  let shared = 0;
  for (const pair of own) if (pairs.has(pair)) shared += 1;
  return shared / Math.max(own.size, ENOUGH_PAIRS);
}
