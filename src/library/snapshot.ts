import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Article } from '../article/article.ts';
import { StoredArticleSchema } from '../article/stored-article.ts';
import { isSeedName } from './seed-name.ts';

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

/** A kept snapshot that cannot be used: the message is the reason, for people. */
export class UselessSnapshot extends Error {
  override readonly name = 'UselessSnapshot';
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const HEADER = z.strictObject({ code: z.string(), digest: sha256 });
const READINGS = z.array(
  z.tuple([z.string().refine(isSeedName), z.strictObject({ digest: sha256, article: StoredArticleSchema })]),
);

/** Longer than any header. Bytes. */
const LONGEST_HEADER = 1_000;
const LINE_FEED = 0x0a;

/**
 * A snapshot as a file: three lines, the header, the readings and the index.
 * @param code what has made the articles and the index
 */
export function snapshotToBytes(readings: Snapshot['readings'], index: string, code: string): Buffer {
  const body = Buffer.from(`${JSON.stringify([...readings])}\n${index}`);
  return Buffer.concat([Buffer.from(`${JSON.stringify({ code, digest: digestOf(body) })}\n`), body]);
}

/**
 * What `snapshotToBytes` wrote with the same code. Of the index no more is known than that it is what was written.
 * @throws UselessSnapshot
 */
export function snapshotFromBytes(bytes: Buffer, code: string): Snapshot {
  const endOfHeader = bytes.subarray(0, LONGEST_HEADER).indexOf(LINE_FEED);
  if (endOfHeader < 0) throw new UselessSnapshot('the file is no kept index');
  const written = parse(HEADER, bytes.subarray(0, endOfHeader), 'the file is no kept index');
  if (written.code !== code) throw new UselessSnapshot('another version of the program wrote it');
  const body = bytes.subarray(endOfHeader + 1);
  if (written.digest !== digestOf(body)) throw new UselessSnapshot('it is damaged');
  const endOfReadings = body.indexOf(LINE_FEED);
  const entries = parse(READINGS, body.subarray(0, Math.max(0, endOfReadings)), 'its articles are none');
  const readings = new Map<string, CachedReading>(entries);
  const articles = [...readings.values()].map(({ article }) => article);
  const ids = new Set(articles.map(({ id }) => id));
  if (readings.size < entries.length || ids.size < articles.length) throw new UselessSnapshot('it holds things twice');
  return { readings, articles, index: body.toString('utf8', endOfReadings + 1) };
}

function parse<Shape>(shape: z.ZodType<Shape>, json: Buffer, otherwise: string): Shape {
  try {
    return shape.parse(JSON.parse(json.toString('utf8')));
  } catch (cause) {
    throw new UselessSnapshot(otherwise, { cause });
  }
}

/** Hexadecimal SHA-256. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
