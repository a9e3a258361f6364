import MiniSearch, { type Options, type SearchResult } from 'minisearch';
import { z } from 'zod';

/** A passage by its number, with its score in the first, broad search. */
export interface Candidate {
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
  /** All terms with the number of passages they stand in. */
  vocabulary(): ReadonlyMap<string, number>;
  /** Everything, as plain data for `createTermIndex`. */
  stored(): StoredTerms;
  /** The best passages for the terms by BM25+, best first. */
  search(terms: readonly string[], limit: number, accept?: (passage: number) => boolean): Candidate[];
}

const StoredTermsSchema = z.object({
  index: z.string(),
  terms: z.array(z.string()),
  frequencies: z.array(z.number()),
});
export type StoredTerms = z.infer<typeof StoredTermsSchema>;

/** BM25+ as it measured best for paragraphs of 50 to 1,000 characters. */
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };
/** Terms that stand in more than this share of the passages say nothing and cost most … */
const COMMON_SHARE = 0.2;
/** … but in a small library every term counts. */
const SMALL_LIBRARY = 50;
/** A query of more terms than this is cut: MiniSearch's work grows with each. */
const MOST_TERMS = 48;
/** Common terms come last and move the order of the first thirty least; the rarest are always searched. */
const MOST_POSTINGS = 4_000;
const FEWEST_TERMS = 5;

const SEPARATOR = '\n';

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

const OPTIONS: Options<{ id: number; terms: string }> = {
  fields: ['terms'],
  tokenize: (terms) => (terms === '' ? [] : terms.split(SEPARATOR)),
  processTerm: spellOut,
  searchOptions: { bm25: BM25 },
};

/**
 * @param stored what `stored` returned once; empty without.
 * @throws Error when it is of another format.
 */
export function createTermIndex(stored?: unknown): TermIndex {
  const kept = stored === undefined ? undefined : StoredTermsSchema.parse(stored);
  const index = kept === undefined ? new MiniSearch(OPTIONS) : MiniSearch.loadJSON(kept.index, OPTIONS);
  const frequencies = new Map(kept?.terms.map((term, at) => [term, kept.frequencies[at] ?? 0]));

  const count = (terms: readonly string[], step: 1 | -1): void => {
    for (const term of new Set(terms)) {
      const frequency = (frequencies.get(term) ?? 0) + step;
      if (frequency > 0) frequencies.set(term, frequency);
      else frequencies.delete(term);
    }
  };

  return {
    add(passage, terms) {
      index.add({ id: passage, terms: terms.join(SEPARATOR) });
      count(terms, 1);
    },
    remove(passage, terms) {
      index.remove({ id: passage, terms: terms.join(SEPARATOR) });
      count(terms, -1);
    },
    frequency: (term) => frequencies.get(term) ?? 0,
    vocabulary: () => frequencies,
    stored: () => ({
      index: JSON.stringify(index),
      terms: [...frequencies.keys()],
      frequencies: [...frequencies.values()],
    }),
    search(terms, limit, accept) {
      const selective = selectiveTerms(terms, frequencies, index.documentCount);
      const found = index.search(selective.join(SEPARATOR), {
        ...(accept === undefined ? {} : { filter: (result) => accept(result.id) }),
      });
      return best(found, limit);
    },
  };
}

/** The best of the results, best first; equal ones in the order of their numbers. */
function best(results: readonly SearchResult[], limit: number): Candidate[] {
  const top: Candidate[] = [];
  for (const { id, score, queryTerms } of results) {
    // MiniSearch multiplies by the number of matched terms, which costs half a point of recall@1.
    const candidate: Candidate = { passage: id, score: score / (queryTerms.length || 1) };
    let at = top.length;
    while (at > 0 && isBetter(candidate, top[at - 1])) at -= 1;
    if (at === limit) continue;
    top.splice(at, 0, candidate);
    if (top.length > limit) top.pop();
  }
  return top;
}

function isBetter(one: Candidate, other: Candidate | undefined): boolean {
  if (other === undefined) return true;
  return one.score > other.score || (one.score === other.score && one.passage < other.passage);
}

/**
 * Each term once, rarest first, without those that stand nearly everywhere: so many that the
 * postings to be read stay within bounds in a library of any size.
 */
function selectiveTerms(
  terms: readonly string[],
  frequencies: ReadonlyMap<string, number>,
  passages: number,
): string[] {
  const most = passages <= SMALL_LIBRARY ? passages : passages * COMMON_SHARE;
  const frequency = (term: string): number => frequencies.get(term) ?? 0;
  const rarestFirst = [...new Set(terms)]
    .filter((term) => frequency(term) > 0 && frequency(term) <= most)
    .sort((a, b) => frequency(a) - frequency(b))
    .slice(0, MOST_TERMS);
  let postings = 0;
  return rarestFirst.filter((term, index) => {
    postings += frequency(term);
    return index < FEWEST_TERMS || postings <= MOST_POSTINGS;
  });
}
