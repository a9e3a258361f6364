import { z } from 'zod';
import type { Article } from '../../article/article.ts';
import { fold } from '../../language/fold.ts';
import { type Rarity, rarityIn } from '../../language/rarity.ts';
import { cutKnown } from '../../language/segment.ts';
import type { Passage } from '../../passages/passages.ts';
import { piecesOf } from '../../passages/pieces.ts';
import type { Question } from '../../question/question.ts';
import { type Steps, takeAll } from '../../steps.ts';
import { createGramCounts, type GramCounts } from './gram-counts.ts';
import { createTermIndex, type TermIndex } from './term-index.ts';
import { type CutText, createTermSet, indexTerms, ownTermsOf } from './terms.ts';

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

/** Whole numbers from 0 to 2³² - 1 as text: a tenth of the time that JSON takes for half a million of them. */
function numbersToText(numbers: Uint32Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');
}

/** What `numbersToText` wrote on a machine of the same byte order. @throws Error when it is cut short. */
function numbersFromText(text: string): Uint32Array {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length % 4 !== 0) throw new Error('stored numbers are cut short');
  // A copy: a Buffer may begin anywhere in memory.
  return new Uint32Array(new Uint8Array(bytes).buffer);
}

const NUMBERS = z.string().transform(numbersFromText);
/** The first line of an export. MiniSearch's own JSON is the second: as a string within JSON it would be read twice. */
const EXPORTED = z.object({
  /** Another version reads and writes another format. */
  version: z.literal('passages-3'),
  store: z.object({
    articles: z.array(
      z.object({ id: z.string(), hash: z.string(), first: z.int().nonnegative(), own: z.array(z.string()) }),
    ),
    terms: z.object({ terms: z.array(z.string()).readonly(), frequencies: NUMBERS }),
    grams: z.object({ keys: NUMBERS, counts: NUMBERS }),
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

/** How an article stands in the store. */
interface Held {
  readonly article: Article;
  /** The number of its first passage. */
  readonly first: number;
  /** Its own terms, see `ownTermsOf`. */
  readonly own: ReadonlySet<string>;
}

/** @throws Error where two passages have one number */
function numbersOf(inOrder: readonly Held[]): Set<number> {
  const numbers = new Set<number>();
  for (const { article, first } of inOrder) {
    for (let at = 0; at < piecesOf(article).length; at += 1) {
      if (numbers.has(first + at)) throw new Error(`article ${article.id} has the numbers of another`);
      numbers.add(first + at);
    }
  }
  return numbers;
}

/** @param known articles that terms and counts already hold */
function storeOver(terms: TermIndex, grams: GramCounts, known: readonly Held[] = []): PassageStore {
  const articles = new Map<string, Article>();
  const held = new Map<string, Held>();
  /** Those that are seen. The terms hold more while an article comes or goes, or where a step of that has thrown. */
  const passages = new Map<number, Passage>();
  const ownTerms = createTermSet();
  let nextNumber = 0;
  let version = 0;

  function show(one: Held): void {
    const { article, first, own } = one;
    for (const [index, passage] of piecesOf(article).entries()) passages.set(first + index, passage);
    ownTerms.count(own, 1);
    articles.set(article.id, article);
    held.set(article.id, one);
    nextNumber = Math.max(nextNumber, first + piecesOf(article).length);
    version += 1;
  }

  function hide({ article, first, own }: Held): void {
    for (const index of piecesOf(article).keys()) passages.delete(first + index);
    ownTerms.count(own, -1);
    articles.delete(article.id);
    held.delete(article.id);
    version += 1;
  }

  /**
   * Counts the passages of an article in (1) or out (-1), a passage a step.
   * @param first the number of the first of them
   * @returns the article's own terms: always the same for the same article
   */
  function* counting(article: Article, first: number, step: 1 | -1): Generator<void, ReadonlySet<string>> {
    const texts: CutText[] = [];
    for (const { folded } of piecesOf(article)) {
      texts.push({ folded, known: cutKnown(folded) });
      yield;
    }
    const own = ownTermsOf([...headingsOf(article), ...texts]);
    const ownOfArticle = createTermSet(own);
    for (const [index, { folded, known }] of texts.entries()) {
      const found = indexTerms(folded, ownOfArticle, known);
      if (step > 0) terms.add(first + index, found);
      else terms.remove(first + index, found);
      grams.count(folded, step);
      yield;
    }
    return own;
  }

  for (const one of known) show(one);

  return {
    *adding(article, shown = () => {}) {
      const first = nextNumber;
      nextNumber += piecesOf(article).length;
      const own = yield* counting(article, first, 1);
      const before = held.get(article.id);
      if (before !== undefined) hide(before);
      show({ article, first, own });
      shown();
      if (before !== undefined) yield* counting(before.article, before.first, -1);
    },
    *removing(articleId) {
      const gone = held.get(articleId);
      if (gone === undefined) return;
      hide(gone);
      yield* counting(gone.article, gone.first, -1);
    },
    articles,
    get size() {
      return passages.size;
    },
    candidates({ content, known }, limit, accept = () => true) {
      const isAccepted = (number: number): boolean => {
        const passage = passages.get(number);
        return passage !== undefined && accept(passage);
      };
      const found = terms.search(indexTerms(content, ownTerms, known), limit, isAccepted);
      return found.flatMap((number) => passages.get(number) ?? []);
    },
    frequency: terms.frequency,
    pairFrequency: grams.of,
    characters: grams.characters,
    vocabulary: terms.vocabulary,
    get version() {
      return version;
    },
    export() {
      const { index, terms: vocabulary, frequencies } = terms.stored();
      const { keys, counts } = grams.stored();
      const store = {
        articles: [...held.values()].map(({ article: { id, hash }, first, own }) => ({
          id,
          hash,
          first,
          own: [...own],
        })),
        terms: { terms: vocabulary, frequencies: numbersToText(frequencies) },
        grams: { keys: numbersToText(keys), counts: numbersToText(counts) },
      };
      return `${JSON.stringify({ version: 'passages-3', store } satisfies z.input<typeof EXPORTED>)}\n${index}`;
    },
    get rarity() {
      return rarityIn({ passages: passages.size, gram: grams.of, term: terms.frequency });
    },
  };
}

function headingsOf({ sections }: Article): CutText[] {
  const headings = sections.flatMap(({ heading }) => (heading === null ? [] : [fold(heading)]));
  return headings.map((folded) => ({ folded, known: cutKnown(folded) }));
}

/** Remembers what was made of a store until articles come or go. */
export function oncePerVersion<Made>(make: (store: PassageStore) => Made): (store: PassageStore) => Made {
  const known = new WeakMap<PassageStore, { readonly version: number; readonly made: Made }>();
  return (store) => {
    const last = known.get(store);
    if (last?.version === store.version) return last.made;
    const made = make(store);
    known.set(store, { version: store.version, made });
    return made;
  };
}
