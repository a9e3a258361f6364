import { sql } from 'kysely';
import { dropArticles } from './additions.ts';
import type { Database } from './database.ts';
import type { KeptServer } from './store.ts';

/** Whoever deletes what is past its time has this lock. */
const EXPIRY = 7_129_350_021;

/** What of `Store` knows where the bot is, and deletes: a server's everything, and what is past its time. */
export function leaving(database: Database) {
  return {
    async forget(server: string): Promise<void> {
      if (database.isEmpty()) return;
      await database.changeAll(async (transaction, told) => {
        await transaction.deleteFrom('servers').where('id', '=', server).execute();
        told(server);
      });
    },

    async left(server: string): Promise<void> {
      if (database.isEmpty()) return;
      await database.changeAll((transaction) =>
        transaction
          .updateTable('servers')
          .set({ left_at: sql`coalesce(left_at, now())` })
          .where('id', '=', server)
          .execute(),
      );
    },

    async joined(server: string): Promise<void> {
      if (database.isEmpty()) return;
      await database.changeAll((transaction) =>
        transaction.updateTable('servers').set({ left_at: null }).where('id', '=', server).execute(),
      );
    },

    async servers(): Promise<KeptServer[]> {
      if (database.isEmpty()) return [];
      const rows = await database.read((tables) => tables.selectFrom('servers').select(['id', 'left_at']).execute());
      return rows.map(({ id, left_at }) => ({ id, hasLeft: left_at !== null }));
    },

    async expire(): Promise<void> {
      if (database.isEmpty()) return;
      await database.changeAll(async (transaction, told) => {
        const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${EXPIRY}) as mine`.execute(
          transaction,
        );
        if (rows[0]?.mine !== true) return;
        const gone = await transaction
          .deleteFrom('servers')
          .where('left_at', '<', sql<Date>`now() - interval '30 days'`)
          .returning('id')
          .execute();
        for (const { id } of gone) told(id);
        const removed = await transaction
          .selectFrom('articles')
          .where('removed_at', '<', sql<Date>`now() - interval '30 days'`)
          .select(['server', 'id'])
          .execute();
        for (const { server, id } of removed) await dropArticles(transaction, server, [id]);
        await transaction
          .deleteFrom('questions')
          .where('asked_at', '<', sql<Date>`now() - interval '90 days'`)
          .execute();
        await transaction.deleteFrom('uploads').where('at', '<', sql<Date>`now() - interval '30 days'`).execute();
      });
      await database.tidy();
    },
  };
}
