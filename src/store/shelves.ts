import { type Kysely, sql, type Transaction } from 'kysely';
import type { Article } from '../article/article.ts';
import { entitled } from '../article/hash.ts';
import type { Database } from './database.ts';
import { digestOf, textDigest } from './digests.ts';
import { ARTICLE_COLUMNS, type ArticleRow, columnsOf, keptArticle } from './kept-article.ts';
import type { KeptArticle, Likeness, Shelf } from './store.ts';
import type { Tables } from './tables.ts';

const EMPTY: Shelf = { revision: 0, articles: [] };

/** What of `Store` reads a server's shelf, and changes what stands on it. */
export function shelves(database: Database, onUnreadable: (id: string) => void) {
  return {
    async shelf(server: string): Promise<Shelf> {
      if (database.isEmpty()) return EMPTY;
      // One statement sees one moment: the revision goes with these articles.
      const rows = await database.read((tables) =>
        tables
          .selectFrom('servers')
          .leftJoin('articles', (join) =>
            join.onRef('articles.server', '=', 'servers.id').on('articles.removed_at', 'is', null),
          )
          .leftJoin('files', 'files.id', 'articles.file')
          .where('servers.id', '=', server)
          .select(['servers.revision', ...ARTICLE_COLUMNS])
          .orderBy('articles.id')
          .execute(),
      );
      const [first] = rows;
      if (first === undefined) return EMPTY;
      const articles = rows.flatMap((row) => {
        if (row.id === null) return [];
        const kept = keptArticle(row as ArticleRow);
        if (kept === undefined) onUnreadable(row.id);
        return kept ?? [];
      });
      return { revision: Number(first.revision), articles };
    },

    async revision(server: string): Promise<number> {
      if (database.isEmpty()) return 0;
      const row = await database.read((tables) =>
        tables.selectFrom('servers').select('revision').where('id', '=', server).executeTakeFirst(),
      );
      return Number(row?.revision ?? 0);
    },

    async likeness(server: string, article: Article): Promise<Likeness> {
      if (database.isEmpty()) return {};
      const text = textDigest(article);
      const rows = await database.read((tables) =>
        articlesOf(tables, server)
          .where('articles.removed_at', 'is', null)
          .where((match) =>
            match.or([
              match('articles.text_digest', '=', text),
              ...(article.title.trim() === '' ? [] : [match('articles.title_digest', '=', digestOf(article.title))]),
            ]),
          )
          .select('articles.text_digest')
          .orderBy('articles.added_at', 'desc')
          .execute(),
      );
      const same = rows.find((row) => text.equals(row.text_digest));
      const older = rows.find((row) => !text.equals(row.text_digest));
      return {
        ...found('same', same === undefined ? undefined : keptArticle(same)),
        ...found('older', older === undefined ? undefined : keptArticle(older)),
      };
    },

    rename: (server: string, id: string, title: string) =>
      database.change(server, async ({ transaction, revise }) => {
        const kept = await keptOn(transaction, server, id);
        if (kept === undefined || kept.removedAt !== undefined || kept.article.title === title) return kept;
        const article = entitled(kept.article, title);
        await transaction
          .updateTable('articles')
          .set(columnsOf(article))
          .where('server', '=', server)
          .where('id', '=', id)
          .execute();
        await revise();
        return { ...kept, article };
      }),

    remove: (server: string, id: string) =>
      database.change(server, async ({ transaction, revise }) => {
        const kept = await keptOn(transaction, server, id);
        if (kept === undefined || kept.removedAt !== undefined) return kept;
        await transaction
          .updateTable('articles')
          .set({ removed_at: sql<Date>`now()` })
          .where('server', '=', server)
          .where('id', '=', id)
          .execute();
        await revise();
        return await keptOn(transaction, server, id);
      }),

    async removed(server: string): Promise<KeptArticle[]> {
      if (database.isEmpty()) return [];
      const rows = await database.read((tables) =>
        articlesOf(tables, server)
          .where('articles.removed_at', 'is not', null)
          .where('articles.removed_at', '>', sql<Date>`now() - interval '30 days'`)
          .orderBy('articles.removed_at', 'desc')
          .orderBy('articles.id')
          .execute(),
      );
      return rows.flatMap((row) => keptArticle(row) ?? []);
    },
  };
}

/** The server's articles, removed ones too. */
export function articlesOf(tables: Kysely<Tables> | Transaction<Tables>, server: string) {
  return tables
    .selectFrom('articles')
    .innerJoin('files', 'files.id', 'articles.file')
    .where('articles.server', '=', server)
    .select(ARTICLE_COLUMNS);
}

/** One of the server's articles, a removed one too. */
export async function keptOn(
  tables: Kysely<Tables> | Transaction<Tables>,
  server: string,
  id: string,
): Promise<KeptArticle | undefined> {
  const row = await articlesOf(tables, server).where('articles.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : keptArticle(row);
}

function found<Name extends string>(name: Name, kept: KeptArticle | undefined) {
  return kept === undefined ? {} : { [name]: kept };
}
