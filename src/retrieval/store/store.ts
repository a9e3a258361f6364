import { z } from 'zod';
import type { Article } from '../../article/article.ts';
import { fold } from '../../language/fold.ts';
import { cutKnown, type Word } from '../../language/segment.ts';
import type { Question } from '../../question/question.ts';
import type { Passage } from '../passages/passages.ts';
import { piecesOf } from '../passages/pieces.ts';
import { type Rarity, rarityIn } from './commonness.ts';
import { createGramCounts, type GramCounts } from './gram-counts.ts';
import { type Steps, takeAll } from './steps.ts';
import { createTermIndex, type TermIndex } from './term-index.ts';
import { createTermSet, indexTerms, ownTermsOf } from './terms.ts';

/** The passages of a library, long ones in pieces (see `piecesOf`), with the counts over them. */
export interface PassageStore {
  /**
   * Takes in an article, a passage a step: a long one takes minutes, and questions can be answered between
   * two steps. They see all of the article or nothing of it; one of the same id is seen until then.
   * @param shown told in the very step from which on it is seen
   */
  adding(article: Article, shown?: () => void): Steps;
  /** Drops an article, seen by nobody from the first step on, a passage a step; an unknown id is no error. */
  removing(articleId: string): Steps;
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
  /** Everything but the articles themselves, as a text for `importPassageStore`. */
  export(): string;
  /** How rare things are here. */
  readonly rarity: Rarity;
}

/** The first line of an export. MiniSearch's own JSON is the second: as a string within JSON it would be read twice. */
const EXPORTED = z.object({
  /** Another version reads and writes another format. */
  version: z.literal('passages-3'),
  store: z.object({
    articles: z.array(
      z.object({ id: z.string(), hash: z.string(), first: z.int().nonnegative(), own: z.array(z.string()) }),
    ),
    terms: z.object({ terms: z.array(z.string()).readonly(), frequencies: z.string() }),
    grams: z.object({ keys: z.string(), counts: z.string() }),
  }),
});

/** A store of these articles; more can be taken in later. */
export function createPassageStore(articles: readonly Article[] = []): PassageStore {
  const store = storeOver(createTermIndex(), createGramCounts());
  for (const article of articles) takeAll(store.adding(article));
  return store;
}

/**
 * A store as it was, over the very same articles: nothing is cut into words again.
 * @param exported what `export` returned once
 * @throws Error when it is of other articles or another version, or damaged
 */
export function importPassageStore(exported: string, articles: readonly Article[]): PassageStore {
  const [head = '', index = ''] = exported.split('\n', 2);
  const { store } = EXPORTED.parse(JSON.parse(head));
  const byId = new Map(articles.map((article) => [article.id, article]));
  const indexed = new Set(store.articles.map(({ id }) => id));
  if (store.articles.length !== byId.size || indexed.size !== byId.size) throw new Error('other articles were indexed');
  const inOrder = store.articles.map(({ id, hash, first, own }) => {
    const article = byId.get(id);
    if (article?.hash !== hash) throw new Error(`article ${id} was indexed with other text`);
    return { article, first, own: new Set(own) };
  });
  const terms = createTermIndex({ ...store.terms, index }, numbersOf(inOrder));
  return storeOver(terms, createGramCounts(store.grams), inOrder);
}

/** @throws Error where two passages have one number */
function numbersOf(inOrder: readonly { readonly article: Article; readonly first: number }[]): Set<number> {
  const numbers = new Set<number>();
  for (const { article, first } of inOrder) {
    for (let at = 0; at < piecesOf(article).length; at += 1) {
      if (numbers.has(first + at)) throw new Error(`article ${article.id} has the numbers of another`);
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
  const held = new Map<string, Held>();
  const ownTerms = createTermSet();
  let nextNumber = 0;
  let version = 0;
  /**
   * Articles some of whose passages the terms hold without being seen: they are coming or going. A step that
   * throws leaves it so: what the terms hold of such an article then is never seen.
   */
  let unsettled = 0;

  function show(article: Article, { first, own }: Held): void {
    piecesOf(article).forEach((passage, index) => {
      passages.set(first + index, passage);
    });
    ownTerms.count(own, 1);
    articles.set(article.id, article);
    held.set(article.id, { first, own });
    nextNumber = Math.max(nextNumber, first + piecesOf(article).length);
    version += 1;
  }

  /** @returns what the terms still hold of it */
  function hide(articleId: string): { readonly article: Article; readonly first: number } | undefined {
    const article = articles.get(articleId);
    const known = held.get(articleId);
    if (article === undefined || known === undefined) return undefined;
    piecesOf(article).forEach((_, index) => {
      passages.delete(known.first + index);
    });
    ownTerms.count(known.own, -1);
    articles.delete(articleId);
    held.delete(articleId);
    version += 1;
    return { article, first: known.first };
  }

  function* forgetting({ article, first }: { readonly article: Article; readonly first: number }): Steps {
    const { read } = yield* readingArticle(article);
    for (const [index, { passage, terms: termsOfPassage }] of read.entries()) {
      terms.remove(first + index, termsOfPassage());
      grams.count(passage.folded, -1);
      yield;
    }
  }

  for (const { article, own, first } of known) show(article, { own, first });

  return {
    *adding(article, shown = () => {}) {
      unsettled += 1;
      const first = nextNumber;
      nextNumber += piecesOf(article).length;
      const { read, own } = yield* readingArticle(article);
      for (const [index, { passage, terms: termsOfPassage }] of read.entries()) {
        terms.add(first + index, termsOfPassage());
        grams.count(passage.folded, 1);
        yield;
      }
      const before = hide(article.id);
      show(article, { first, own });
      shown();
      if (before !== undefined) yield* forgetting(before);
      unsettled -= 1;
    },
    *removing(articleId) {
      const gone = hide(articleId);
      if (gone === undefined) return;
      unsettled += 1;
      yield* forgetting(gone);
      unsettled -= 1;
    },
    articles,
    get size() {
      return passages.size;
    },
    candidates({ content, known }, limit, accept) {
      const isAccepted = (of: number): boolean => {
        const passage = passages.get(of);
        return passage !== undefined && (accept?.(passage) ?? true);
      };
      const isChoosy = accept !== undefined || unsettled > 0;
      const found = terms.search(indexTerms(content, ownTerms, known), limit, isChoosy ? isAccepted : undefined);
      return found.flatMap(({ passage }) => passages.get(passage) ?? []);
    },
    frequency: terms.frequency,
    pairFrequency: grams.of,
    characters: grams.characters,
    vocabulary: terms.vocabulary,
    get version() {
      return version;
    },
    export() {
      const { index, ...termCounts } = terms.stored();
      const kept = [...articles.values()].map(({ id, hash }) => ({
        id,
        hash,
        first: held.get(id)?.first ?? 0,
        own: [...(held.get(id)?.own ?? [])],
      }));
      const store = { articles: kept, terms: termCounts, grams: grams.stored() };
      return `${JSON.stringify({ version: 'passages-3', store } satisfies z.infer<typeof EXPORTED>)}\n${index}`;
    },
    get rarity() {
      return rarityIn({ passages: passages.size, gram: grams.of, term: terms.frequency });
    },
  };
}

/** How an article stands in the store: the number of its first passage, and its own terms. */
interface Held {
  readonly first: number;
  readonly own: ReadonlySet<string>;
}

interface ReadPassage {
  readonly passage: Passage;
  readonly terms: () => string[];
}

/** An article's passages with the terms they are found by: always the same for the same article. A passage a step. */
function* readingArticle(article: Article): Generator<void, { read: ReadPassage[]; own: ReadonlySet<string> }> {
  const texts: { passage: Passage; folded: string; known: Word[] }[] = [];
  for (const passage of piecesOf(article)) {
    texts.push({ passage, folded: passage.folded, known: cutKnown(passage.folded) });
    yield;
  }
  const headings = article.sections
    .flatMap(({ heading }) => (heading === null ? [] : [fold(heading)]))
    .map((folded) => ({ folded, known: cutKnown(folded) }));
  const own = ownTermsOf([...headings, ...texts]);
  const ownTerms = createTermSet(own);
  const read = texts.map(({ passage, folded, known }) => ({
    passage,
    terms: () => indexTerms(folded, ownTerms, known),
  }));
  return { read, own };
}
