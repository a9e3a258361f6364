import { type Kysely, type Migration, Migrator } from 'kysely';
import * as libraries from './migrations/0001-libraries.ts';
import * as notes from './migrations/0002-notes.ts';
import { StoreMistake } from './store.ts';
import type { Tables } from './tables.ts';

/** In the order in which they are made; one that has been released is never changed. */
const MIGRATIONS: Readonly<Record<string, Migration>> = { '0001-libraries': libraries, '0002-notes': notes };

/**
 * Brings a database to the tables that this program knows, once however many processes do so at once: they wait for
 * each other. It is done whole or not at all.
 * @throws StoreMistake where the database has what this program does not know
 */
export async function migrate(database: Kysely<Tables>): Promise<void> {
  const migrator = migratorOf(database);
  const known = Object.keys(MIGRATIONS);
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && /^corrupted migrations/.test(error.message)) {
    throw new StoreMistake(`the library's database was made by a newer version of this program than ${known.at(-1)}`);
  }
  throw error;
}

/** Undoes the last migration: what its tables held is lost. */
export async function migrateDown(database: Kysely<Tables>): Promise<void> {
  const { error } = await migratorOf(database).migrateDown();
  if (error !== undefined) throw error;
}

function migratorOf(database: Kysely<Tables>): Migrator {
  return new Migrator({ db: database, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
}
