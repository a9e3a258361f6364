import { randomBytes } from 'node:crypto';
import type { Article } from '../article/article.ts';
import type { Shelves } from '../engine/shelves.ts';

/** So many articles are kept for one person; the one that was laid down first goes first. */
export const MOST_LAID_DOWN = 100;

/** An article that somebody laid down on the page. */
export interface LaidDownArticle {
  /** Names it, and as a server's id the shelf on which it stands alone. */
  readonly shelf: string;
  readonly article: Article;
  /** What the file said; undefined where it held an article as it is. */
  readonly original: string | undefined;
}

/** What was laid down on the page, each article by somebody; gone with the process. */
export interface LaidDownArticles {
  /** Where the engine gets them from. */
  readonly shelves: Shelves;
  add(user: string, article: Article, original: string | undefined): LaidDownArticle;
  /** @returns undefined for what is not this person's */
  of(user: string, shelf: string): LaidDownArticle | undefined;
  /** The last one first. */
  allOf(user: string): readonly LaidDownArticle[];
  /** The person does not come back. */
  forget(user: string): void;
}

export function createLaidDown(): LaidDownArticles {
  const kept = new Map<string, LaidDownArticle & { readonly user: string }>();
  const listeners = new Set<(server: string) => void>();

  function remove(shelf: string): void {
    kept.delete(shelf);
    for (const listener of listeners) listener(shelf);
  }

  const allOf = (user: string) => [...kept.values()].filter((one) => one.user === user).reverse();
  return {
    shelves: {
      revision: async (server) => (kept.has(server) ? 1 : 0),
      async shelf(server) {
        const article = kept.get(server)?.article;
        if (article === undefined) return { revision: 0, articles: [], operatorsArticles: true };
        return { revision: 1, articles: [article], operatorsArticles: false, isPassing: true };
      },
      onChange(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    add(user, article, original) {
      const shelf = `page-${randomBytes(8).toString('hex')}`;
      const laidDown = { shelf, article, original, user };
      kept.set(shelf, laidDown);
      for (const old of allOf(user).slice(MOST_LAID_DOWN)) remove(old.shelf);
      return laidDown;
    },
    of(user, shelf) {
      const found = kept.get(shelf);
      return found?.user === user ? found : undefined;
    },
    allOf,
    forget(user) {
      for (const { shelf } of allOf(user)) remove(shelf);
    },
  };
}
