import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../src/build.js';
import type { Log } from '../../src/log.ts';
import { type Opening, openDatabaseAt } from '../../src/store/open-database.ts';
import type { Store } from '../../src/store/store.ts';
import { storeIn } from '../../src/store/store-in.ts';

export const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** A folder for a test, with a name that says whose it is. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'wenzhai-store-'));
}

let template: Promise<string> | undefined;

/** A folder with a database in it that has no tables yet: making one takes seconds, so one is made and copied. */
export async function foundedFolder(): Promise<string> {
  template ??= makeTemplate();
  const folder = temporaryFolder();
  cpSync(await template, folder, { recursive: true });
  return folder;
}

/** Kept between runs, until it would be made in another way. */
async function makeTemplate(): Promise<string> {
  const maker = readFileSync(new URL('../../src/store/embedded/open-pglite.ts', import.meta.url));
  const version = readFileSync(new URL('../../node_modules/@electric-sql/pglite/package.json', import.meta.url));
  const digest = createHash('sha256').update(maker).update(version).digest('hex').slice(0, 16);
  const kept = fileURLToPath(new URL(`../../node_modules/.cache/wenzhai-pglite-${digest}`, import.meta.url));
  if (existsSync(kept)) return kept;
  mkdirSync(dirname(kept), { recursive: true });
  const unfinished = mkdtempSync(`${kept}-`);
  // As an interruption leaves it: that must do no harm.
  mkdirSync(join(unfinished, 'unfinished'));
  writeFileSync(join(unfinished, 'unfinished', 'PG_VERSION'), '18');
  writeFileSync(join(unfinished, 'unfinished', 'left behind'), '');
  await foundIn(unfinished);
  // Another process of the tests may have been faster.
  if (!existsSync(kept)) renameSync(unfinished, kept);
  return existsSync(unfinished) ? unfinished : kept;
}

/** Lets the program make a database in a folder, in the process that it makes one in. */
export async function foundIn(folder: string): Promise<void> {
  const child = fork(await storeEntry(), [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc', 'pipe'], execArgv: [] });
  child.send({ kind: 'found', folder });
  await once(child, 'exit');
}

/** The program of the database's process. */
export async function storeEntry(): Promise<string> {
  return join(await build(), 'store-process.js');
}

/** A store as the bot opens it. */
export async function openIn(opening: Partial<Opening>): Promise<Store> {
  const entry = await storeEntry();
  const given = { databaseUrl: undefined, folder: 'unused', entry, log: silent, ...opening };
  return storeIn(await openDatabaseAt(given), given.databaseUrl, given.log);
}
