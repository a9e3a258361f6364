import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { DurableFS } from './durable-fs.ts';
import { DATABASE } from './folder.ts';
import { syncFolder, syncNames } from './sync-folder.ts';

const UNFINISHED = 'unfinished';

/**
 * What PostgreSQL is started with. Its own of PGlite's would not wait for the disk (-F), and keep 128 MB of pages in
 * memory, which the system keeps anyway. Of the ways to wait for the disk PGlite knows `fsync` alone.
 */
const SETTINGS = ['shared_buffers=8MB', 'wal_sync_method=fsync', 'min_wal_size=2MB', 'max_wal_size=16MB', 'jit=off'];
const START = [
  ...PGlite.defaultStartParams.filter((given) => given !== '-F'),
  ...SETTINGS.flatMap((setting) => ['-c', setting]),
];
/** Its journal is written in files of a megabyte: of 16, as it has them by default, a small library would keep five. */
const FOUNDING = ['--wal-segsize=1'];

/**
 * Makes an empty database in the folder. It takes some seconds and 800 MB, which this process keeps until its end.
 * Ended at any moment, it has made all of it or nothing.
 */
export async function found(folder: string): Promise<void> {
  const unfinished = join(folder, UNFINISHED);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const made = await PGlite.create({ fs: new DurableFS(unfinished), startParams: START, initDbStartParams: FOUNDING });
  await made.close();
  // What was copied there is on the disk before it has its name.
  syncFolder(unfinished);
  renameSync(unfinished, join(folder, DATABASE));
  syncNames(folder);
}

/** Opens the folder's database, which is to be there. */
export function openPGlite(folder: string): Promise<PGlite> {
  return PGlite.create({ fs: new DurableFS(join(folder, DATABASE)), startParams: START });
}
