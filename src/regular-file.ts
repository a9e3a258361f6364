import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';

/** A file that cannot be read. The message is the reason for people, without the file's name: “the file is a pipe”. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/** A regular file that is open. */
export interface RegularFile {
  readonly descriptor: number;
  /** As it was when it was opened. */
  readonly stats: Stats;
}

/** Opening does not wait for somebody to write into a pipe, and makes no terminal ours. Flags that a platform lacks are 0. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/**
 * The whole content of a regular file, links followed. Anything else that may lie in a folder (a
 * pipe, a device, a socket, a folder) is refused without waiting for it, and so is a file that
 * changes while it is read: nobody sees half of it.
 *
 * @param largest bytes
 * @throws UnreadableFile with the reason
 */
export function readRegularFile(path: string, largest: number): Buffer {
  return withRegularFile(path, (file) => readWhole(file, largest));
}

/**
 * Opens a regular file, hands it on and closes it.
 * @throws UnreadableFile where there is no regular file or the system refuses; whatever `use` throws
 */
export function withRegularFile<Result>(path: string, use: (file: RegularFile) => Result): Result {
  const descriptor = inPlainWords(() => {
    // A device can do something when it is opened, so it is not. What is opened may be another file by then.
    requireRegular(statSync(path));
    return openSync(path, FLAGS);
  });
  try {
    const stats = inPlainWords(() => fstatSync(descriptor));
    requireRegular(stats);
    return use({ descriptor, stats });
  } finally {
    closeSync(descriptor);
  }
}

/**
 * @param largest bytes
 * @throws UnreadableFile where the file is larger, or changes meanwhile
 */
export function readWhole({ descriptor, stats }: RegularFile, largest: number): Buffer {
  const { size } = stats;
  if (size > largest) throw new UnreadableFile(`the file has ${size} bytes; the limit is ${largest}`);
  // One byte more than there should be: what fills it has grown.
  const buffer = Buffer.alloc(size + 1);
  const read = inPlainWords(() => fill(buffer, descriptor));
  const after = inPlainWords(() => fstatSync(descriptor));
  if (read !== size || after.size !== size || after.mtimeMs !== stats.mtimeMs) {
    throw new UnreadableFile('the file changes while it is read');
  }
  return buffer.subarray(0, size);
}

/** @returns how many bytes came before the end of the file or of the buffer */
function fill(buffer: Buffer, descriptor: number): number {
  let filled = 0;
  while (filled < buffer.length) {
    const read = readSync(descriptor, buffer, filled, buffer.length - filled, null);
    if (read === 0) break;
    filled += read;
  }
  return filled;
}

function requireRegular(stats: Stats): void {
  if (!stats.isFile()) throw new UnreadableFile(`the file is ${kindOf(stats)}`);
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}

/** What the system’s commonest refusals mean. */
const MEANINGS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'is no folder, or lies in none',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ELOOP: 'is a link that leads back to itself',
  ENXIO: 'is a socket, or a device that is not there',
  ENAMETOOLONG: 'has too long a name',
  EMFILE: 'cannot be read, because too many others are open',
  ENFILE: 'cannot be read, because too many others are open',
  EISDIR: 'is a folder',
};

/**
 * Why something cannot be read, as a predicate with the system’s code behind it: `may not be
 * read (EACCES)`. Never the system’s own message, which repeats the path.
 */
export function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return `${MEANINGS[code] ?? 'cannot be read'} (${code})`;
}

const ABSENT: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR']);

/** Whether nothing is there, which need not be a mistake. */
export function isAbsent({ cause }: UnreadableFile): boolean {
  return cause instanceof Error && 'code' in cause && ABSENT.has(cause.code);
}

function inPlainWords<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof UnreadableFile) throw cause;
    throw new UnreadableFile(`the file ${whyUnreadable(cause)}`, { cause });
  }
}
