import type { Database } from './database.ts';

/** Small things that processes of the bot leave to those after them, by name. */
export interface Notes {
  /** @returns undefined where nothing was kept */
  note(name: string): Promise<unknown>;
  /** @param value plain data; null forgets it */
  keepNote(name: string, value: unknown): Promise<void>;
}

export function notes(database: Database): Notes {
  return {
    async note(name) {
      const row = await database.read((tables) =>
        tables.selectFrom('notes').select('value').where('name', '=', name).executeTakeFirst(),
      );
      return row === undefined ? undefined : JSON.parse(row.value);
    },

    async keepNote(name, value) {
      await database.changeAll(async (transaction) => {
        if (value === null) return transaction.deleteFrom('notes').where('name', '=', name).execute();
        const written = JSON.stringify(value);
        return transaction
          .insertInto('notes')
          .values({ name, value: written })
          .onConflict((known) => known.column('name').doUpdateSet({ value: written }))
          .execute();
      });
    },
  };
}
