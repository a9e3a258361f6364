import { type Kysely, sql } from 'kysely';

/** What processes of the bot leave to those after them. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`create table notes (name text primary key, value text not null)`.execute(database);
}

export async function down(database: Kysely<never>): Promise<void> {
  await sql`drop table notes`.execute(database);
}
