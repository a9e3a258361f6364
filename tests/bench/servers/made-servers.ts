import type { Article } from '../../../src/article/article.ts';
import { contentHash } from '../../../src/article/hash.ts';
import type { ServerShelf, Shelves } from '../../../src/engine/shelves.ts';
import { readSets } from '../../quality/sets.ts';

/** Servers with articles that are made when they are asked for, so that they take no room where they are measured. */
export interface MadeServers extends Shelves {
  readonly questions: readonly string[];
  /** The articles of a server, which no other has. */
  articlesOf(server: string): readonly Article[];
  /** Lets servers see the operator's articles from now on, or not. */
  showOperators(are: boolean): void;
}

/** @param folder of `tests/quality`: five articles of real length, with questions */
export function madeServers(folder: string): MadeServers {
  const sets = readSets(folder);
  const listeners = new Set<(server: string) => void>();
  const seen = new Set<string>();
  let operatorsArticles = true;
  let revision = 1;
  const articlesOf = (server: string) => sets.map(({ article }) => varied(article, Number(server)));
  return {
    questions: sets.flatMap(({ questions }) => questions.map(({ q }) => q)),
    articlesOf,
    showOperators(are) {
      operatorsArticles = are;
      revision += 1;
      for (const server of seen) for (const listener of listeners) listener(server);
    },
    revision: async (server) => {
      seen.add(server);
      return revision;
    },
    shelf: async (server): Promise<ServerShelf> => ({ revision, articles: articlesOf(server), operatorsArticles }),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The same article with other figures: every digit moves on by the server's number. */
function varied(article: Article, number: number): Article {
  const vary = (text: string) => text.replace(/\d/g, (digit) => String((Number(digit) + number) % 10));
  const sections = article.sections.map((section) => ({ ...section, paragraphs: section.paragraphs.map(vary) }));
  const title = `${article.title}（${number}）`;
  return { ...article, title, sections, hash: contentHash(title, sections) };
}
