import type { Article } from '../article/article.ts';

/**
 * Where the engine's host gets the articles of a server from: a database, or somebody's memory. `server` is Discord's
 * id of a guild. What rejects is told to whoever asked: nothing is answered from what may be out of date.
 */
export interface Shelves {
  /**
   * 0 where the server has nothing of its own and sees the operator's articles; another number after each change of
   * what `shelf` gives. Asked once, and again after each change that is told of: it may cost a query.
   */
  revision(server: string): Promise<number>;
  /** All of it, as it is now. Asked where a question meets a revision that the engine does not hold. */
  shelf(server: string): Promise<ServerShelf>;
  /** Tells of a change, whoever made it and wherever, as soon as it is known. @returns what ends it */
  onChange(listener: (server: string) => void): () => void;
}

/** What a server is answered from, at a moment. */
export interface ServerShelf {
  readonly revision: number;
  /** The server's own, in the order of their ids, each of which is there once. */
  readonly articles: readonly Article[];
  /** Whether the operator's articles are answered from, too, where its own give no answer. */
  readonly operatorsArticles: boolean;
}
