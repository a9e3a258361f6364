import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A new file for its owner alone, and not through a link that somebody has put there. */
const FLAGS = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
const OWNER_ONLY = 0o600;

/** What a name that is not final ends with: the process that writes and a number, or, of an earlier version, a number. */
const UNFINISHED = /^\.(?:(\d{1,10})-[0-9a-f]{8}\.tmp|\d{1,10})$/;
/** Nobody writes for so long: its process is another of the same number. Milliseconds. */
const LONGEST_WRITING = 3_600_000;

/**
 * Writes a file as a whole or not at all: its name is given to it when all of it is on the disk.
 * Until then the old file stays, and after a failure too. Its owner alone can read and write it.
 *
 * write-file-atomic does not look how much the system has taken of what it was to write, and so gives
 * half a file the final name where the disk is full.
 *
 * @param pieces its content, one behind the other
 * @throws what the system says: ENOSPC, EFBIG, EACCES, …
 */
export function writeWhole(path: string, ...pieces: readonly Uint8Array[]): void {
  removeUnfinished(path);
  const unfinished = `${path}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
  try {
    writeNew(unfinished, pieces);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function writeNew(path: string, pieces: readonly Uint8Array[]): void {
  const descriptor = openSync(path, FLAGS, OWNER_ONLY);
  try {
    // The system takes as much as there is room for, and says that there is no room at the next attempt.
    for (const piece of pieces)
      for (let written = 0; written < piece.length; ) written += writeSync(descriptor, piece, written);
    fsyncSync(descriptor);
    const { size } = fstatSync(descriptor);
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    if (size !== length) throw new Error(`${size} of ${length} bytes were written`);
  } finally {
    closeSync(descriptor);
  }
}

/** Removes what a process that was killed has left unfinished; not what another is writing. */
function removeUnfinished(path: string): void {
  const folder = dirname(path);
  const name = basename(path);
  for (const other of readdirSync(folder)) {
    if (!other.startsWith(name)) continue;
    const unfinished = UNFINISHED.exec(other.slice(name.length));
    if (unfinished === null || isBeingWritten(join(folder, other), unfinished[1])) continue;
    rmSync(join(folder, other), { force: true });
  }
}

function isBeingWritten(path: string, writer: string | undefined): boolean {
  if (writer === undefined || Number(writer) === process.pid || !isRunning(Number(writer))) return false;
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs < LONGEST_WRITING;
}

function isRunning(writer: number): boolean {
  try {
    process.kill(writer, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
