const RUN = /(?<han>\p{Script=Han}+)|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/**
 * The terms of Lucene's CJKAnalyzer, which Anserini uses for Chinese: overlapping pairs of
 * Chinese characters, a character that stands alone, other words whole; widths and case folded.
 */
export function bigrams(text: string): string[] {
  return [...text.normalize('NFKC').toLowerCase().matchAll(RUN)].flatMap(({ 0: run, groups }) =>
    groups?.han === undefined ? [run] : pairs([...run]),
  );
}

function pairs(characters: readonly string[]): string[] {
  if (characters.length === 1) return [...characters];
  return characters.slice(1).map((second, before) => `${characters[before]}${second}`);
}
