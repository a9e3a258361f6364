import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from './database.ts';
import { storable } from './digests.ts';
import type { KeptQuestion, Settled, UnansweredQuestion } from './store.ts';

/** So many are kept of a server; the oldest goes. */
const MOST = 2_000;

const SETTLED = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('quoted'), quote: z.string() }),
]);
const BECAUSE = z.enum(['not answered', 'not meant']).catch('not answered');

/** What of `Store` keeps questions that found no answer. */
export function questions(database: Database, settings: (server: string) => Promise<{ keepsUnanswered: boolean }>) {
  return {
    async noteUnanswered(server: string, { question, because, articleId }: UnansweredQuestion): Promise<void> {
      if (!(await settings(server)).keepsUnanswered) return;
      const token = randomUUID();
      await database.change(server, async ({ transaction }) => {
        await transaction
          .insertInto('questions')
          .values({
            server,
            token,
            question: storable(question),
            because,
            article_id: articleId ?? null,
            settled: null,
          })
          .onConflict((noted) => noted.column('token').doNothing())
          .execute();
        await transaction
          .deleteFrom('questions')
          .where('server', '=', server)
          .where('id', 'in', (of) =>
            of.selectFrom('questions').select('id').where('server', '=', server).orderBy('id', 'desc').offset(MOST),
          )
          .execute();
      });
    },

    async unanswered(server: string): Promise<KeptQuestion[]> {
      if (database.isEmpty()) return [];
      const rows = await database.read((tables) =>
        tables
          .selectFrom('questions')
          .where('server', '=', server)
          .where('asked_at', '>', sql<Date>`now() - interval '90 days'`)
          .selectAll()
          .orderBy('asked_at', 'desc')
          .orderBy('id', 'desc')
          .execute(),
      );
      return rows.map(({ id, question, because, article_id, asked_at, settled }) => ({
        id: Number(id),
        question,
        because: BECAUSE.parse(because),
        ...(article_id === null ? {} : { articleId: article_id }),
        askedAt: asked_at,
        ...(settled === null ? {} : { settled: SETTLED.parse(JSON.parse(settled)) }),
      }));
    },

    async settleUnanswered(server: string, ids: readonly number[], how: Settled): Promise<void> {
      if (ids.length === 0) return;
      await database.change(server, async ({ transaction }) => {
        await transaction
          .updateTable('questions')
          .set({ settled: JSON.stringify(SETTLED.parse(how)) })
          .where('server', '=', server)
          .where('id', 'in', ids.map(String))
          .execute();
      });
    },

    async eraseUnanswered(server: string): Promise<void> {
      if (database.isEmpty()) return;
      await database.change(server, async ({ transaction }) => {
        await transaction.deleteFrom('questions').where('server', '=', server).execute();
      });
    },
  };
}
