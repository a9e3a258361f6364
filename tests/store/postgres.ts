import { type ChildProcess, execFileSync, type StdioOptions, spawn } from 'node:child_process';
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
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
}

let shared: Promise<Postgres> | undefined;

/**
 * A PostgreSQL that belongs to the tests: TEST_DATABASE_URL's, or one that is started where it is installed. It is the
 * same for all tests of a process, and ends with that.
 */
export function postgres(): Promise<Postgres> {
  shared ??= serve();
  return shared;
}

async function serve(): Promise<Postgres> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== '') return serverAt(given);
  const programs = installed();
  if (programs === undefined) throw new Error(whyNoPostgres());
  return serverAt(await start(programs));
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

/** Ends the server and removes its folder when whoever started it is gone, however it went. */
const WATCHED = '"$@" & server=$!; read -r _; kill -QUIT $server; wait $server; rm -rf "$PWD"';

/** @returns its address */
async function start(programs: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'wenzhai-postgres-'));
  const user = otherUser();
  // It refuses to run as root.
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const port = await freePort();
  const data = join(folder, 'data');
  const as = { ...user, cwd: folder, stdio: ['pipe', 'ignore', 'ignore'] as StdioOptions };
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'tests', '-A', 'trust', '--no-sync'], as);
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
  const given = settings.flatMap((setting) => ['-c', setting]);
  const server = spawn('sh', ['-c', WATCHED, 'sh', join(programs, 'postgres'), '-D', data, ...given], as);
  server.unref();
  (server.stdin as Socket).unref();
  const url = `postgres://tests:a-password@127.0.0.1:${port}/postgres`;
  await untilReady(url, server);
  return url;
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
      return void (await ask(url, 'select 1'));
    } catch {
      await wait(50);
    }
  }
  throw new Error('PostgreSQL does not answer');
}

function serverAt(url: string): Postgres {
  let made = 0;
  return {
    url,
    async database() {
      made += 1;
      // The same names again and again: a server that is not the tests' own does not fill with them.
      const name = `wenzhai_tests_${process.env.VITEST_POOL_ID ?? 0}_${made}`;
      await ask(url, `drop database if exists ${name} with (force)`);
      await ask(url, `create database ${name}`);
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.href;
    },
  };
}

/** Asks a database something, over a connection of its own. */
export async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
