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
 * @param own the article's own terms, folded (see `ownTermsOf`).
 * @param known the text's words by the dictionary alone (see `cutKnown`).
 */
export function indexTerms(folded: string, own: TermSet, known: readonly Word[]): string[] {
  const terms = [...cutForSearch(folded), ...seams(known)].filter(
    (term) => term.length <= LONGEST_TERM && !isStopWord(term),
  );
  const found = new Set(terms);
  for (const [term, times] of own.occurrencesIn(folded)) {
    if (!found.has(term)) for (let time = 0; time < times; time += 1) terms.push(term);
  }
  return terms;
}

/** Terms that are looked for in texts. */
export interface TermSet {
  /** @param step 1 to put terms in, -1 to take them out: a term stays as long as somebody has put it in */
  count(terms: Iterable<string>, step: 1 | -1): void;
  /** How often each stands in a folded text, in the order of the text: one walk, however many there are. */
  occurrencesIn(folded: string): ReadonlyMap<string, number>;
}

/** No term of an article is shorter. */
const OPENING = 2;

export function createTermSet(terms: Iterable<string> = []): TermSet {
  const holders = new Map<string, number>();
  /** How long a term that begins with these two characters can be: hardly any two begin one. */
  const longestFrom = new Map<string, number>();

  function count(terms: Iterable<string>, step: 1 | -1): void {
    for (const term of terms) {
      const left = (holders.get(term) ?? 0) + step;
      if (left > 0) holders.set(term, left);
      else holders.delete(term);
      const opening = term.slice(0, OPENING);
      longestFrom.set(opening, Math.max(longestFrom.get(opening) ?? 0, term.length));
    }
  }

  count(terms, 1);
  return {
    count,
    occurrencesIn(folded) {
      const times = new Map<string, number>();
      const behind = new Map<string, number>();
      for (let start = 0; start + OPENING <= folded.length; start += 1) {
        const longest = longestFrom.get(folded.slice(start, start + OPENING)) ?? 0;
        for (let end = start + OPENING; end <= Math.min(folded.length, start + longest); end += 1) {
          const term = folded.slice(start, end);
          if (!holders.has(term) || (behind.get(term) ?? 0) > start) continue;
          times.set(term, (times.get(term) ?? 0) + 1);
          behind.set(term, end);
        }
      }
      return times;
    },
  };
}

/** What a text sets in quotation marks or brackets of a title, if it is as short as a name. */
const MARKED = /[“"「『《]([^“”"「」『』《》，。！？；,!?;]{2,20})[”"」』》]/g;

/** Words in a row that recur together become a term from this many occurrences on. */
const RECURRENCES = 3;
/** In words and in characters. */
const LONGEST_RUN = 5;
const LONGEST_RUN_CHARACTERS = 12;
/** Quotation marks around white space name nothing. */
const SHORTEST_TERM = 2;
/** So that a very long article cannot cost without bound. */
const MOST_TERMS = 2_000;

/** A term begins and ends with a character that can name something, not with 的 or 在. */
const LOOSE_EDGE =
  /^[的了在是和与及或也都就而且把被对从向以为于之其这那个一不有着并将等上下中内外里前后时年月日到由让使还又但]|[的了在是和与及或也都就而且把被对从向以为于之其这那个一不有着并将等]$/;
const HAN_ONLY = /^\p{Script=Han}+$/u;

/** A text of an article with its words by the dictionary alone. */
export interface CutText {
  readonly folded: string;
  readonly known: readonly Word[];
}

/**
 * The terms of an article that no dictionary has: names set in quotation marks, 《titles》, and
 * runs of words that keep recurring together (市域社会治理). Folded; the same texts always
 * give the same terms, whatever else is loaded.
 */
export function ownTermsOf(texts: readonly CutText[]): ReadonlySet<string> {
  const terms = new Set<string>();
  for (const { folded } of texts) {
    for (const [, marked = ''] of folded.matchAll(MARKED)) {
      const term = marked.trim();
      if (term.length >= SHORTEST_TERM) terms.add(term);
    }
  }
  for (const term of recurringRuns(texts)) terms.add(term);
  return new Set([...terms].slice(0, MOST_TERMS));
}

/** Runs of two to five words that occur often enough, without those that only ever occur inside a longer one. */
function recurringRuns(texts: readonly CutText[]): string[] {
  const counts = new Map<string, number>();
  for (const { known } of texts) countRuns(known, counts);
  const recurring = [...counts].filter(([run, times]) => times >= RECURRENCES && !LOOSE_EDGE.test(run));
  const within = new Map<string, number>();
  for (const [run, times] of recurring) {
    for (const part of partsOf(run)) within.set(part, Math.max(within.get(part) ?? 0, times));
  }
  return recurring.filter(([run, times]) => (within.get(run) ?? 0) < times).map(([run]) => run);
}

/** All shorter stretches of a run. */
function partsOf(run: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < run.length; start += 1) {
    for (let end = start + 2; end <= run.length; end += 1)
      if (end - start < run.length) parts.push(run.slice(start, end));
  }
  return parts;
}

function countRuns(words: readonly Word[], counts: Map<string, number>): void {
  words.forEach((first, from) => {
    let run = '';
    let end = first.start;
    for (const word of words.slice(from, from + LONGEST_RUN)) {
      if (word.start !== end || !HAN_ONLY.test(word.text)) break;
      run += word.text;
      end = word.end;
      if (run.length > LONGEST_RUN_CHARACTERS) break;
      if (run !== first.text) counts.set(run, (counts.get(run) ?? 0) + 1);
    }
  });
}
