import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { errorFields, type Log } from '../log.ts';
import { type VectorCache, vectorsIn } from './cache.ts';
import { codeDigest } from './code-digest.ts';
import { digestOf, keptFile } from './kept-file.ts';

/** Where what was made of the articles of servers is kept between runs. */
export interface ServerCaches {
  of(server: string): ServerCache;
  /** Removes what nobody has used for a month, and of the rest what was used longest ago, where it is too much. */
  prune(): void;
}

/** Where what was made of one server's articles is kept. The articles themselves are not: whoever has them hands them over. */
export interface ServerCache {
  /** As `PassageIndex.export` gave it; see `KeptFile.load`. */
  loadIndex(): string | undefined;
  saveIndex(exportIndex: () => string): void;
  readonly vectors: VectorCache;
  /** Removes all of it, at once. */
  remove(): void;
  /** Nothing is kept here from now on, whoever is still at it. */
  close(): void;
}

/** How much is kept. */
export interface Keeping {
  readonly log: Log;
  /** What makes indexes and vectors, as a key: what another has made is not used. */
  readonly code?: string;
  /** Bytes; half a gigabyte unless told. */
  readonly mostBytes?: number;
}

const MOST_BYTES = 512 * 1024 * 1024;
/** Nobody has asked in that server for so long. Milliseconds. */
const UNUSED_MS = 30 * 24 * 3_600_000;

const PREFIX = 'server-';

/** @param cacheDir is made where it does not exist */
export function openServerCaches(
  cacheDir: string,
  { log, code = codeDigest(), mostBytes = MOST_BYTES }: Keeping,
): ServerCaches {
  return {
    of: (server) => openServerCache(cacheDir, `${PREFIX}${digestOf(server).slice(0, 32)}`, log, code),
    prune: () => prune(cacheDir, mostBytes, log),
  };
}

function openServerCache(cacheDir: string, name: string, log: Log, code: string): ServerCache {
  const indexPath = join(cacheDir, `${name}-index.json`);
  const vectorsPath = join(cacheDir, `${name}-vectors.bin`);
  const index = keptFile(indexPath, { log, what: 'index', code });
  const vectors = vectorsIn(keptFile(vectorsPath, { log, what: 'vectors', code }));
  let isClosed = false;
  return {
    loadIndex() {
      for (const used of [indexPath, vectorsPath]) touch(used);
      return index.load((content) => content.toString('utf8'));
    },
    saveIndex(exportIndex) {
      if (!isClosed) index.save(() => [Buffer.from(exportIndex())]);
    },
    vectors: {
      load: vectors.load,
      get isUseless() {
        return vectors.isUseless;
      },
      save(stored) {
        if (!isClosed) vectors.save(stored);
      },
    },
    remove() {
      // A process that was killed may have left one of them unfinished.
      for (const file of namesIn(cacheDir)) if (file.startsWith(name)) remove(join(cacheDir, file), log);
    },
    close() {
      isClosed = true;
    },
  };
}

/** What is used is not pruned. */
function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // It is not there, or another's: reading it says so.
  }
}

/** Where the disk does not let go of it, one line says so. */
function remove(path: string, log: Log): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    log.warn('what was kept of a server could not be removed', { file: path, ...errorFields(error) });
  }
}

function prune(cacheDir: string, mostBytes: number, log: Log): void {
  let kept = 0;
  for (const { path, bytes, usedAt } of filesOfServers(cacheDir).sort((a, b) => b.usedAt - a.usedAt)) {
    kept += bytes;
    if (kept > mostBytes || Date.now() - usedAt > UNUSED_MS) remove(path, log);
  }
}

interface File {
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly usedAt: number;
}

function filesOfServers(cacheDir: string): File[] {
  return namesIn(cacheDir).flatMap((name) => {
    const path = join(cacheDir, name);
    const stats = name.startsWith(PREFIX) ? statSync(path, { throwIfNoEntry: false }) : undefined;
    return stats?.isFile() === true ? [{ path, bytes: stats.size, usedAt: stats.mtimeMs }] : [];
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing was kept yet, or nobody may look.
    return [];
  }
}
