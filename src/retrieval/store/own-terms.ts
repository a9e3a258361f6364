import type { Word } from '../../language/segment.ts';

/** What a text sets in quotation marks or brackets of a title, if it is as short as a name. */
const MARKED = /[“"「『《]([^“”"「」『』《》，。！？；,!?;]{2,20})[”"」』》]/g;

/** Words in a row that recur together become a term from this many occurrences on. */
const RECURRENCES = 3;
/** In words and in characters. */
const LONGEST_RUN = 5;
const LONGEST_TERM = 12;
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
      if (run.length > LONGEST_TERM) break;
      if (run !== first.text) counts.set(run, (counts.get(run) ?? 0) + 1);
    }
  });
}
