import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Article, NotAnArticle } from '../article/article.ts';
import type { Log } from '../log.ts';
import { whyUnreadable } from '../regular-file.ts';
import { digestOf } from './kept-file.ts';
import { readSeedBytes } from './seed-bytes.ts';
import { parseSeed, type ReadSeed } from './seed-file.ts';
import { listSeeds, type SeedList } from './seed-list.ts';
import type { CachedReading } from './snapshot.ts';

/** A folder of seeds, read again and again: files that have not changed since are not parsed anew. */
export interface SeedFolder {
  /**
   * The articles of the folder and of those in it, in the order of their ids. A bad seed, a second one of the same
   * id, or what is no seed at all, is skipped with one line in the log, and with another when the reason is another.
   * @param progress told how many of how many files are read
   */
  read(progress?: (read: number, of: number) => void): Promise<Article[]>;
  /** Why the folder could not be listed at the last reading, as a predicate; undefined where it could. */
  readonly trouble: string | undefined;
  /** What the files were made into at the last reading, by file name. */
  readings(): ReadonlyMap<string, CachedReading>;
}

/**
 * Makes articles of a file's content, here or in another process.
 * @param path of the file, for its name
 * @throws NotAnArticle with the reason
 */
export type ReadPage = (bytes: Uint8Array, path: string) => Promise<ReadSeed>;

/** What one file held when it was last read, and how to tell that it has changed since. */
interface Reading {
  readonly stamp: string;
  /** Undefined where the file is no article. */
  readonly cached: CachedReading | undefined;
}

/** How a folder is read. */
interface Means {
  readonly log: Log;
  /** What files were made into by an earlier run. */
  readonly known?: ReadonlyMap<string, CachedReading> | undefined;
  readonly readPage?: ReadPage | undefined;
  /** What the program keeps there is no seed, should they lie in the folder. */
  readonly ownFolders?: readonly string[] | undefined;
  /** Of seeds that an earlier run skipped, by file name: why, which has been said already. */
  readonly skipped?: ReadonlyMap<string, string> | undefined;
  /** Told when a seed is skipped, and why. */
  readonly onSkip?: ((file: string, reason: string) => void) | undefined;
}

/** Opens a folder; nothing is read yet. A folder that cannot be listed has no articles, and `trouble`. */
export function openSeedFolder(
  folder: string,
  { log, known = new Map(), readPage = parseSeed, ownFolders, skipped: before = new Map(), onSkip = () => {} }: Means,
): SeedFolder {
  const readings = new Map<string, Reading>();
  /** By file name: a folder that is read again and again says a thing once. */
  const skipped = new Map(before);
  let trouble: string | undefined;

  function skip(file: string, reason: string): string {
    if (skipped.get(file) === reason) return file;
    log.warn('seed skipped', { file, reason });
    skipped.set(file, reason);
    onSkip(file, reason);
    return file;
  }

  async function readFile(file: string): Promise<CachedReading | undefined> {
    const stamp = stampOf(join(folder, file));
    const before = readings.get(file);
    if (before?.stamp === stamp) return before.cached;
    const cached = await parseOrSkip(file);
    readings.set(file, { stamp, cached });
    return cached;
  }

  async function parseOrSkip(file: string): Promise<CachedReading | undefined> {
    const path = join(folder, file);
    try {
      const bytes = readSeedBytes(path);
      const digest = digestOf(bytes);
      const same = readings.get(file)?.cached ?? known.get(file);
      // Whose id comes from where it lies keeps it, whatever the folder's own path is.
      if (same?.digest === digest) return same;
      const { articles, refused } = await readPage(bytes, file.replaceAll('/', '-'));
      return { digest, articles, refused };
    } catch (error) {
      if (!(error instanceof NotAnArticle)) throw error;
      skip(file, error.message);
      return undefined;
    }
  }

  function list(): SeedList {
    try {
      trouble = undefined;
      return listSeeds(folder, ownFolders);
    } catch (error) {
      trouble = whyUnreadable(error);
      return { seeds: [], others: new Map() };
    }
  }

  return {
    get trouble() {
      return trouble;
    },
    async read(progress = () => {}) {
      const { seeds: files, others } = list();
      const present = new Set(files);
      for (const file of readings.keys()) if (!present.has(file)) readings.delete(file);
      const said = new Set(others.keys());
      for (const [file, reason] of others) skip(file, reason);
      const byId = new Map<string, Article>();
      for (const [index, file] of files.entries()) {
        const reading = await readFile(file);
        if (reading === undefined) said.add(file);
        for (const { member, reason } of reading?.refused ?? []) said.add(skip(`${file}/${member}`, reason));
        for (const article of reading?.articles ?? []) {
          if (byId.has(article.id)) said.add(skip(file, `another seed has the id ${article.id}`));
          else byId.set(article.id, article);
        }
        progress(index + 1, files.length);
      }
      for (const file of skipped.keys()) if (!said.has(file)) skipped.delete(file);
      return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    readings: () =>
      new Map([...readings].flatMap(([file, { cached }]) => (cached === undefined ? [] : [[file, cached]]))),
  };
}

/** Changes with the file. A file that is gone or out of reach has a stamp too: reading it gives the reason. */
function stampOf(path: string): string {
  try {
    const { mtimeMs, ctimeMs, size, ino } = statSync(path);
    return `${mtimeMs} ${ctimeMs} ${size} ${ino}`;
  } catch (error) {
    return whyUnreadable(error);
  }
}
