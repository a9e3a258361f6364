import { existsSync, fsyncSync } from 'node:fs';
import { join } from 'node:path';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { syncFolder } from './sync-folder.ts';

/** PostgreSQL's name for the file that is there while it runs, and stays when it is killed. */
const RUNNING = 'postmaster.pid';

/** An open file, as Emscripten sees it. */
interface OpenFile {
  readonly path?: string;
  /** The system's. */
  readonly nfd?: number;
}

/** What Emscripten does with open files of a folder of the system. */
interface FileOperations {
  write(file: OpenFile, ...how: unknown[]): number;
  fsync?: (file: OpenFile) => number;
}

/**
 * A folder whose files are on the disk when PostgreSQL is told so: PGlite's own leaves that to chance.
 *
 * After it was killed PostgreSQL has each of a thousand files written to the disk twice before it repairs anything, which
 * takes from one second to ten. It is done here at once, and what was not written since then is there already.
 */
export class DurableFS extends NodeFS {
  /** All of the folder is on the disk, and nothing was written since. */
  #isOnDisk = false;

  constructor(folder: string) {
    super(folder);
    if (!existsSync(join(folder, RUNNING))) return;
    syncFolder(folder);
    this.#isOnDisk = true;
  }

  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...given);
    const watch = (module: unknown) => this.#watch((module as { NODEFS: { stream_ops: FileOperations } }).NODEFS);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), watch] } };
  }

  #watch({ stream_ops: operations }: { stream_ops: FileOperations }): void {
    const { write } = operations;
    operations.write = (file, ...how) => {
      // The first that it writes says that it runs, which need not be on the disk.
      if (file.path?.endsWith(RUNNING) !== true) this.#isOnDisk = false;
      return write(file, ...how);
    };
    operations.fsync = ({ nfd }) => {
      if (nfd !== undefined && !this.#isOnDisk) fsyncSync(nfd);
      return 0;
    };
  }
}
