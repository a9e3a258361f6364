import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Article, NotAnArticle } from '../article/article.ts';
import type { Log } from '../log.ts';
import { type CachedReading, digestOf } from './cache.ts';
import { isSeedName, parseSeed, readSeedBytes } from './seed-file.ts';

/** A folder of seeds, read again and again: files that have not changed since are not parsed anew. */
export interface SeedFolder {
  /**
   * The folder's articles in the order of their ids. A bad seed, or a second one of the same
   * id, is skipped with one line in the log.
   * @param progress told how many of how many files are read
   */
  read(progress?: (read: number, of: number) => void): Promise<Article[]>;
  /** What the files were made into at the last reading, by file name. */
  readings(): ReadonlyMap<string, CachedReading>;
}

/**
 * Makes an article of a file's content, here or in another process.
 * @param path of the file, for its name
 * @throws NotAnArticle with the reason
 */
export type ReadPage = (bytes: Uint8Array, path: string) => Promise<Article>;

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
}

/** Opens a folder; nothing is read yet. A folder that cannot be listed has no articles. */
export function openSeedFolder(
  folder: string,
  { log, known = new Map(), readPage = async (bytes, path) => parseSeed(bytes, path) }: Means,
): SeedFolder {
  const readings = new Map<string, Reading>();

  async function readFile(file: string): Promise<Article | undefined> {
    const stamp = stampOf(join(folder, file));
    const before = readings.get(file);
    if (before?.stamp === stamp) return before.cached?.article;
    const cached = await parseOrSkip(file);
    readings.set(file, { stamp, cached });
    return cached?.article;
  }

  async function parseOrSkip(file: string): Promise<CachedReading | undefined> {
    const path = join(folder, file);
    try {
      const bytes = readSeedBytes(path);
      const digest = digestOf(bytes);
      const same = readings.get(file)?.cached ?? known.get(file);
      return same?.digest === digest ? same : { digest, article: await readPage(bytes, path) };
    } catch (error) {
      if (!(error instanceof NotAnArticle)) throw error;
      log.warn('seed skipped', { file, reason: error.message });
      return undefined;
    }
  }

  return {
    async read(progress = () => {}) {
      const files = seedNames(folder);
      const present = new Set(files);
      for (const file of readings.keys()) if (!present.has(file)) readings.delete(file);
      const byId = new Map<string, Article>();
      for (const [index, file] of files.entries()) {
        const article = await readFile(file);
        if (article !== undefined && byId.has(article.id)) {
          log.warn('seed skipped', { file, reason: `another seed has the id ${article.id}` });
        } else if (article !== undefined) byId.set(article.id, article);
        progress(index + 1, files.length);
      }
      return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    readings: () =>
      new Map([...readings].flatMap(([file, { cached }]) => (cached === undefined ? [] : [[file, cached]]))),
  };
}

/** A folder that is missing or cannot be listed has no seeds: that no article is in it will be said. */
function seedNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter(isSeedName).sort();
  } catch {
    return [];
  }
}

/** Changes with the file. A file that is gone or unreadable has a stamp too: reading it gives the reason. */
function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? 'gone' : `${stats.mtimeMs} ${stats.ctimeMs} ${stats.size} ${stats.ino}`;
}
