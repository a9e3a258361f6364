import { z } from 'zod';
import type { Article } from '../article/article.ts';
import { StoredArticleSchema } from '../article/stored-article.ts';
import { parseKept, UselessFile } from './kept-file.ts';
import type { ReadSeed } from './seed-file.ts';
import { isSeedName } from './seed-name.ts';

/** What a library was when it was last built: its articles by the digest of their file, and the index over them. */
export interface Snapshot {
  /** By file name. */
  readonly readings: ReadonlyMap<string, CachedReading>;
  /** The articles that the index is over. */
  readonly articles: readonly Article[];
  /** As `PassageStore.export` gave it. */
  readonly index: string;
}

/** A file and what it was made into. */
export interface CachedReading extends ReadSeed {
  readonly digest: string;
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const READING = z.strictObject({
  digest: sha256,
  articles: z.array(StoredArticleSchema).min(1),
  refused: z.array(z.strictObject({ member: z.string(), reason: z.string() })),
});
const READINGS = z.array(z.tuple([z.string().refine(isSeedName), READING]));

const LINE_FEED = 0x0a;

/** A snapshot as the content of a file: a line with the readings, and the index. */
export function snapshotToBytes(readings: Snapshot['readings'], index: string): Buffer {
  return Buffer.from(`${JSON.stringify([...readings])}\n${index}`);
}

/**
 * What `snapshotToBytes` wrote. Of the index no more is known than that it is what was written.
 * @throws UselessFile
 */
export function snapshotFromBytes(content: Buffer): Snapshot {
  const endOfReadings = content.indexOf(LINE_FEED);
  const entries = parseKept(READINGS, content.subarray(0, Math.max(0, endOfReadings)), 'its articles are none');
  const readings = new Map<string, CachedReading>(entries);
  const articles = [...readings.values()].flatMap((reading) => reading.articles);
  const ids = new Set(articles.map(({ id }) => id));
  if (readings.size < entries.length || ids.size < articles.length) throw new UselessFile('it holds things twice');
  return { readings, articles, index: content.toString('utf8', endOfReadings + 1) };
}
