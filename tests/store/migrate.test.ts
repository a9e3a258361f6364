import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { migrate, migrateDown } from '../../src/store/migrate.ts';
import type { Tables } from '../../src/store/tables.ts';
import { faultProxy } from './fault-proxy.ts';
import { ask, postgres, whyNoPostgres } from './postgres.ts';
import { additionOf, ample, articleOf } from './samples.ts';
import { openIn } from './stores.ts';

const SERVER = '100000000000000001';

describe.skipIf(whyNoPostgres() !== undefined)('the migrations', () => {
  const opened: Kysely<Tables>[] = [];
  afterAll(() => Promise.all(opened.map((database) => database.destroy())));

  function open(connectionString: string): Kysely<Tables> {
    const pool = new pg.Pool({ connectionString, max: 2 });
    pool.on('error', () => {});
    pool.on('connect', (client) => client.on('error', () => {}));
    const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
    opened.push(database);
    return database;
  }

  /** Tables with their columns, indexes and sequences. */
  async function schemaOf(url: string): Promise<unknown[]> {
    const columns = await ask(
      url,
      `select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
      where table_schema = 'public' and table_name not like 'kysely%' order by 1, 2`,
    );
    const indexes = await ask(
      url,
      "select indexdef from pg_indexes where schemaname = 'public' and tablename not like 'kysely%' order by 1",
    );
    const sequences = await ask(url, 'select sequencename from pg_sequences order by 1');
    return [columns, indexes, sequences];
  }

  test('go up, down, and up to the same again', async () => {
    const url = await (await postgres()).database();
    const database = open(url);
    await migrate(database);
    const schema = await schemaOf(url);
    expect(JSON.stringify(schema)).toContain('title_digest');
    while (JSON.stringify(await schemaOf(url)).includes('servers')) await migrateDown(database);
    expect(await schemaOf(url)).toEqual([[], [], []]);
    await migrate(database);
    expect(await schemaOf(url)).toEqual(schema);
    await migrate(database);
    expect(await schemaOf(url)).toEqual(schema);
  });

  test('are made once where several processes start at once', { timeout: 60_000 }, async () => {
    const url = await (await postgres()).database();
    const stores = await Promise.all([1, 2, 3].map(() => openIn({ databaseUrl: url })));
    await Promise.all(
      stores.map((store, number) => store.add(SERVER, additionOf(articleOf('a', `甲${number}`)), ample)),
    );
    const [first] = stores;
    expect((await first?.shelf(SERVER))?.articles).toHaveLength(3);
    await Promise.all(stores.map((store) => store.close()));
  });

  test.each(['create sequence', 'create table articles', 'create index questions', 'commit'])(
    'that are ended at “%s” are made whole by the next start',
    async (said) => {
      const url = await (await postgres()).database();
      const proxy = await faultProxy(url);
      proxy.cutOnce(said, 'before');
      await expect(migrate(open(proxy.url))).rejects.toThrow();
      expect((await schemaOf(url))[0]).toEqual([]);
      await migrate(open(url));
      expect(JSON.stringify(await schemaOf(url))).toContain('questions_of_server');
      await proxy.close();
    },
  );

  test('of a newer version are left alone, and the operator is told', async () => {
    const url = await (await postgres()).database();
    await migrate(open(url));
    await ask(url, "insert into kysely_migration values ('0999-of-the-future', '2030-01-01')");
    await expect(openIn({ databaseUrl: url })).rejects.toMatchObject({
      name: 'StoreMistake',
      message: expect.stringContaining('was made by a newer version of this program'),
    });
  });
});
