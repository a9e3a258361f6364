import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import { readStoredIndex } from './stored-index.ts';

/** A passage by its number, with its score. */
interface Candidate {
  readonly passage: number;
  readonly score: number;
}

/** The inverted index: which passages hold which terms. */
export interface TermIndex {
  add(passage: number, terms: readonly string[]): void;
  /** @param terms exactly what the passage was added with. */
  remove(passage: number, terms: readonly string[]): void;
  /** In how many passages a term stands. */
  frequency(term: string): number;
  /** All terms. */
  vocabulary(): Iterable<string>;
  /** Everything, as plain data for `createTermIndex`. */
  stored(): StoredTerms;
  /** The numbers of the best passages for the terms by BM25+, best first. */
  search(terms: readonly string[], limit: number, accept: (passage: number) => boolean): number[];
}

/** A term index as plain data. */
export interface StoredTerms {
  /** MiniSearch's own JSON. */
  readonly index: string;
  readonly terms: readonly string[];
  /** In how many passages each of the terms stands. */
  readonly frequencies: Uint32Array;
}

/** BM25+ as it measured best for paragraphs of 50 to 1,000 characters. */
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };
/** Terms that stand in more than this share of the passages say nothing and cost most … */
const COMMON_SHARE = 0.2;
/** … but in a small library every term counts, and where few others are left. */
const SMALL_LIBRARY = 50;
/** A query of more terms than this is cut: MiniSearch's work grows with each. */
const MOST_TERMS = 48;
/** Common terms come last and move the order of the first thirty least; the rarest are always searched. */
const MOST_POSTINGS = 4_000;
const FEWEST_TERMS = 5;

/**
 * A term in hexadecimal digits. MiniSearch keeps terms in a radix tree and looks through the
 * children of a node one by one; with thousands of first characters at its root that is nine
 * tenths of all time, with sixteen digits it is next to none.
 */
function spellOut(term: string): string {
  let spelled = '';
  for (let at = 0; at < term.length; at += 1) spelled += (term.charCodeAt(at) + 0x10000).toString(16).slice(1);
  return spelled;
}

/** MiniSearch takes a text and has it cut; the terms are cut already and are handed past it. */
const UNCUT = '-';

/**
 * @param stored what `stored` returned once; empty without.
 * @param passages the numbers of those that it holds.
 * @throws Error when it is of another format, or holds other passages or terms.
 */
export function createTermIndex(stored?: StoredTerms, passages: ReadonlySet<number> = new Set()): TermIndex {
  let atHand: readonly string[] = [];
  const options: Options<{ id: number; terms: string }> = {
    fields: ['terms'],
    tokenize: () => [...atHand],
    processTerm: spellOut,
    searchOptions: { bm25: BM25 },
  };
  const known = new Map<string, number>();
  let index = new MiniSearch(options);
  if (stored !== undefined) {
    for (const [at, term] of stored.terms.entries()) known.set(term, stored.frequencies[at] ?? 0);
    const postings = new Map([...known].map(([term, count]) => [spellOut(term), count]));
    index = MiniSearch.loadJS(readStoredIndex(stored.index, passages, postings) as AsPlainObject, options);
  }

  const count = (terms: readonly string[], step: 1 | -1): void => {
    for (const term of new Set(terms)) {
      const passages = (known.get(term) ?? 0) + step;
      if (passages > 0) known.set(term, passages);
      else known.delete(term);
    }
  };

  return {
    add(passage, terms) {
      atHand = terms;
      index.add({ id: passage, terms: UNCUT });
      count(terms, 1);
    },
    remove(passage, terms) {
      atHand = terms;
      index.remove({ id: passage, terms: UNCUT });
      count(terms, -1);
    },
    frequency: (term) => known.get(term) ?? 0,
    vocabulary: () => known.keys(),
    stored: () => ({
      index: JSON.stringify(index),
      terms: [...known.keys()],
      frequencies: Uint32Array.from(known.values()),
    }),
    search(terms, limit, accept) {
      atHand = selectiveTerms(terms, known, index.documentCount);
      const top = createTop(limit);
      index.search(UNCUT, {
        filter: ({ id, score, queryTerms }) => {
          // MiniSearch multiplies by the number of matched terms, which costs half a point of recall@1.
          if (accept(id)) top.offer({ passage: id, score: score / (queryTerms.length || 1) });
          // Nothing is left for MiniSearch to put in order: of thousands only the best are wanted.
          return false;
        },
      });
      return top.best().map(({ passage }) => passage);
    },
  };
}

/** The best of what was offered, best first; equal ones in the order of their numbers. */
function createTop(limit: number) {
  const top: Candidate[] = [];
  return {
    offer(candidate: Candidate): void {
      let at = top.length;
      while (at > 0 && isBetter(candidate, top[at - 1])) at -= 1;
      if (at === limit) return;
      top.splice(at, 0, candidate);
      if (top.length > limit) top.pop();
    },
    best: (): readonly Candidate[] => top,
  };
}

function isBetter(one: Candidate, other: Candidate | undefined): boolean {
  if (other === undefined) return true;
  return one.score > other.score || (one.score === other.score && one.passage < other.passage);
}

/**
 * Each term once, rarest first; of those that stand nearly everywhere only so many as are wanting: the
 * postings to be read stay within bounds in a library of any size.
 */
function selectiveTerms(terms: readonly string[], known: ReadonlyMap<string, number>, passages: number): string[] {
  const most = passages <= SMALL_LIBRARY ? passages : passages * COMMON_SHARE;
  const frequency = (term: string): number => known.get(term) ?? 0;
  const rarestFirst = [...new Set(terms)]
    .filter((term) => frequency(term) > 0)
    .sort((a, b) => frequency(a) - frequency(b))
    .slice(0, MOST_TERMS);
  let postings = 0;
  return rarestFirst.filter((term, index) => {
    postings += frequency(term);
    if (frequency(term) > most) return index === 0 || (index < FEWEST_TERMS && postings <= MOST_POSTINGS);
    return index < FEWEST_TERMS || postings <= MOST_POSTINGS;
  });
}
