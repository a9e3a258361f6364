import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** A server of PostgreSQL for tests. */
export interface Postgres {
  /** Where databases can be made. */
  readonly url: string;
  /** Makes an empty database. @returns its address */
  database(): Promise<string>;
  stop(): Promise<void>;
}

/** A PostgreSQL that belongs to the tests: TEST_DATABASE_URL's, or one that is started where it is installed. */
export async function startPostgres(): Promise<Postgres | undefined> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== '') return serverAt(given, async () => {});
  const programs = installed();
  return programs === undefined ? undefined : await start(programs);
}

/** Why tests with PostgreSQL do not run here; undefined where they do. */
export function whyNoPostgres(): string | undefined {
  if (process.env.TEST_DATABASE_URL) return undefined;
  return installed() === undefined ? 'TEST_DATABASE_URL is not set, and no PostgreSQL is installed' : undefined;
}

/** @returns the folder of `initdb` and `postgres` */
function installed(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : [];
  return [...(process.env.PATH ?? '').split(delimiter), ...versions.sort().reverse()].find((folder) =>
    ['initdb', 'postgres'].every((program) => isExecutable(join(folder, program))),
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function start(programs: string): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'wenzhai-postgres-'));
  const user = otherUser();
  // It refuses to run as root.
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const port = await freePort();
  const as = { ...user, cwd: folder, stdio: 'ignore' } as const;
  execFileSync(join(programs, 'initdb'), ['-D', join(folder, 'data'), '-U', 'tests', '-A', 'trust', '--no-sync'], as);
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', join(folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])],
    as,
  );
  const kill = () => server.kill('SIGKILL');
  process.on('exit', kill);
  const url = `postgres://tests:${'a-password'}@127.0.0.1:${port}/postgres`;
  await untilReady(url, server);
  return serverAt(url, async () => {
    process.off('exit', kill);
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGQUIT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
}

function otherUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (option: string) => Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended (${server.exitCode})`);
    try {
      return await ask(url, 'select 1');
    } catch {
      await wait(50);
    }
  }
  throw new Error('PostgreSQL does not answer');
}

function serverAt(url: string, stop: () => Promise<void>): Postgres {
  let made = 0;
  const names: string[] = [];
  return {
    url,
    async database() {
      made += 1;
      const name = `store_${process.pid}_${made}`;
      await ask(url, `create database ${name}`);
      names.push(name);
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.href;
    },
    async stop() {
      for (const name of names) await ask(url, `drop database if exists ${name} with (force)`).catch(() => {});
      await stop();
    },
  };
}

/** Asks a database something, over a connection of its own. */
export async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
