import { z } from 'zod';
import type { Article } from '../article/article.ts';
import { type Steps, takeAll } from './store/steps.ts';
import {
  createPassageStore,
  type PassageStore,
  restorePassageStore,
  StaleIndex,
  StoredStoreSchema,
} from './store/store.ts';

/** The passages of a library, ready to be searched. */
export interface PassageIndex {
  /** What finds and reads look into. */
  readonly store: PassageStore;
  /**
   * Takes in an article; one of the same id is replaced. Done step by step, so that others can be answered
   * between two steps, who see the whole article or nothing of it.
   * @param shown told in the very step from which on it is seen
   */
  adding(article: Article, shown?: () => void): Steps;
  /** Drops an article, step by step; an unknown id is no error. */
  removing(articleId: string): Steps;
  /** How many passages are indexed. */
  readonly size: number;
  /** The index as a text for `importPassageIndex`, without the articles. */
  export(): string;
}

/** Part of a stored index's key: another version reads and writes another format. */
export const INDEX_VERSION = 'passages-3';

/** Indexes articles; more can be added later. */
export function createPassageIndex(articles: readonly Article[]): PassageIndex {
  const index = indexOver(createPassageStore());
  for (const article of articles) takeAll(index.adding(article));
  return index;
}

/**
 * The index that `export` stored, over the same articles.
 * @throws StaleIndex when it was made of other articles, another error when the text is damaged.
 */
export function importPassageIndex(stored: string, articles: readonly Article[]): PassageIndex {
  const endOfLine = stored.indexOf('\n');
  const { version, store } = StoredIndexSchema.parse(JSON.parse(endOfLine < 0 ? stored : stored.slice(0, endOfLine)));
  if (version !== INDEX_VERSION) throw new StaleIndex(`the index is of version ${version}, not ${INDEX_VERSION}`);
  return indexOver(
    restorePassageStore({ ...StoredStoreSchema.parse(store), index: stored.slice(endOfLine + 1) }, articles),
  );
}

/** Two lines: this, and MiniSearch's JSON, which as a string within JSON would be read twice. */
const StoredIndexSchema = z.object({ version: z.string(), store: z.unknown() });

function indexOver(store: PassageStore): PassageIndex {
  return {
    store,
    adding: store.adding,
    removing: store.removing,
    get size() {
      return store.size;
    },
    export() {
      const { index: searchIndex, ...stored } = store.stored();
      return `${JSON.stringify({ version: INDEX_VERSION, store: stored })}\n${searchIndex}`;
    },
  };
}
