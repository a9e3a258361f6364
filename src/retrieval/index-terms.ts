import { cutForSearch, seams } from '../language/segment.ts';

/** A term longer than this is no word but a run of noise. */
const LONGEST_TERM = 24;

/**
 * The terms under which a folded text is found: its words, the words inside them, the
 * character pairs of what the dictionary does not know, and those of the article's own
 * terms that stand in it. With repetitions, as often as they occur.
 *
 * Measured on held-out questions, the thirty best passages by these terms hold the right one
 * as often as by all character bigrams and words together, at 40 % fewer postings.
 *
 * @param ownTerms the article's own terms, folded (see `ownTermsOf`).
 */
export function indexTerms(folded: string, ownTerms: Iterable<string>): string[] {
  const terms = [...cutForSearch(folded), ...seams(folded)].filter((term) => term.length <= LONGEST_TERM);
  const known = new Set(terms);
  for (const term of ownTerms) {
    if (known.has(term)) continue;
    const times = occurrences(folded, term);
    for (let time = 0; time < times; time += 1) terms.push(term);
  }
  return terms;
}

function occurrences(text: string, part: string): number {
  let times = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) times += 1;
  return times;
}
