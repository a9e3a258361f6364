import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleFromJson } from '../../src/article/json.ts';
import { backUp } from '../../src/store/backup.ts';
import type { Database } from '../../src/store/database.ts';
import { exportLibrary } from '../../src/store/export.ts';
import { openDatabaseAt } from '../../src/store/open-database.ts';
import { restoreBackup } from '../../src/store/restore.ts';
import type { StoredFile } from '../../src/store/store.ts';
import { storeIn } from '../../src/store/store-in.ts';
import { faultProxy } from './fault-proxy.ts';
import { postgres, whyNoPostgres } from './postgres.ts';
import { additionOf, ample, articleOf } from './samples.ts';
import { foundedFolder, silent, storeEntry, temporaryFolder } from './stores.ts';

const SERVERS = ['100000000000000001', '100000000000000002'];
const folders: string[] = [];
const databases: Database[] = [];

afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function open(databaseUrl: string | undefined): Promise<Database> {
  const folder = databaseUrl === undefined ? await foundedFolder() : '';
  if (folder !== '') folders.push(folder);
  const database = await openDatabaseAt({ databaseUrl, folder, entry: await storeEntry(), log: silent });
  databases.push(database);
  return database;
}

async function onServer(): Promise<Database> {
  return await open(await (await postgres()).database());
}

/** Compared byte by byte, large files take seconds. */
function digested(file: StoredFile | undefined) {
  return {
    name: file?.name,
    digest: createHash('sha256')
      .update(file?.bytes ?? '')
      .digest('hex'),
  };
}

/** All that a store gives of two servers. */
async function contents(database: Database) {
  const store = storeIn(database, undefined, silent);
  return await Promise.all(
    SERVERS.map(async (server) => ({
      articles: (await store.shelf(server)).articles,
      removed: await store.removed(server),
      files: await Promise.all(['a', 'b', 'a-2'].map(async (id) => digested(await store.file(server, id)))),
      settings: await store.settings(server),
      bindings: await store.bindings(server),
      unanswered: (await store.unanswered(server)).map(({ id: _, ...question }) => question),
    })),
  );
}

async function fill(database: Database): Promise<void> {
  const store = storeIn(database, undefined, silent);
  for (const [number, server] of SERVERS.entries()) {
    const bytes = Buffer.alloc(300_000 + number, 'bytes ');
    await store.add(server, additionOf(articleOf('a', `甲${number}`), { file: { name: '甲.pdf', bytes } }), ample);
    await store.add(server, additionOf(articleOf('b', '乙')), ample);
    await store.add(server, additionOf(articleOf('c', '丙'), { replaces: 'a' }), ample);
    await store.remove(server, 'b');
    await store.bind(server, '5', 'a');
    await store.changeSettings(server, { keepsUnanswered: true, mentionChannels: [server] });
    await store.noteUnanswered(server, { question: '谁？\u2028在哪里？\u2029', because: 'not meant', articleId: 'a' });
  }
}

describe('a backup', () => {
  let source: Database;
  let file: string;
  let expected: Awaited<ReturnType<typeof contents>>;

  beforeAll(async () => {
    source = await open(undefined);
    await fill(source);
    expected = await contents(source);
    const folder = temporaryFolder();
    folders.push(folder);
    file = join(folder, 'backup.gz');
    expect(await backUp(source, file)).toBe(32);
  }, 60_000);

  test('is its owner’s alone, and not written over', async () => {
    expect(statSync(file).mode & 0o077).toBe(0);
    await expect(backUp(source, file)).rejects.toThrow('there is a file of that name already');
    expect(readdirSync(join(file, '..'))).toEqual(['backup.gz']);
  });

  test('is refused by a database that holds something, unless told', async () => {
    await expect(restoreBackup(source, file, false)).rejects.toMatchObject({
      name: 'StoreMistake',
      message: 'the database is not empty; --replace deletes what it holds first',
    });
    expect(await contents(source)).toEqual(expected);
    expect(await restoreBackup(source, file, true)).toBe(32);
    expect(await contents(source)).toEqual(expected);
  });

  test.each([
    ['cut off', (lines: string[]) => lines.slice(0, -1)],
    ['short of a row', (lines: string[]) => lines.filter((_, at) => at !== 5)],
    ['with a row of nobody’s', (lines: string[]) => [...lines.slice(0, 2), '{"users":{"id":"1"}}', ...lines.slice(2)]],
    ['with another column', (lines: string[]) => lines.map((line) => line.replace('"left_at"', '"left"'))],
    ['of another format', (lines: string[]) => lines.map((line) => line.replace('"version":1', '"version":2'))],
    ['with half a line', (lines: string[]) => lines.map((line, at) => (at === 3 ? line.slice(0, 20) : line))],
  ])('that is damaged (%s) is refused as a whole', async (_, damage) => {
    const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
    const damaged = join(file, '..', 'damaged.gz');
    writeFileSync(damaged, gzipSync(`${damage(lines).join('\n')}\n`));
    const target = whyNoPostgres() === undefined ? await onServer() : source;
    const replacing = target === source;
    await expect(restoreBackup(target, damaged, replacing)).rejects.toMatchObject({ name: 'StoreMistake' });
    if (!replacing) expect((await contents(target))[0]?.articles).toEqual([]);
    rmSync(damaged);
  });

  test.skipIf(whyNoPostgres() !== undefined)('goes from PGlite to PostgreSQL and back', async () => {
    const server = await onServer();
    await restoreBackup(server, file, false);
    expect(await contents(server)).toEqual(expected);
    const second = join(file, '..', 'second.gz');
    await backUp(server, second);
    await restoreBackup(source, second, true);
    expect(await contents(source)).toEqual(expected);
    rmSync(second);
  });

  test.skipIf(whyNoPostgres() !== undefined)('goes on counting where it was', async () => {
    const server = await onServer();
    const other = storeIn(server, undefined, silent);
    const [first = ''] = SERVERS;
    const known = await other.add(first, additionOf(articleOf('x', '别的')), ample);
    for (let times = 0; times < 20; times += 1) await other.rename(first, 'x', `${known.article.title}${times}`);
    const revision = await other.revision(first);
    await restoreBackup(server, file, true);
    expect(await other.revision(first)).toBeGreaterThan(revision);
    const kept = await other.add(first, additionOf(articleOf('a', '新')), ample);
    expect(kept.article.id).toBe('a-3');
    await other.noteUnanswered(first, { question: '还有呢？', because: 'not answered' });
    expect(await other.unanswered(first)).toHaveLength(2);
  });

  test.skipIf(whyNoPostgres() !== undefined)('is put back once where the word that it is done is lost', async () => {
    const url = await (await postgres()).database();
    const proxy = await faultProxy(url);
    const target = await open(proxy.url);
    expect(await storeIn(target, undefined, silent).servers()).toEqual([]);
    const connections = proxy.connections();
    proxy.cutOnce('commit', 'after');
    expect(await restoreBackup(target, file, false)).toBe(32);
    expect(proxy.connections()).toBeGreaterThan(connections);
    expect(await contents(target)).toEqual(expected);
    proxy.cutOnce('commit', 'before');
    expect(await restoreBackup(target, file, true)).toBe(32);
    expect(await contents(target)).toEqual(expected);
    await proxy.close();
  });

  test.skipIf(whyNoPostgres() !== undefined)('deletes nothing that is added while it begins', async () => {
    const url = await (await postgres()).database();
    const target = await open(url);
    const adding = new pg.Client({ connectionString: url });
    await adding.connect();
    await adding.query("begin; insert into servers (id) values ('5')");
    const restoring = restoreBackup(target, file, false).catch((error: unknown) => String(error));
    await wait(300);
    await adding.query('commit');
    await adding.end();
    expect(await restoring).toMatch('the database is not empty');
    expect(await storeIn(target, undefined, silent).servers()).toEqual([{ id: '5', hasLeft: false }]);
  });

  test('of one server, as files: what came, and articles that the program reads again', async () => {
    const folder = join(file, '..', 'exported');
    const store = storeIn(source, undefined, silent);
    const [first = ''] = SERVERS;
    expect(await exportLibrary(store, first, folder)).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'files']);
    const [article] = expected[0]?.articles ?? [];
    expect(articleFromJson(readFileSync(join(folder, 'a.json')), 'other').hash).toBe(article?.article.hash);
    expect(readdirSync(join(folder, 'files'))).toEqual(['a.丙.html']);
    const bytes = readFileSync(join(folder, 'files', 'a.丙.html'));
    expect(digested({ name: '丙.html', bytes })).toEqual(expected[0]?.files[0]);
    await expect(exportLibrary(store, first, folder)).rejects.toThrow('the folder is not empty');
    await expect(exportLibrary(store, '100000000000000009', join(folder, 'new'))).rejects.toThrow(
      'the server has no articles',
    );
  });

  test('says in a line why it cannot be written as files', async () => {
    const store = storeIn(source, undefined, silent);
    const [first = ''] = SERVERS;
    await expect(exportLibrary(store, first, file)).rejects.toMatchObject({
      name: 'StoreMistake',
      message: 'the folder cannot be written (ENOTDIR)',
    });
    await expect(exportLibrary(store, first, join(file, 'in a file'))).rejects.toMatchObject({
      name: 'StoreMistake',
      message: 'the folder cannot be written (ENOTDIR)',
    });
  });

  test('as files whose names any system takes, however long they came', async () => {
    const store = storeIn(source, undefined, silent);
    const server = '100000000000000077';
    const name = `${'关于进一步加强网格化服务管理工作的通知'.repeat(5)}.html`;
    const article = articleOf('网格化服务管理工作的通知'.repeat(2), '网格');
    await store.add(server, additionOf(article, { file: { name, bytes: Buffer.from('x') } }), ample);
    const folder = join(file, '..', 'exported with long names');
    expect(await exportLibrary(store, server, folder)).toBe(1);
    const [exported = ''] = readdirSync(join(folder, 'files'));
    expect(exported).toMatch(/^网格化服务.*通知\.html$/u);
    await store.forget(server);
  });
});
