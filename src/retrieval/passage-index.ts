import { z } from 'zod';
import type { Article } from '../article/article.ts';
import type { Answer } from './answer.ts';
import { respond } from './respond.ts';
import type { Scope } from './scope.ts';
import { createPassageStore, type PassageStore, restorePassageStore, StaleIndex } from './store.ts';

/** The passages of a library, ready to be asked. */
export interface PassageIndex {
  /** Answers any string; never throws, and its work is bounded whatever the string. */
  ask(question: string, scope?: Scope): Answer;
  /** Takes in an article; one of the same id is replaced. */
  add(article: Article): void;
  /** Drops an article; an unknown id is no error. */
  remove(articleId: string): void;
  /** How many passages are indexed. */
  readonly size: number;
  /** The index as a text for `importPassageIndex`, without the articles. */
  export(): string;
}

/** Part of a stored index's key: another version reads and writes another format. */
export const INDEX_VERSION = 'passages-1';

/** Indexes articles; more can be added later. */
export function createPassageIndex(articles: readonly Article[]): PassageIndex {
  const index = indexOver(createPassageStore());
  for (const article of articles) index.add(article);
  return index;
}

/**
 * The index that `export` stored, over the same articles.
 * @throws StaleIndex when it was made of other articles, another error when the text is damaged.
 */
export function importPassageIndex(stored: string, articles: readonly Article[]): PassageIndex {
  const { version, store } = StoredIndexSchema.parse(JSON.parse(stored));
  if (version !== INDEX_VERSION) throw new StaleIndex(`the index is of version ${version}, not ${INDEX_VERSION}`);
  return indexOver(restorePassageStore(store, articles));
}

const StoredIndexSchema = z.object({ version: z.string(), store: z.unknown() });

function indexOver(store: PassageStore): PassageIndex {
  return {
    ask: (question, scope = {}) => respond(store, question, scope),
    add(article) {
      store.remove(article.id);
      store.add(article);
    },
    remove: store.remove,
    get size() {
      return store.size;
    },
    export: () => JSON.stringify({ version: INDEX_VERSION, store: store.stored() }),
  };
}
