import { z } from 'zod';
import type { Article } from '../article/article.ts';
import { fold } from '../language/fold.ts';
import { cutKnown } from '../language/segment.ts';
import { createTermIndex, type TermIndex } from './candidates.ts';
import { type Rarity, rarityIn } from './evidence/commonness.ts';
import { createGramCounts, type GramCounts } from './evidence/gram-counts.ts';
import { indexTerms } from './index-terms.ts';
import { ownTermsOf } from './own-terms.ts';
import { type Passage, passagesOf } from './passages.ts';
import { blanked, type Question } from './question.ts';

/** The passages of a library with the counts over them. */
export interface PassageStore {
  /** An article of the same id must have been removed before. */
  add(article: Article): void;
  /** Drops an article; an unknown id is no error. */
  remove(articleId: string): void;
  readonly articles: ReadonlyMap<string, Article>;
  /** Number of passages. */
  readonly size: number;
  /** The passages that a question may be about, best first, by their terms alone. */
  candidates(question: Question, limit: number, accept?: (passage: Passage) => boolean): Passage[];
  /** In how many passages an index term stands. */
  frequency(term: string): number;
  /** In how many passages a pair of characters stands, or one where `second` is 0; UTF-16 units. */
  pairFrequency(first: number, second: number): number;
  /** All characters that stand in some passage; UTF-16 units. */
  characters(): number[];
  /** All index terms. */
  vocabulary(): Iterable<string>;
  /** Changes whenever an article comes or goes. */
  readonly version: number;
  /** Everything but the articles themselves, as plain data for `createPassageStore`. */
  stored(): StoredStore;
  /** How rare things are here. */
  readonly rarity: Rarity;
}

export const StoredStoreSchema = z.object({
  articles: z.array(
    z.object({ id: z.string(), hash: z.string(), first: z.int().nonnegative(), own: z.array(z.string()) }),
  ),
  terms: z.object({ terms: z.array(z.string()).readonly(), frequencies: z.string() }),
  grams: z.object({ keys: z.string(), counts: z.string() }),
});
/** A store as plain data: all but MiniSearch's own JSON, which is long and stands by itself. */
export interface StoredStore extends z.infer<typeof StoredStoreSchema> {
  readonly index: string;
}

/** What was stored does not fit the articles it is to serve. */
export class StaleIndex extends Error {
  override readonly name = 'StaleIndex';
}

/** An empty store. */
export function createPassageStore(): PassageStore {
  return storeOver(createTermIndex(), createGramCounts());
}

/**
 * A store as it was, over the very same articles: nothing is cut into words again.
 * @param kept what `stored` returned once.
 * @throws StaleIndex when other articles were stored, another error when MiniSearch cannot read its JSON.
 */
export function restorePassageStore(kept: StoredStore, articles: readonly Article[]): PassageStore {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const indexed = new Set(kept.articles.map(({ id }) => id));
  if (kept.articles.length !== byId.size || indexed.size !== byId.size) {
    throw new StaleIndex('other articles were indexed');
  }
  const inOrder = kept.articles.map(({ id, hash, first, own }) => {
    const article = byId.get(id);
    if (article?.hash !== hash) throw new StaleIndex(`article ${id} was indexed with other text`);
    return { article, first, own: new Set(own) };
  });
  const terms = createTermIndex({ ...kept.terms, index: kept.index }, numbersOf(inOrder));
  return storeOver(terms, createGramCounts(kept.grams), inOrder);
}

/** @throws StaleIndex where two passages have one number */
function numbersOf(inOrder: readonly { readonly article: Article; readonly first: number }[]): Set<number> {
  const numbers = new Set<number>();
  for (const { article, first } of inOrder) {
    for (let at = 0; at < passagesOf(article).length; at += 1) {
      if (numbers.has(first + at)) throw new StaleIndex(`article ${article.id} has the numbers of another`);
      numbers.add(first + at);
    }
  }
  return numbers;
}

/** @param known articles that terms and counts already hold, with the number of their first passage. */
function storeOver(
  terms: TermIndex,
  grams: GramCounts,
  known: readonly { readonly article: Article; readonly first: number; readonly own: ReadonlySet<string> }[] = [],
): PassageStore {
  const articles = new Map<string, Article>();
  const passages = new Map<number, Passage>();
  const numbersOfArticle = new Map<string, readonly number[]>();
  const ownTerms = createOwnTerms();
  const ownTermsByArticle = new Map<string, ReadonlySet<string>>();
  let nextNumber = 0;
  let version = 0;

  /** Numbers an article's passages from `first` on. */
  const number = (
    article: Article,
    read: readonly Passage[],
    own: ReadonlySet<string>,
    first: number,
  ): readonly number[] => {
    const numbers = read.map((passage, index) => {
      passages.set(first + index, passage);
      return first + index;
    });
    nextNumber = Math.max(nextNumber, first + read.length);
    ownTerms.count(own, 1);
    ownTermsByArticle.set(article.id, own);
    articles.set(article.id, article);
    numbersOfArticle.set(article.id, numbers);
    return numbers;
  };
  for (const { article, own, first } of known) number(article, passagesOf(article), own, first);

  return {
    add(article) {
      version += 1;
      const { read, own } = readArticle(article);
      const numbers = number(
        article,
        read.map(({ passage }) => passage),
        own,
        nextNumber,
      );
      read.forEach(({ passage, terms: termsOfPassage }, index) => {
        terms.add(numbers[index] ?? 0, termsOfPassage());
        grams.count(passage.folded, 1);
      });
    },
    remove(articleId) {
      const article = articles.get(articleId);
      if (article === undefined) return;
      version += 1;
      const { read, own } = readArticle(article);
      ownTerms.count(own, -1);
      numbersOfArticle.get(articleId)?.forEach((of, index) => {
        const { passage, terms: termsOfPassage } = read[index] ?? {};
        passages.delete(of);
        if (passage === undefined || termsOfPassage === undefined) return;
        terms.remove(of, termsOfPassage());
        grams.count(passage.folded, -1);
      });
      articles.delete(articleId);
      ownTermsByArticle.delete(articleId);
      numbersOfArticle.delete(articleId);
    },
    articles,
    get size() {
      return passages.size;
    },
    candidates(question, limit, accept) {
      const content = blanked(question.folded, question.asking);
      const isAccepted = (of: number): boolean => {
        const passage = passages.get(of);
        return passage !== undefined && (accept?.(passage) ?? true);
      };
      const found = terms.search(indexTerms(content, ownTerms.within(content)), limit, accept && isAccepted);
      return found.flatMap(({ passage }) => passages.get(passage) ?? []);
    },
    frequency: terms.frequency,
    pairFrequency: grams.of,
    characters: grams.characters,
    vocabulary: terms.vocabulary,
    get version() {
      return version;
    },
    stored() {
      const { index, ...stored } = terms.stored();
      return {
        articles: [...articles.values()].map(({ id, hash }) => ({
          id,
          hash,
          first: numbersOfArticle.get(id)?.[0] ?? 0,
          own: [...(ownTermsByArticle.get(id) ?? [])],
        })),
        terms: stored,
        grams: grams.stored(),
        index,
      };
    },
    get rarity() {
      return rarityIn({ passages: passages.size, gram: grams.of, term: terms.frequency });
    },
  };
}

interface ReadPassage {
  readonly passage: Passage;
  readonly terms: () => string[];
}

/** An article's passages with the terms they are found by: always the same for the same article. */
function readArticle(article: Article): { read: ReadPassage[]; own: ReadonlySet<string> } {
  const texts = passagesOf(article).map((passage) => ({
    passage,
    folded: passage.folded,
    known: cutKnown(passage.folded),
  }));
  const headings = article.sections
    .flatMap(({ heading }) => (heading === null ? [] : [fold(heading)]))
    .map((folded) => ({ folded, known: cutKnown(folded) }));
  const own = ownTermsOf([...headings, ...texts]);
  const read = texts.map(({ passage, folded, known }) => ({ passage, terms: () => indexTerms(folded, own, known) }));
  return { read, own };
}

interface OwnTerms {
  count(terms: Iterable<string>, step: 1 | -1): void;
  /** Those of the terms that stand in a folded text of bounded length. */
  within(folded: string): string[];
}

const LONGEST_TERM = 20;

function createOwnTerms(): OwnTerms {
  const articlesOfTerm = new Map<string, number>();
  /** How long a term that begins with these two characters can be: hardly any two begin one. */
  const longestFrom = new Map<string, number>();
  return {
    count(terms, step) {
      for (const term of terms) {
        const articles = (articlesOfTerm.get(term) ?? 0) + step;
        if (articles > 0) articlesOfTerm.set(term, articles);
        else articlesOfTerm.delete(term);
        const opening = term.slice(0, 2);
        longestFrom.set(opening, Math.max(longestFrom.get(opening) ?? 0, term.length));
      }
    },
    within(folded) {
      const found = new Set<string>();
      for (let start = 0; start < folded.length; start += 1) {
        const longest = Math.min(LONGEST_TERM, longestFrom.get(folded.slice(start, start + 2)) ?? 0);
        for (let end = start + 2; end <= Math.min(folded.length, start + longest); end += 1) {
          const term = folded.slice(start, end);
          if (articlesOfTerm.has(term)) found.add(term);
        }
      }
      return [...found];
    },
  };
}
