import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../src/build.js';
import type { Log } from '../../src/log.ts';
import { type Opening, openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';

export const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** A folder for a test, with a name that says whose it is. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'wenzhai-store-'));
}

let template: Promise<string> | undefined;

/** A folder with an empty database in it: making one takes seconds, so one is made and copied. */
export async function foundedFolder(): Promise<string> {
  template ??= makeTemplate();
  const folder = temporaryFolder();
  cpSync(await template, folder, { recursive: true });
  return folder;
}

async function makeTemplate(): Promise<string> {
  const folder = temporaryFolder();
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const store = await openIn({ folder });
  await store.changeSettings('1', { mentions: 'everywhere' });
  await store.forget('1');
  await store.close();
  return folder;
}

/** The program of the database's process. */
export async function storeEntry(): Promise<string> {
  return join(await build(), 'store-process.js');
}

/** A store as the bot opens it. */
export async function openIn(opening: Partial<Opening>): Promise<Store> {
  const entry = await storeEntry();
  return await openStore({ databaseUrl: undefined, folder: 'unused', entry, log: silent, ...opening });
}
