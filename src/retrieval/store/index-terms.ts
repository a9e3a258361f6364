import { cutForSearch, seams, type Word } from '../../language/segment.ts';
import { isStopWord } from '../../language/stop-words.ts';

/** A term longer than this is no word but a run of noise. */
const LONGEST_TERM = 24;

/**
 * The terms under which a folded text is found: its words, the words inside them, the
 * character pairs of what the dictionary does not know, and those of the article's own
 * terms that stand in it; no stop words. With repetitions, as often as they occur.
 *
 * Measured on held-out questions, the thirty best passages by these terms hold the right one
 * as often as by all character bigrams and words together, at half the postings.
 *
 * @param ownTerms the article's own terms, folded (see `ownTermsOf`).
 * @param known the text's words by the dictionary alone (see `cutKnown`).
 */
export function indexTerms(folded: string, ownTerms: Iterable<string>, known: readonly Word[]): string[] {
  const terms = [...cutForSearch(folded), ...seams(known)].filter(
    (term) => term.length <= LONGEST_TERM && !isStopWord(term),
  );
  const found = new Set(terms);
  const times = occurrences(
    folded,
    [...ownTerms].filter((term) => !found.has(term)),
  );
  for (const [term, count] of times) for (let time = 0; time < count; time += 1) terms.push(term);
  return terms;
}

/** How often each term stands in a text, in the order of the terms: one walk, however many begin alike. */
function occurrences(text: string, terms: readonly string[]): Map<string, number> {
  const times = new Map(terms.map((term) => [term, 0]));
  const lengths = new Map<string, Set<number>>();
  for (const term of terms) {
    const opening = term.slice(0, OPENING);
    lengths.set(opening, (lengths.get(opening) ?? new Set()).add(term.length));
  }
  if (lengths.size === 0) return times;
  const behind = new Map<string, number>();
  for (let at = 0; at + OPENING <= text.length; at += 1) {
    for (const length of lengths.get(text.slice(at, at + OPENING)) ?? []) {
      const term = text.slice(at, at + length);
      const before = times.get(term);
      if (before === undefined || (behind.get(term) ?? 0) > at) continue;
      times.set(term, before + 1);
      behind.set(term, at + length);
    }
  }
  return times;
}

/** No term of an article is shorter. */
const OPENING = 2;
