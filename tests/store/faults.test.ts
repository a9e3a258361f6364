import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openConnections } from '../../src/store/connections.ts';
import { openDatabase } from '../../src/store/database.ts';
import { clientOf, type Opening } from '../../src/store/open-database.ts';
import { type Store, StoreUnavailable } from '../../src/store/store.ts';
import { storeIn } from '../../src/store/store-in.ts';
import { type FaultProxy, faultProxy } from './fault-proxy.ts';
import { ask, postgres, whyNoPostgres } from './postgres.ts';
import { additionOf, ample, articleOf } from './samples.ts';
import { openIn, silent } from './stores.ts';

const SERVER = '100000000000000001';
const why = whyNoPostgres();

describe.skipIf(why !== undefined)(
  `a server of PostgreSQL behind a bad network${why === undefined ? '' : `: ${why}`}`,
  () => {
    let databaseUrl: string;
    let proxy: FaultProxy;
    const stores: Store[] = [];

    beforeEach(async () => {
      databaseUrl = await (await postgres()).database();
      proxy = await faultProxy(databaseUrl);
    });
    afterEach(async () => {
      proxy.heal();
      await Promise.all(stores.splice(0).map((store) => store.close()));
      await proxy.close();
    });

    async function open(opening: Partial<Opening> = {}): Promise<Store> {
      const store = await openIn({ databaseUrl: proxy.url, ...opening });
      stores.push(store);
      return store;
    }

    const large = () =>
      additionOf(articleOf('a', '港口'), { file: { name: 'a.pdf', bytes: Buffer.alloc(900_000, 'many pieces ') } });

    test.each([
      ['before the database hears of the end', 'commit', 'before'],
      ['before its word that it is done', 'commit', 'after'],
      ['in the middle of a file', 'many pieces', 'before'],
      ['between the file and the article', 'insert into "articles"', 'before'],
    ] as const)('a connection lost %s: added once, and whole', async (_, said, when) => {
      const store = await open();
      await store.settings(SERVER);
      const addition = large();
      const connections = proxy.connections();
      proxy.cutOnce(said, when);
      const kept = await store.add(SERVER, addition, ample);
      expect(proxy.connections()).toBeGreaterThan(connections);
      expect((await store.shelf(SERVER)).articles).toEqual([kept]);
      expect(kept.article.id).toBe('a');
      const file = await store.file(SERVER, 'a');
      expect(Buffer.from(addition.file.bytes).equals(file?.bytes ?? Buffer.alloc(0))).toBe(true);
      const [counts] = await ask(
        databaseUrl,
        'select (select count(*)::int from files) as files, (select count(*)::int from uploads) as uploads',
      );
      expect(counts).toEqual({ files: 1, uploads: 1 });
    });

    test('every change that is lost on its way back comes to the same when it is done again', async () => {
      const store = await open();
      await store.changeSettings(SERVER, { keepsUnanswered: true });
      await store.add(SERVER, large(), ample);
      const cutting = async <Result>(work: () => Promise<Result>): Promise<Result> => {
        proxy.cutOnce('commit', 'after');
        return await work();
      };
      expect((await cutting(() => store.rename(SERVER, 'a', '新港口')))?.article.title).toBe('新港口');
      expect((await cutting(() => store.remove(SERVER, 'a')))?.removedAt).toBeInstanceOf(Date);
      expect((await cutting(() => store.restore(SERVER, 'a')))?.removedAt).toBeUndefined();
      await cutting(() => store.bind(SERVER, '1', 'a'));
      await cutting(() => store.noteUnanswered(SERVER, { question: '谁？', because: 'not answered' }));
      expect(await store.bindings(SERVER)).toEqual(new Map([['1', 'a']]));
      expect(await store.unanswered(SERVER)).toHaveLength(1);
      await cutting(() => store.forget(SERVER));
      expect(await store.revision(SERVER)).toBe(0);
    });

    test('a change is told of, though its word was lost and it is done when it is tried again', async () => {
      const reach = {
        client: clientOf(databaseUrl),
        most: 2,
        connectsWithin: 4_000,
        answersWithin: 4_000,
        idleFor: 100,
      };
      let isWordLost = false;
      // Nobody listens to the database itself, as where it is embedded.
      const database = openDatabase(
        openConnections(reach),
        async (work) => {
          if (isWordLost) await work();
          isWordLost = false;
          return await work();
        },
        () => false,
      );
      const store = storeIn(database, undefined, silent);
      stores.push(store);
      const told: string[] = [];
      store.onChange((server) => told.push(server));
      const losing = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
        told.length = 0;
        isWordLost = true;
        await work();
        return [...new Set(told)];
      };
      expect(await losing(() => store.add(SERVER, large(), ample))).toEqual([SERVER]);
      expect(await losing(() => store.rename(SERVER, 'a', '新港口'))).toEqual([SERVER]);
      expect(await losing(() => store.remove(SERVER, 'a'))).toEqual([SERVER]);
      expect(await losing(() => store.restore(SERVER, 'a'))).toEqual([SERVER]);
      expect(await losing(() => store.forget(SERVER))).toEqual([SERVER]);
    });

    test('a change that may have been made is told of where nobody can say', async () => {
      const store = await open({ patience: 0 });
      await store.add(SERVER, large(), ample);
      const told: string[] = [];
      store.onChange((server) => told.push(server));
      proxy.cutOnce('commit', 'after');
      await expect(store.remove(SERVER, 'a')).rejects.toBeInstanceOf(StoreUnavailable);
      expect(told).toContain(SERVER);
    });

    test('a database that comes back within seconds is waited for', async () => {
      const store = await open();
      proxy.refuse();
      const adding = store.add(SERVER, large(), ample);
      await wait(1_000);
      proxy.heal();
      expect((await adding).article.id).toBe('a');
    });

    test('a database that is not there lets the bot start, and is used when it comes', async () => {
      proxy.refuse();
      const store = await open({ patience: 200 });
      await expect(store.shelf(SERVER)).rejects.toBeInstanceOf(StoreUnavailable);
      proxy.heal();
      expect(await store.shelf(SERVER)).toEqual({ revision: 0, articles: [] });
    });

    test('says calmly that it cannot be reached, without where it is', async () => {
      const told: string[] = [];
      const write = (event: string, fields = {}) => told.push(event + JSON.stringify(fields));
      const store = await open({ patience: 300, log: { info: write, warn: write, error: write } });
      proxy.refuse();
      const error = await store.revision(SERVER).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(StoreUnavailable);
      expect(String(error)).toBe("StoreUnavailable: the library's database cannot be used: it cannot be reached");
      await expect(store.settings(SERVER)).rejects.toBeInstanceOf(StoreUnavailable);
      expect(told).toHaveLength(1);
      proxy.heal();
      await store.settings(SERVER);
      await store.settings(SERVER);
      expect(told).toHaveLength(2);
      expect(told[1]).toContain('library database available again');
      expect(told.join()).not.toMatch(/password|127\.0\.0\.1|tests/);
    });

    test('a database that does not answer is given up, and so is the connection', async () => {
      const store = await open({ patience: 100, answersWithin: 300 });
      await store.settings(SERVER);
      proxy.stall();
      const before = performance.now();
      await expect(store.settings(SERVER)).rejects.toBeInstanceOf(StoreUnavailable);
      expect(performance.now() - before).toBeLessThan(6_000);
      proxy.heal();
      expect((await store.settings(SERVER)).mentions).toBe('everywhere');
    });

    test('a slow database is slow, and no more than that', async () => {
      const store = await open();
      proxy.delay(20);
      const kept = await store.add(SERVER, large(), ample);
      expect((await store.shelf(SERVER)).articles).toEqual([kept]);
    });

    test('a database that can only be read still gives what it has', async () => {
      const first = await open();
      const kept = await first.add(SERVER, large(), ample);
      const name = new URL(databaseUrl).pathname.slice(1);
      await ask(databaseUrl, `alter database ${name} set default_transaction_read_only = on`);
      proxy.cut();
      const store = await open({ patience: 100 });
      await expect(store.add(SERVER, large(), ample)).rejects.toThrow(/it can only be read/);
      expect((await store.shelf(SERVER)).articles).toEqual([kept]);
    });

    test('a wrong name or password is the operator’s to put right, at once', async () => {
      const address = new URL(proxy.url);
      address.pathname = '/no_such_database';
      await expect(openIn({ databaseUrl: address.href })).rejects.toMatchObject({
        name: 'StoreMistake',
        message: expect.stringMatching(/^the library's database cannot be used: it refuses the name/),
      });
    });

    /** What a store is told of from now on, which has asked for a server and listens. */
    async function heard(): Promise<string[]> {
      const here = await open();
      const told: string[] = [];
      here.onChange((server) => told.push(server));
      await here.shelf(SERVER);
      await expect.poll(() => told, { timeout: 2_000 }).toContain(SERVER);
      told.length = 0;
      return told;
    }

    test('changes by another process are told, after a lost connection too', async () => {
      const [here, there] = [await open(), await openIn({ databaseUrl })];
      stores.push(there);
      const told: string[] = [];
      here.onChange((server) => told.push(server));
      await here.shelf(SERVER);
      await here.shelf('2');
      await expect.poll(() => told, { timeout: 2_000 }).toEqual([SERVER, '2']);
      told.length = 0;
      await there.changeSettings('3', { mentions: 'nowhere' });
      await expect.poll(() => told, { timeout: 2_000 }).toEqual(['3']);
      told.length = 0;
      proxy.refuse();
      await there.add(SERVER, large(), ample);
      await wait(300);
      expect(told).toEqual([]);
      proxy.heal();
      await expect.poll(() => told, { timeout: 4_000 }).toContain(SERVER);
      told.length = 0;
      await there.remove(SERVER, 'a');
      await expect.poll(() => told, { timeout: 2_000 }).toContain(SERVER);
    });

    test('changes are heard of soon after a long absence', { timeout: 20_000 }, async () => {
      const told = await heard();
      proxy.refuse();
      await wait(3_300);
      proxy.heal();
      await expect.poll(() => told, { timeout: 1_400 }).toContain(SERVER);
    });

    test('a connection that hears nothing because the network is gone is noticed', { timeout: 20_000 }, async () => {
      const told = await heard();
      const connections = proxy.connections();
      proxy.stall();
      await expect.poll(() => proxy.connections(), { timeout: 10_000 }).toBeGreaterThan(connections);
      proxy.cut();
      proxy.heal();
      await expect.poll(() => told, { timeout: 5_000 }).toContain(SERVER);
    });
  },
);
