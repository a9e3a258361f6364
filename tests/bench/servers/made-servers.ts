import type { Article } from '../../../src/article/article.ts';
import { contentHash } from '../../../src/article/hash.ts';
import type { Store } from '../../../src/store/store.ts';
import { readSets } from '../../quality/sets.ts';

/** Servers with articles that no other has. */
export interface MadeServers {
  readonly questions: readonly string[];
  articlesOf(server: string): readonly Article[];
  /** Puts a server's articles on its shelf, as a moderator would. */
  keep(store: Store, server: string): Promise<void>;
}

/** Whoever has added them. */
const MODERATOR = '100000000000000001';
const LIMITS = { articles: 100, bytes: 10_000_000, uploadsPerDay: 100 };

/** @param folder of `tests/quality`: five articles of real length, with questions */
export function madeServers(folder: string): MadeServers {
  const sets = readSets(folder);
  const articlesOf = (server: string) => sets.map(({ article }) => varied(article, Number(server)));
  return {
    questions: sets.flatMap(({ questions }) => questions.map(({ q }) => q)),
    articlesOf,
    async keep(store, server) {
      for (const article of articlesOf(server)) {
        const file = { name: `${article.id}.txt`, bytes: Buffer.from(textOf(article)) };
        await store.add(server, { token: `${server}-${article.id}`, file, article, addedBy: MODERATOR }, LIMITS);
      }
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

function textOf({ title, sections }: Article): string {
  return [title, ...sections.flatMap(({ heading, paragraphs }) => [heading ?? '', ...paragraphs])].join('\n');
}
