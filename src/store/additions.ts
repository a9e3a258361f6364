import { sql, type Transaction, type Updateable } from 'kysely';
import type { Change, Database } from './database.ts';
import { digestOf, storable } from './digests.ts';
import { columnsOf } from './kept-article.ts';
import { keptOn } from './shelves.ts';
import { type Addition, type KeptArticle, LimitReached, type Limits, type StoredFile } from './store.ts';
import type { Tables } from './tables.ts';

/** Of a file's content in a row. PGlite holds its thread while it takes one. Bytes. */
const PIECE = 256 * 1024;

/** What of `Store` puts articles with their files on a shelf, and back on it. */
export function additions(database: Database) {
  return {
    add: (server: string, addition: Addition, limits: Limits): Promise<KeptArticle> =>
      database.change(server, (change) => add(server, addition, limits, change)),

    restore: (server: string, id: string, limits?: Limits): Promise<KeptArticle | undefined> =>
      database.change(server, async ({ transaction, revise }) => {
        const kept = await keptOn(transaction, server, id);
        if (kept?.removedAt === undefined) return kept;
        if (limits !== undefined) await requireRoom(transaction, server, limits, kept.bytes);
        const restored = await transaction
          .updateTable('articles')
          .set({ removed_at: null })
          .where('server', '=', server)
          .where('id', '=', id)
          .where('removed_at', '>', sql<Date>`now() - interval '30 days'`)
          .returning('id')
          .executeTakeFirst();
        if (restored === undefined) return undefined;
        await revise();
        return await keptOn(transaction, server, id);
      }),

    async file(server: string, id: string): Promise<StoredFile | undefined> {
      if (database.isEmpty()) return undefined;
      return await database.read(async (tables) => {
        const file = await tables
          .selectFrom('files')
          .innerJoin('articles', 'articles.file', 'files.id')
          .where('articles.server', '=', server)
          .where('files.server', '=', server)
          .where('articles.id', '=', id)
          .select(['files.id', 'files.name', 'files.bytes'])
          .executeTakeFirst();
        if (file === undefined) return undefined;
        const bytes = Buffer.alloc(file.bytes);
        let read = 0;
        for (let number = 0; read < file.bytes; number += 1) {
          const piece = await tables
            .selectFrom('file_pieces')
            .where('file', '=', file.id)
            .where('number', '=', number)
            .select('content')
            .executeTakeFirst();
          // It was deleted meanwhile.
          if (piece === undefined) return undefined;
          bytes.set(piece.content, read);
          read += piece.content.length;
        }
        return { name: file.name, bytes };
      });
    },
  };
}

async function add(
  server: string,
  { token, file, article, addedBy, replaces }: Addition,
  limits: Limits,
  { transaction, revise }: Change,
): Promise<KeptArticle> {
  const before = await addedBefore(transaction, server, token);
  if (before !== undefined) return before;
  const replaced = replaces === undefined ? undefined : await keptOn(transaction, server, replaces);
  const isReplacing = replaced !== undefined && replaced.removedAt === undefined;
  await requireUpload(transaction, server, limits);
  await requireRoom(transaction, server, limits, file.bytes.length, isReplacing ? replaced : undefined);
  const id = isReplacing ? replaced.article.id : await freeId(transaction, server, article.id);
  await transaction
    .insertInto('uploads')
    .values({ server, token, article_id: id })
    // Its article is gone for good.
    .onConflict((sent) => sent.columns(['server', 'token']).doUpdateSet({ article_id: id }))
    .execute();
  const row = { ...columnsOf({ ...article, id }), file: await putFile(transaction, server, file), added_by: addedBy };
  if (isReplacing) await replace(transaction, server, replaced, row);
  else
    await transaction
      .insertInto('articles')
      .values({ ...row, server, removed_at: null })
      .execute();
  await dropBeyond(transaction, server, limits.bytes);
  await revise();
  const kept = await keptOn(transaction, server, id);
  if (kept === undefined) throw new TypeError('what was given to be added is no article');
  return kept;
}

async function addedBefore(
  transaction: Transaction<Tables>,
  server: string,
  token: string,
): Promise<KeptArticle | undefined> {
  const sent = await transaction
    .selectFrom('uploads')
    .where('server', '=', server)
    .where('token', '=', token)
    .select('article_id')
    .executeTakeFirst();
  return sent === undefined ? undefined : await keptOn(transaction, server, sent.article_id);
}

/** @throws LimitReached where the server has had its uploads of the last 24 hours */
async function requireUpload(transaction: Transaction<Tables>, server: string, limits: Limits): Promise<void> {
  const { uploads } = await transaction
    .selectFrom('uploads')
    .where('server', '=', server)
    .where('at', '>', sql<Date>`now() - interval '1 day'`)
    .select((count) => count.fn.countAll<string>().as('uploads'))
    .executeTakeFirstOrThrow();
  if (Number(uploads) >= limits.uploadsPerDay) throw new LimitReached('uploadsPerDay', limits.uploadsPerDay);
}

/**
 * @param bytes to come
 * @param leaving what makes room for it
 * @throws LimitReached
 */
async function requireRoom(
  transaction: Transaction<Tables>,
  server: string,
  limits: Limits,
  bytes: number,
  leaving?: KeptArticle,
): Promise<void> {
  const kept = await transaction
    .selectFrom('articles')
    .innerJoin('files', 'files.id', 'articles.file')
    .where('articles.server', '=', server)
    .where('articles.removed_at', 'is', null)
    .select((all) => [all.fn.countAll<string>().as('articles'), all.fn.sum<string | null>('files.bytes').as('bytes')])
    .executeTakeFirstOrThrow();
  if (Number(kept.articles) + (leaving === undefined ? 1 : 0) > limits.articles) {
    throw new LimitReached('articles', limits.articles);
  }
  if (Number(kept.bytes ?? 0) - (leaving?.bytes ?? 0) + bytes > limits.bytes) {
    throw new LimitReached('bytes', limits.bytes);
  }
}

/** Puts a row in the place of another, which becomes an article that was removed, under an id of its own. */
async function replace(
  transaction: Transaction<Tables>,
  server: string,
  { article }: KeptArticle,
  row: Updateable<Tables['articles']>,
): Promise<void> {
  const old = await transaction
    .selectFrom('articles')
    .where('server', '=', server)
    .where('id', '=', article.id)
    .select(['file', 'added_by', 'added_at'])
    .executeTakeFirstOrThrow();
  await transaction
    .updateTable('articles')
    .set({ ...row, added_at: sql<Date>`now()` })
    .where('server', '=', server)
    .where('id', '=', article.id)
    .execute();
  const columns = columnsOf({ ...article, id: await freeId(transaction, server, article.id) });
  await transaction
    .insertInto('articles')
    .values({ ...columns, ...old, server, removed_at: sql<Date>`now()` })
    .execute();
}

/** The id that is wished for, or the first of those with a number behind it that was never given to another article. */
async function freeId(transaction: Transaction<Tables>, server: string, wish: string): Promise<string> {
  const articles = await transaction.selectFrom('articles').where('server', '=', server).select('id').execute();
  const spent = await transaction.selectFrom('spent_ids').where('server', '=', server).select('digest').execute();
  const taken = new Set([...articles.map(({ id }) => hexDigest(id)), ...spent.map(({ digest }) => hexOf(digest))]);
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wish : `${wish}-${number}`;
    if (!taken.has(hexDigest(id))) return id;
  }
}

function hexDigest(id: string): string {
  return hexOf(digestOf(id));
}

function hexOf(digest: Uint8Array): string {
  return Buffer.from(digest).toString('hex');
}

/** @returns the id of the file */
async function putFile(transaction: Transaction<Tables>, server: string, file: StoredFile): Promise<string> {
  const { id } = await transaction
    .insertInto('files')
    .values({ server, name: storable(file.name), bytes: file.bytes.length })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (let number = 0; number * PIECE < file.bytes.length; number += 1) {
    const content = file.bytes.subarray(number * PIECE, (number + 1) * PIECE);
    await transaction.insertInto('file_pieces').values({ file: id, number, content }).execute();
  }
  return id;
}

/** Of what was removed, the latest so many bytes are kept: removing and adding in turn does not fill the disk. */
async function dropBeyond(transaction: Transaction<Tables>, server: string, bytes: number): Promise<void> {
  const removed = await transaction
    .selectFrom('articles')
    .innerJoin('files', 'files.id', 'articles.file')
    .where('articles.server', '=', server)
    .where('articles.removed_at', 'is not', null)
    .select(['articles.id', 'files.bytes'])
    .orderBy('articles.removed_at', 'desc')
    .execute();
  let sum = 0;
  const beyond = removed.filter((article) => {
    sum += article.bytes;
    return sum > bytes;
  });
  await dropArticles(
    transaction,
    server,
    beyond.map(({ id }) => id),
  );
}

/** Deletes articles for good; their ids are not given again. */
export async function dropArticles(
  transaction: Transaction<Tables>,
  server: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await transaction
    .insertInto('spent_ids')
    .values(ids.map((id) => ({ server, digest: digestOf(id) })))
    .onConflict((known) => known.doNothing())
    .execute();
  // What belongs to a file goes with it.
  await transaction
    .deleteFrom('files')
    .where('server', '=', server)
    .where('id', 'in', (of) =>
      of
        .selectFrom('articles')
        .select('file')
        .where('server', '=', server)
        .where('id', 'in', [...ids]),
    )
    .execute();
}
