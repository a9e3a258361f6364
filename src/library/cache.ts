import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import type { Article } from '../article/article.ts';
import { errorFields, type Log } from '../log.ts';

/** What a library was when it was last built: its articles by the digest of their file, and the index over them. */
export interface Snapshot {
  /** By file name. */
  readonly readings: ReadonlyMap<string, CachedReading>;
  /** The articles that the index is over. */
  readonly articles: readonly Article[];
  /** As `PassageIndex.export` gave it. */
  readonly index: string;
}

/** A file and what it was made into. */
export interface CachedReading {
  readonly digest: string;
  readonly article: Article;
}

/** Where a folder's snapshot is kept between runs. */
export interface LibraryCache {
  /** Undefined where there is none, it is damaged, or another version of the program wrote it. */
  load(): Snapshot | undefined;
  /**
   * Written as a whole or not at all. A place that cannot be written, or an index that is longer than a
   * string can be (half a milliard characters), is one line in the log.
   * @param exportIndex gives the index as text
   */
  save(readings: ReadonlyMap<string, CachedReading>, exportIndex: () => string): void;
}

/** Whatever makes an article or an index is part of the key, so that no change to the code meets an old snapshot. */
const MAKERS = ['../article', '../language', '../retrieval', '../../package-lock.json'];

/** The digest of the makers, which a build knows; undefined where the sources themselves run. */
declare const MAKERS_DIGEST: string | undefined;

const header = z.object({ code: z.string(), digest: z.string() });

/**
 * @param cacheDir is made where it does not exist
 * @param folder of the seeds; each has a snapshot of its own
 */
export function openCache(cacheDir: string, folder: string, log: Log): LibraryCache {
  const path = join(cacheDir, `library-${digestOf(resolve(folder)).slice(0, 16)}.json`);
  const code = codeDigest();
  return {
    load() {
      try {
        return parseSnapshot(readFileSync(path, 'utf8'), code);
      } catch {
        return undefined;
      }
    },
    save(readings, exportIndex) {
      try {
        const body = `${JSON.stringify([...readings])}\n${exportIndex()}`;
        mkdirSync(cacheDir, { recursive: true });
        writeFileAtomic.sync(path, `${JSON.stringify({ code, digest: digestOf(body) })}\n${body}`);
      } catch (error) {
        log.warn('the built index could not be kept', { file: path, ...errorFields(error) });
      }
    },
  };
}

/** Three lines: header, readings, index. */
function parseSnapshot(text: string, code: string): Snapshot | undefined {
  const endOfHeader = text.indexOf('\n');
  const body = text.slice(endOfHeader + 1);
  const written = header.parse(JSON.parse(text.slice(0, endOfHeader)));
  if (written.code !== code || written.digest !== digestOf(body)) return undefined;
  const endOfReadings = body.indexOf('\n');
  const readings = new Map<string, CachedReading>(JSON.parse(body.slice(0, endOfReadings)));
  const articles = [...readings.values()].map(({ article }) => article);
  return { readings, articles, index: body.slice(endOfReadings + 1) };
}

/** Hexadecimal SHA-256. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function codeDigest(): string {
  if (typeof MAKERS_DIGEST === 'string') return MAKERS_DIGEST;
  const hash = createHash('sha256');
  for (const maker of MAKERS) addFiles(fileURLToPath(new URL(maker, import.meta.url)), hash);
  return hash.digest('hex');
}

function addFiles(path: string, hash: ReturnType<typeof createHash>): void {
  if (/\.(ts|json)$/.test(path)) hash.update(path).update(readFileSync(path));
  else for (const name of readdirSync(path).sort()) addFiles(join(path, name), hash);
}
