import { mkdirSync, type Stats } from 'node:fs';
import { join, resolve } from 'node:path';
import { errorFields, type Log } from '../log.ts';
import { isAbsent, readWhole, UnreadableFile, withRegularFile } from '../regular-file.ts';
import { codeDigest } from './code-digest.ts';
import { digestOf, type Snapshot, snapshotFromBytes, snapshotToBytes, UselessSnapshot } from './snapshot.ts';
import { writeWhole } from './write-whole.ts';

/** Where a folder's snapshot is kept between runs. */
export interface LibraryCache {
  /**
   * Undefined where there is none. What is there and cannot be used (a pipe, damaged, of another
   * version or shape, anybody's who is not this user) is undefined too, and one line in the log.
   */
  load(): Snapshot | undefined;
  /** What was loaded turned out to be of no use: one line in the log. */
  reject(reason: string): void;
  /** Whether something was there that could not be used: it is to be replaced. */
  readonly isUseless: boolean;
  /**
   * Written as a whole or not at all. A place that cannot be written, or a snapshot that would be too
   * large to be loaded, is one line in the log.
   * @param exportIndex gives the index as text
   */
  save(readings: Snapshot['readings'], exportIndex: () => string): void;
}

/** A text of more than half a milliard characters is none to JavaScript. Bytes. */
const LARGEST_SNAPSHOT = 512 * 1024 * 1024;

/** A group or anybody may write. */
const OTHERS_MAY_WRITE = 0o022;

/**
 * @param cacheDir is made where it does not exist
 * @param folder of the seeds; each has a snapshot of its own
 * @param code what makes articles and indexes, as a key: a snapshot of another is not used
 */
export function openCache(
  cacheDir: string,
  folder: string,
  { log, code = codeDigest() }: { readonly log: Log; readonly code?: string | undefined },
): LibraryCache {
  const path = join(cacheDir, `library-${digestOf(resolve(folder)).slice(0, 16)}.json`);
  let isUseless = false;
  /** Something is there that can be neither read nor, mostly, replaced: one line says so. */
  let isOutOfReach = false;

  function reject(reason: string): undefined {
    isUseless = true;
    log.warn('the kept index is of no use and is built anew', { file: path, reason });
  }

  return {
    load() {
      try {
        return snapshotFromBytes(readTrusted(path), code);
      } catch (error) {
        if (error instanceof UselessSnapshot) return reject(error.message);
        if (!(error instanceof UnreadableFile)) throw error;
        if (isAbsent(error)) return undefined;
        isOutOfReach = true;
        return reject(error.message);
      }
    },
    reject,
    get isUseless() {
      return isUseless;
    },
    save(readings, exportIndex) {
      try {
        const bytes = snapshotToBytes(readings, exportIndex(), code);
        if (bytes.length > LARGEST_SNAPSHOT) throw new Error(`the snapshot has ${bytes.length} bytes`);
        mkdirSync(cacheDir, { recursive: true, mode: 0o700 });
        writeWhole(path, bytes);
      } catch (error) {
        if (!isOutOfReach) log.warn('the built index could not be kept', { file: path, ...errorFields(error) });
      }
    },
  };
}

/**
 * The digest in a snapshot finds accidents; whoever forges one forges that, too. So only a file
 * counts that this user or root has written and nobody else may change.
 */
function readTrusted(path: string): Buffer {
  return withRegularFile(path, (file) => {
    if (!isTrusted(file.stats)) throw new UselessSnapshot('another user of this machine can change it');
    return readWhole(file, LARGEST_SNAPSHOT);
  });
}

/** Where users have no numbers, nothing can be told by them. */
function isTrusted({ uid, mode }: Stats): boolean {
  const own = process.getuid?.();
  return own === undefined || ((uid === own || uid === 0) && (mode & OTHERS_MAY_WRITE) === 0);
}
