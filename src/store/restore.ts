import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { type Insertable, type Kysely, sql, type Transaction } from 'kysely';
import { END, HEADER, ROWS, type TableName } from './backup-rows.ts';
import type { Database } from './database.ts';
import { StoreMistake } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * Puts what a backup holds into a database, all of it or nothing.
 * @param replacing whether what the database holds is deleted first; one that is not empty is refused otherwise
 * @returns rows
 * @throws StoreMistake where the file is no whole backup, or the database is not empty; StoreUnavailable
 */
export async function restoreBackup(database: Database, file: string, replacing: boolean): Promise<number> {
  // Nothing is started for what is no backup at all.
  for await (const first of linesOf(file)) {
    requireHeader(first);
    break;
  }
  let tried: Tried | undefined;
  return await database.changeAll(async (transaction, told) => {
    // Nobody adds anything between the look at what is there and its end, and an earlier try is over.
    await sql`lock table servers in access exclusive mode`.execute(transaction);
    if (tried !== undefined && (await isDone(transaction, tried))) return tried.rows;
    for (const { id } of await transaction.selectFrom('servers').select('id').execute()) {
      if (!replacing) throw new StoreMistake('the database is not empty; --replace deletes what it holds first');
      told(id);
    }
    await sql`truncate servers cascade`.execute(transaction);
    const rows = await insertAll(transaction, linesOf(file));
    await goOnCounting(transaction);
    for (const { id } of await transaction.selectFrom('servers').select('id').execute()) told(id);
    tried = { id: await idOf(transaction), rows };
    return rows;
  });
}

/** A try whose word that it is done may be lost: what it put back is not to be taken for what was there before. */
interface Tried {
  /** The database's number of its transaction. */
  readonly id: string;
  readonly rows: number;
}

async function idOf(transaction: Transaction<Tables>): Promise<string> {
  const { rows } = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(transaction);
  return rows[0]?.id ?? '';
}

async function isDone(transaction: Transaction<Tables>, { id }: Tried): Promise<boolean> {
  const { rows } = await sql<{ status: string }>`select pg_xact_status(${id}::xid8) as status`.execute(transaction);
  return rows[0]?.status === 'committed';
}

async function insertAll(transaction: Transaction<Tables>, lines: AsyncIterable<unknown>): Promise<number> {
  let rows = 0;
  let line = 0;
  let isOver = false;
  for await (const value of lines) {
    line += 1;
    if (isOver) throw damaged(line);
    if (line === 1) {
      requireHeader(value);
      continue;
    }
    const end = END.safeParse(value);
    if (end.success) {
      if (end.data.rows !== rows) throw damaged(line);
      isOver = true;
      continue;
    }
    await insert(transaction, value, line);
    rows += 1;
  }
  if (!isOver) throw damaged(line);
  return rows;
}

/** @throws StoreMistake where the first line is no backup's */
function requireHeader(line: unknown): void {
  if (!HEADER.safeParse(line).success) throw new StoreMistake('the file is no backup that this version can read');
}

async function insert(transaction: Transaction<Tables>, value: unknown, line: number): Promise<void> {
  const [[table, row] = ['', undefined], ...others] = Object.entries(value ?? {});
  if (others.length > 0 || !Object.hasOwn(ROWS, table)) throw damaged(line);
  const parsed = ROWS[table as TableName].safeParse(row);
  if (!parsed.success) throw damaged(line);
  try {
    await transaction
      .insertInto(table as TableName)
      .values(parsed.data as Insertable<Tables[TableName]>)
      .execute();
  } catch (error) {
    // A row that another needs is missing, or one is there twice.
    if (/^2[23]/.test(String((error as { code?: unknown }).code))) throw damaged(line);
    throw error;
  }
}

/** Ids that were given are not given again, and no revision is one that somebody knows with other articles. */
async function goOnCounting(tables: Kysely<Tables>): Promise<void> {
  for (const table of ['files', 'questions'] as const) {
    await sql`select setval(pg_get_serial_sequence(${table}, 'id'), (select coalesce(max(id), 0) + 1 from ${sql.table(table)}), false)`.execute(
      tables,
    );
  }
  await sql`select setval('revisions', greatest(nextval('revisions'), (select coalesce(max(revision), 0) from servers)))`.execute(
    tables,
  );
  await sql`update servers set revision = nextval('revisions') where revision > 0`.execute(tables);
}

async function* linesOf(file: string): AsyncGenerator<unknown> {
  const input = createReadStream(file);
  const unzipped = createGunzip();
  input.on('error', (error) => unzipped.destroy(error));
  input.pipe(unzipped);
  let line = 0;
  try {
    for await (const written of split(unzipped.setEncoding('utf8'))) {
      line += 1;
      yield JSON.parse(written);
    }
  } catch (error) {
    if (error instanceof SyntaxError) throw damaged(line);
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code.startsWith('Z_')) {
      throw line === 0 ? new StoreMistake('the file is no backup that this version can read') : damaged(line + 1);
    }
    if (/^E[A-Z]+$/.test(code)) throw new StoreMistake(`the file cannot be read (${code})`);
    throw error;
  } finally {
    input.destroy();
  }
}

/** At line feeds alone: from version 24 on Node's own way of it breaks at U+2028, too, which stands in texts as it is. */
async function* split(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let pending: string[] = [];
  for await (const text of texts) {
    const [first = '', ...others] = text.split('\n');
    pending.push(first);
    for (const next of others) {
      yield pending.join('');
      pending = [next];
    }
  }
  const last = pending.join('');
  if (last !== '') yield last;
}

function damaged(line: number): StoreMistake {
  return new StoreMistake(`the backup is cut off or damaged (line ${line}); nothing was restored`);
}
