import { randomBytes } from 'node:crypto';
import type { Article } from '../article/article.ts';

/** So many articles are kept for one person; the one that was laid down first goes first. */
const MOST = 20;

/** An article that somebody laid down on the page. */
export interface LaidDownArticle {
  /** Names it, and as a server's id the shelf on which it stands alone. */
  readonly shelf: string;
  readonly article: Article;
  /** What the file said; undefined where it held an article as it is. */
  readonly original: string | undefined;
}

/** What one person has laid down; gone with the process. */
export interface LaidDownArticles {
  add(article: Article, original: string | undefined): LaidDownArticle;
  of(shelf: string): LaidDownArticle | undefined;
  /** The last one first. */
  all(): readonly LaidDownArticle[];
}

export function createLaidDown(): LaidDownArticles {
  const kept = new Map<string, LaidDownArticle>();
  return {
    add(article, original) {
      const shelf = `page-${randomBytes(8).toString('hex')}`;
      const laidDown = { shelf, article, original };
      kept.set(shelf, laidDown);
      const [first] = kept.keys();
      if (kept.size > MOST && first !== undefined) kept.delete(first);
      return laidDown;
    },
    of: (shelf) => kept.get(shelf),
    all: () => [...kept.values()].reverse(),
  };
}
