import { Kysely, PostgresDialect, type PostgresPool, sql, type Transaction } from 'kysely';
import type { Insist } from './insist.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './tables.ts';

/** The name under which processes tell each other of changes. */
export const CHANNEL = 'library_changed';

/** The database, as what is kept in it is read and changed. */
export interface Database {
  /** Whether it is known without asking that nothing was ever kept. */
  isEmpty(): boolean;
  /** @param work is done again where it fails */
  read<Result>(work: (database: Kysely<Tables>) => Promise<Result>): Promise<Result>;
  /**
   * Changes what is kept of a server: all of it or nothing, and one change after the other.
   * @param work is done again where it fails, and must come to the same where it was done already
   */
  change<Result>(server: string, work: (change: Change) => Promise<Result>): Promise<Result>;
  /** Changes that go beyond one server. @returns what `work` returns; `told` servers are told of */
  changeAll<Result>(
    work: (transaction: Transaction<Tables>, told: (server: string) => void) => Promise<Result>,
  ): Promise<Result>;
  /** Gives back the room of what was deleted, where the database does not do that by itself. */
  tidy(): Promise<void>;
  /** Tells of a server when a change of it that was made here is done, or may be. @returns ends it */
  onChange(listener: (server: string) => void): () => void;
  close(): Promise<void>;
}

/** A change of what is kept of a server, under way. */
export interface Change {
  readonly transaction: Transaction<Tables>;
  /** It can be seen by others: they are told when it is done. */
  tell(): void;
  /** The articles are others now. */
  revise(): Promise<void>;
}

/** @param isEmpty see `Database` */
export function openDatabase(connections: PostgresPool, insist: Insist, isEmpty: () => boolean): Database {
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: connections }) });
  const listeners = new Set<(server: string) => void>();
  let migrated: Promise<void> | undefined;

  async function ready(): Promise<void> {
    migrated ??= migrate(database);
    try {
      await migrated;
    } catch (error) {
      // Whoever comes next tries again.
      migrated = undefined;
      throw error;
    }
  }

  async function changeAll<Result>(
    work: (transaction: Transaction<Tables>, told: (server: string) => void) => Promise<Result>,
  ): Promise<Result> {
    // Of all tries: one whose word was lost may have been done, and the next finds nothing left to change.
    const changed = new Set<string>();
    try {
      return await insist(async () => {
        await ready();
        return await database.transaction().execute(async (transaction) => {
          const result = await work(transaction, (server) => changed.add(server));
          for (const server of changed) await sql`select pg_notify(${CHANNEL}, ${server})`.execute(transaction);
          return result;
        });
      });
    } finally {
      for (const listener of listeners) for (const server of changed) listener(server);
    }
  }

  return {
    isEmpty,
    read: (work) =>
      insist(async () => {
        await ready();
        return await work(database);
      }),
    change: (server, work) =>
      changeAll(async (transaction, told) => {
        await transaction
          .insertInto('servers')
          .values({ id: server, left_at: null })
          .onConflict((known) => known.doNothing())
          .execute();
        await transaction.selectFrom('servers').select('id').where('id', '=', server).forUpdate().execute();
        const tell = () => told(server);
        return await work({ transaction, tell, revise: () => revise(transaction, server, tell) });
      }),
    changeAll,
    tidy: async () => {},
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await database.destroy();
      // Where nothing was ever asked kysely has not taken them over.
      await connections.end().catch(() => {});
    },
  };
}

async function revise(transaction: Transaction<Tables>, server: string, tell: () => void): Promise<void> {
  const revision = sql<string>`nextval('revisions')`;
  await transaction.updateTable('servers').set({ revision }).where('id', '=', server).execute();
  tell();
}
