import { join, resolve } from 'node:path';
import type { Log } from '../log.ts';
import { codeDigest } from './code-digest.ts';
import { digestOf, type KeptFile, keptFile } from './kept-file.ts';
import { type Snapshot, snapshotFromBytes, snapshotToBytes } from './snapshot.ts';

/** Where what was made of a folder is kept between runs. */
export interface LibraryCache {
  /** The articles and their index; see `KeptFile.load`. */
  load(): Snapshot | undefined;
  /** What was loaded turned out to be of no use: one line in the log. */
  reject(reason: string): void;
  /** Whether an index was there that could not be used: it is to be replaced. */
  readonly isUseless: boolean;
  /** @param exportIndex gives the index as text */
  save(readings: Snapshot['readings'], exportIndex: () => string): void;
  /** In a file of their own: they are made long after the index, and where that is not worth keeping, they may be. */
  readonly vectors: VectorCache;
}

/** Where vectors are kept between runs. */
export interface VectorCache {
  /** See `KeptFile.load`. */
  load(): Uint8Array | undefined;
  /** Whether something was there that could not be used: it is to be replaced. */
  readonly isUseless: boolean;
  save(stored: () => readonly Uint8Array[]): void;
}

/**
 * @param cacheDir is made where it does not exist
 * @param folder of the seeds; each has files of its own
 * @param code what makes articles, indexes and vectors, as a key: what another has made is not used
 */
export function openCache(
  cacheDir: string,
  folder: string,
  { log, code = codeDigest() }: { readonly log: Log; readonly code?: string },
): LibraryCache {
  const path = join(cacheDir, `library-${digestOf(resolve(folder)).slice(0, 16)}`);
  const index = keptFile(`${path}.json`, { log, what: 'index', code });
  return {
    load: () => index.load(snapshotFromBytes),
    reject: index.reject,
    get isUseless() {
      return index.isUseless;
    },
    save: (readings, exportIndex) => index.save(() => [snapshotToBytes(readings, exportIndex())]),
    vectors: vectorsIn(keptFile(`${path}-vectors.bin`, { log, what: 'vectors', code })),
  };
}

/** Vectors in a file of their own. */
export function vectorsIn(file: KeptFile): VectorCache {
  return {
    load: () => file.load((content) => content),
    get isUseless() {
      return file.isUseless;
    },
    save: file.save,
  };
}
