import type { Article } from '../../src/article/article.ts';
import { contentHash } from '../../src/article/hash.ts';
import type { ServerShelf, Shelves } from '../../src/engine/shelves.ts';

/** Shelves in memory, and how often they were asked. */
export interface MadeShelves extends Shelves {
  /** Puts other articles on a server's shelf, and tells of it. */
  put(server: string, articles: readonly Article[], operatorsArticles?: boolean): void;
  /** As `put`, of which nobody is told yet. @returns tells */
  putQuietly(server: string, articles: readonly Article[], operatorsArticles?: boolean): () => void;
  /** What comes before an answer of the shelves, from now on. */
  hindrance: (asked: 'revision' | 'shelf', server: string) => Promise<void>;
  /** The servers whose articles were fetched, in order. */
  readonly fetched: string[];
  /** The servers whose revision was asked for, in order. */
  readonly looked: string[];
}

export function madeShelves(): MadeShelves {
  const shelves = new Map<string, ServerShelf>();
  const listeners = new Set<(server: string) => void>();
  const shelfOf = (server: string) => shelves.get(server) ?? { revision: 0, articles: [], operatorsArticles: true };
  const made: MadeShelves = {
    fetched: [],
    looked: [],
    hindrance: async () => {},
    putQuietly(server, articles, operatorsArticles = true) {
      shelves.set(server, { revision: shelfOf(server).revision + 1, articles, operatorsArticles });
      return () => {
        for (const listener of listeners) listener(server);
      };
    },
    put(server, articles, operatorsArticles) {
      made.putQuietly(server, articles, operatorsArticles)();
    },
    async revision(server) {
      made.looked.push(server);
      await made.hindrance('revision', server);
      return shelfOf(server).revision;
    },
    async shelf(server) {
      made.fetched.push(server);
      await made.hindrance('shelf', server);
      return shelfOf(server);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return made;
}

/** An article of one section. */
export function articleOf(id: string, title: string, ...paragraphs: readonly string[]): Article {
  const sections = [{ number: 0, heading: null, paragraphs }];
  return {
    id,
    hash: contentHash(title, sections),
    title,
    editors: [],
    breadcrumbs: [],
    script: 'hans',
    sections,
    repairs: [],
    removed: [],
  };
}
