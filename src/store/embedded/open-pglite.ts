import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { DATABASE } from './folder.ts';

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
  for (const entry of readdirSync(unfinished, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) sync(join(entry.parentPath, entry.name));
  }
  renameSync(unfinished, join(folder, DATABASE));
  if (process.platform !== 'win32') sync(folder);
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Opens the folder's database, which is to be there. */
export function openPGlite(folder: string): Promise<PGlite> {
  return PGlite.create({ fs: new DurableFS(join(folder, DATABASE)), startParams: START });
}

/** A folder whose files are on the disk when PostgreSQL is told so: PGlite's own leaves that to chance. */
class DurableFS extends NodeFS {
  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const started = await super.init(...given);
    const { emscriptenOpts } = started;
    const preRun = [...(emscriptenOpts.preRun ?? []), waitForDisk];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }
}

interface OpenFile {
  readonly nfd?: number;
}

function waitForDisk(module: unknown): void {
  const { NODEFS } = module as { NODEFS: { stream_ops: { fsync?: (file: OpenFile) => number } } };
  NODEFS.stream_ops.fsync = ({ nfd }) => {
    if (nfd !== undefined) fsyncSync(nfd);
    return 0;
  };
}
