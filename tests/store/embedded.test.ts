import { type ChildProcess, execFileSync, fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { embeddedServer } from '../../src/store/embedded/embedded-server.ts';
import { lockFolder } from '../../src/store/embedded/folder-lock.ts';
import type { Store } from '../../src/store/store.ts';
import { additionOf, ample, articleOf } from './samples.ts';
import { foundedFolder, openIn, silent, storeEntry, temporaryFolder } from './stores.ts';

const SERVER = '100000000000000001';
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function ours(folder: string): string {
  folders.push(folder);
  return folder;
}

/** The process that holds the database of a folder. */
function holderOf(folder: string): number | undefined {
  return JSON.parse(readFileSync(join(folder, 'in-use'), 'utf8')).helper?.pid;
}

/** What was said to be kept is there, once and whole; whatever else is there is whole, too. */
async function requireWhole(store: Store, acknowledged: readonly number[]): Promise<void> {
  const { articles } = await store.shelf(SERVER);
  const ids = articles.map(({ article }) => article.id);
  expect(ids).toEqual(expect.arrayContaining(acknowledged.map((number) => `a${number}`)));
  expect(new Set(articles.map(({ article }) => article.title)).size).toBe(ids.length);
  expect(ids.filter((id) => id.includes('-'))).toEqual([]);
  for (const { article, bytes } of articles) {
    const file = await store.file(SERVER, article.id);
    const expected = Buffer.alloc(400_000, `file ${article.id.slice(1)} `);
    expect(bytes).toBe(400_000);
    expect(expected.equals(file?.bytes ?? Buffer.alloc(0))).toBe(true);
  }
}

describe('the embedded database', () => {
  test('starts for nobody who has nothing, and is made when something is first kept', async () => {
    const folder = ours(temporaryFolder());
    const store = await openIn({ folder });
    await store.shelf(SERVER);
    await store.settings(SERVER);
    await store.left(SERVER);
    await store.expire();
    expect(readdirSync(folder)).toEqual(['in-use']);
    await store.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is not there where making it was interrupted', { timeout: 120_000 }, async () => {
    const folder = ours(temporaryFolder());
    const entry = await storeEntry();
    const child = fork(entry, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc', 'pipe'], execArgv: [] });
    child.send({ kind: 'found', folder });
    while (!existsSync(join(folder, 'unfinished', 'PG_VERSION'))) await wait(5);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(readdirSync(folder)).toEqual(['unfinished']);
    const store = await openIn({ folder });
    expect(await store.shelf(SERVER)).toEqual({ revision: 0, articles: [] });
    await store.close();
  });

  test('that is damaged is said to be, and nothing of it is served', { timeout: 60_000 }, async () => {
    const folder = ours(await foundedFolder());
    truncateSync(join(folder, 'database', 'global', 'pg_control'), 10);
    const store = await openIn({ folder, patience: 0 });
    await expect(store.shelf(SERVER)).rejects.toThrow(/its disk or its files are at fault$/);
    await store.close();
  });

  test('that was founded where an interruption had left something is whole', { timeout: 60_000 }, async () => {
    const folder = ours(await foundedFolder());
    expect(readdirSync(folder)).toEqual(['database']);
    expect(existsSync(join(folder, 'database', 'left behind'))).toBe(false);
  });

  test('has one process, though a connection is given up while it starts, and none when it is closed', {
    timeout: 60_000,
  }, async () => {
    const folder = ours(await foundedFolder());
    const server = embeddedServer(await storeEntry(), folder, await lockFolder(folder), silent);
    const connect = async (): Promise<pg.Client> => {
      const client = new pg.Client({ user: 'postgres', stream: () => server.connection() as never });
      client.on('error', () => {});
      await client.connect();
      return client;
    };
    const givenUp = server.connection();
    (givenUp as unknown as { connect(): void }).connect();
    givenUp.destroy();
    const client = await connect();
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    const holder = holderOf(folder);
    const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' });
    const holders = children.split('\n').filter((line) => line.includes('store-process.js'));
    expect(holders.map((line) => Number(line.trim().split(' ')[0]))).toEqual([holder]);
    await server.close();
    expect(() => process.kill(holder ?? 0, 0)).toThrow();
    await expect(connect()).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['database']);
  });

  test('loses nothing when its process is ended at any moment', { timeout: 120_000 }, async () => {
    const folder = ours(await foundedFolder());
    const store = await openIn({ folder, patience: 60_000 });
    const acknowledged: number[] = [];
    let isOver = false;
    const adding = (async () => {
      for (let number = 0; number < 12; number += 1) {
        const file = { name: 'a.pdf', bytes: Buffer.alloc(400_000, `file ${number} `) };
        const kept = await store.add(SERVER, additionOf(articleOf(`a${number}`, `第${number}篇`), { file }), ample);
        expect(kept.article.id).toBe(`a${number}`);
        acknowledged.push(number);
      }
      isOver = true;
    })();
    let kills = 0;
    while (!isOver && kills < 3) {
      await wait(50 + Math.random() * 300);
      const pid = acknowledged.length > kills * 2 ? holderOf(folder) : undefined;
      if (pid === undefined) continue;
      process.kill(pid, 'SIGKILL');
      kills += 1;
    }
    await adding;
    expect(kills).toBe(3);
    await requireWhole(store, acknowledged);
    await store.close();
  });

  test('loses nothing when the program is ended with it', { timeout: 120_000 }, async () => {
    const folder = ours(await foundedFolder());
    const program = new URL('adding-program.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, ['--import', 'tsx', program, folder, SERVER], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const acknowledged: number[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged.push(Number(line));
      if (acknowledged.length === 3) setTimeout(() => child.kill('SIGKILL'), Math.random() * 200);
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(3);
    const store = await openIn({ folder });
    await requireWhole(store, acknowledged);
    await store.close();
  });
});

/** A disk of its own; undefined where this process may not mount one. */
function smallDisk(megabytes: number): string | undefined {
  const place = temporaryFolder();
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', place]);
  if (status === 0) return place;
  rmSync(place, { recursive: true });
  return undefined;
}

const canMount = (() => {
  const disk = smallDisk(1);
  if (disk === undefined) return false;
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
  return true;
})();

describe.skipIf(!canMount)('on a disk that', () => {
  test('is full it keeps what it has, and goes on when there is room', { timeout: 120_000 }, async () => {
    const disk = smallDisk(60) ?? '';
    const folder = join(disk, 'library');
    const founded = ours(await foundedFolder());
    cpSync(founded, folder, { recursive: true });
    const store = await openIn({ folder, patience: 300 });
    const acknowledged: number[] = [];
    const add = async (number: number) => {
      const file = { name: 'a.pdf', bytes: Buffer.alloc(400_000, `file ${number} `) };
      await store.add(SERVER, additionOf(articleOf(`a${number}`, `第${number}篇`), { file }), ample);
      acknowledged.push(number);
    };
    await add(0);
    writeFileSync(join(disk, 'others'), Buffer.alloc(0));
    spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'others')}`, 'bs=64k']);
    let failure: unknown;
    for (let number = 1; number < 40 && failure === undefined; number += 1) {
      failure = await add(number).then(
        () => undefined,
        (error: unknown) => error,
      );
    }
    expect(failure).toMatchObject({ name: 'StoreUnavailable' });
    expect(String(failure)).toMatch(/its disk is full|cannot be reached|at fault/);
    rmSync(join(disk, 'others'));
    await add(50);
    await requireWhole(store, acknowledged);
    await store.close();
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });

  test('can only be read is the operator’s to put right', async () => {
    const disk = smallDisk(1) ?? '';
    mkdirSync(join(disk, 'library'));
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    await expect(openIn({ folder: join(disk, 'library') })).rejects.toMatchObject({
      name: 'StoreMistake',
      message: "the library's folder cannot be used: it can only be read",
    });
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });
});

describe('the lock of a folder', () => {
  const children: ChildProcess[] = [];
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
  });

  function somebody(): number {
    const child = spawn('sleep', ['60'], { stdio: 'ignore' });
    children.push(child);
    return child.pid ?? 0;
  }

  /** A folder as another process has left it, or holds it. */
  async function heldFolder(change: (holder: Record<string, unknown>) => unknown): Promise<string> {
    const folder = ours(temporaryFolder());
    const lock = await lockFolder(folder);
    const holder = JSON.parse(readFileSync(join(folder, 'in-use'), 'utf8'));
    lock.release();
    const written = change(holder);
    writeFileSync(join(folder, 'in-use'), typeof written === 'string' ? written : JSON.stringify(written));
    return folder;
  }

  test('keeps another process out, in one line', async () => {
    const pid = somebody();
    const folder = await heldFolder((held) => ({ ...held, holder: { pid } }));
    const message = `the library's folder is in use by another process (${pid}); with DATABASE_URL several can share a library`;
    await expect(openIn({ folder })).rejects.toMatchObject({ name: 'StoreMistake', message });
  });

  test('keeps a second store of the same process out', async () => {
    const folder = ours(temporaryFolder());
    const first = await openIn({ folder });
    await expect(openIn({ folder })).rejects.toMatchObject({ name: 'StoreMistake' });
    await first.close();
    await (await openIn({ folder })).close();
  });

  test('is taken from a process that is gone, or another of the same number, and its helper is ended', async () => {
    const helper = somebody();
    const folder = await heldFolder((held) => ({
      ...held,
      holder: { pid: somebody(), start: '1' },
      helper: { pid: helper },
    }));
    const lock = await lockFolder(folder);
    await expect.poll(() => children.find(({ pid }) => pid === helper)?.signalCode).toBe('SIGKILL');
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is taken from another machine’s process that gives no sign of life, or of which nothing can be read', async () => {
    for (const left of [(held: object) => ({ ...held, place: 'elsewhere' }), () => '{"pla']) {
      const folder = await heldFolder(left);
      const lock = await lockFolder(folder, 100);
      lock.release();
    }
  });

  test('is not taken from another machine’s process that gives signs of life', async () => {
    const folder = await heldFolder((held) => ({ ...held, place: 'elsewhere' }));
    const signs = setInterval(() => utimesSync(join(folder, 'in-use'), new Date(), new Date()), 20);
    await expect(lockFolder(folder, 1_000)).rejects.toMatchObject({ name: 'StoreMistake' });
    clearInterval(signs);
  });

  test('is one process’s of many that want it at once', async () => {
    const folder = await heldFolder((held) => ({ ...held, holder: { pid: 4_000_000 } }));
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => lockFolder(folder)));
    const taken = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(taken).toHaveLength(1);
    taken[0]?.release();
  });
});
