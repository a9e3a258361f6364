import type { Article } from '../article/article.ts';
import { fold } from '../language/fold.ts';
import { cutKnown } from '../language/segment.ts';
import { createTermIndex } from './candidates.ts';
import { type Rarity, rarityIn } from './evidence/commonness.ts';
import { createGramCounts } from './evidence/gram-counts.ts';
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
  /** How rare things are here. */
  readonly rarity: Rarity;
}

export function createPassageStore(): PassageStore {
  const terms = createTermIndex();
  const grams = createGramCounts();
  const articles = new Map<string, Article>();
  const passages = new Map<number, Passage>();
  const numbersOfArticle = new Map<string, readonly number[]>();
  const ownTerms = createOwnTerms();
  let nextNumber = 0;
  let version = 0;

  return {
    add(article) {
      version += 1;
      const { read, own } = readArticle(article);
      ownTerms.count(own, 1);
      const numbers = read.map(({ passage, terms: termsOfPassage }) => {
        const number = nextNumber++;
        passages.set(number, passage);
        terms.add(number, termsOfPassage());
        grams.count(passage.folded, 1);
        return number;
      });
      articles.set(article.id, article);
      numbersOfArticle.set(article.id, numbers);
    },
    remove(articleId) {
      const article = articles.get(articleId);
      if (article === undefined) return;
      version += 1;
      const { read, own } = readArticle(article);
      ownTerms.count(own, -1);
      numbersOfArticle.get(articleId)?.forEach((number, index) => {
        const { passage, terms: termsOfPassage } = read[index] ?? {};
        passages.delete(number);
        if (passage === undefined || termsOfPassage === undefined) return;
        terms.remove(number, termsOfPassage());
        grams.count(passage.folded, -1);
      });
      articles.delete(articleId);
      numbersOfArticle.delete(articleId);
    },
    articles,
    get size() {
      return passages.size;
    },
    candidates(question, limit, accept) {
      const content = blanked(question.folded, question.asking);
      const isAccepted = (number: number): boolean => {
        const passage = passages.get(number);
        return passage !== undefined && (accept?.(passage) ?? true);
      };
      const found = terms.search(indexTerms(content, ownTerms.within(content)), limit, accept && isAccepted);
      return found.flatMap(({ passage }) => passages.get(passage) ?? []);
    },
    frequency: terms.frequency,
    pairFrequency: grams.of,
    characters: grams.characters,
    vocabulary: () => terms.vocabulary().keys(),
    get version() {
      return version;
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
  return {
    count(terms, step) {
      for (const term of terms) {
        const articles = (articlesOfTerm.get(term) ?? 0) + step;
        if (articles > 0) articlesOfTerm.set(term, articles);
        else articlesOfTerm.delete(term);
      }
    },
    within(folded) {
      const found = new Set<string>();
      for (let start = 0; start < folded.length; start += 1) {
        for (let end = start + 2; end <= Math.min(folded.length, start + LONGEST_TERM); end += 1) {
          const term = folded.slice(start, end);
          if (articlesOfTerm.has(term)) found.add(term);
        }
      }
      return [...found];
    },
  };
}
