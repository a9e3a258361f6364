import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Kysely, Transaction } from 'kysely';
import type { z } from 'zod';
import { type END, type HEADER, rowLine } from './backup-rows.ts';
import type { Database } from './database.ts';
import { StoreMistake } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * Writes all that is kept into one file: lines of JSON, compressed, of one moment, the same whichever database it is.
 * The file appears whole, for its owner alone; one of that name is not written over.
 *
 * @returns rows
 * @throws StoreMistake, StoreUnavailable; what the system says of the file
 */
export async function backUp(database: Database, file: string): Promise<number> {
  if (existsSync(file)) throw new StoreMistake('there is a file of that name already');
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    const rows = database.isEmpty()
      ? await write(unfinished, none())
      : await database.read((tables) =>
          tables
            .transaction()
            .setIsolationLevel('repeatable read')
            .execute((moment) => write(unfinished, allRows(moment))),
        );
    await rename(unfinished, file);
    return rows;
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** @returns how many rows there were */
async function write(file: string, rows: AsyncIterable<string>): Promise<number> {
  let count = 0;
  async function* lines() {
    const header: z.infer<typeof HEADER> = {
      format: 'wenzhai library',
      version: 1,
      madeAt: new Date().toISOString(),
    };
    yield `${JSON.stringify(header)}\n`;
    for await (const row of rows) {
      count += 1;
      yield `${row}\n`;
    }
    const end: z.infer<typeof END> = { rows: count };
    yield `${JSON.stringify(end)}\n`;
  }
  const output = createWriteStream(file, { flags: 'w', mode: 0o600, flush: true });
  try {
    await pipeline(Readable.from(lines()), createGzip(), output);
  } catch (error) {
    const { code = '', syscall } = error as NodeJS.ErrnoException;
    const isOfDatabase = syscall === undefined || /^(EPIPE|ECONN|ETIMEDOUT)/.test(code);
    if (isOfDatabase) throw error;
    throw new StoreMistake(`the file cannot be written (${code})`);
  }
  return count;
}

async function* none(): AsyncGenerator<string> {}

/** Server by server, and of each one file after the other: what is in memory at once is a file's piece. */
async function* allRows(tables: Kysely<Tables> | Transaction<Tables>): AsyncGenerator<string> {
  const servers = await tables.selectFrom('servers').selectAll().orderBy('id').execute();
  for (const server of servers) {
    yield rowLine('servers', server);
    for (const file of await of(tables, 'files', server.id)) {
      yield rowLine('files', file);
      yield* pieces(tables, file.id);
    }
    const articles = await tables.selectFrom('articles').select('id').where('server', '=', server.id).execute();
    for (const { id } of articles) {
      const article = await tables
        .selectFrom('articles')
        .selectAll()
        .where('server', '=', server.id)
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      yield rowLine('articles', article);
    }
    for (const upload of await of(tables, 'uploads', server.id)) yield rowLine('uploads', upload);
    for (const spent of await of(tables, 'spent_ids', server.id)) yield rowLine('spent_ids', spent);
    for (const binding of await of(tables, 'bindings', server.id)) yield rowLine('bindings', binding);
    for (const question of await of(tables, 'questions', server.id)) yield rowLine('questions', question);
  }
}

async function* pieces(tables: Kysely<Tables> | Transaction<Tables>, file: string): AsyncGenerator<string> {
  for (let number = 0; ; number += 1) {
    const piece = await tables
      .selectFrom('file_pieces')
      .selectAll()
      .where('file', '=', file)
      .where('number', '=', number)
      .executeTakeFirst();
    if (piece === undefined) return;
    yield rowLine('file_pieces', piece);
  }
}

function of<Table extends 'files' | 'uploads' | 'spent_ids' | 'bindings' | 'questions'>(
  tables: Kysely<Tables> | Transaction<Tables>,
  table: Table,
  server: string,
) {
  return (tables as Kysely<Pick<Tables, 'files'>>)
    .selectFrom(table as 'files')
    .selectAll()
    .where('server', '=', server)
    .execute();
}
