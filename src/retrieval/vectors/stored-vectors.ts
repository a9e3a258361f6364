import { z } from 'zod';
import type { StoredRows } from './vector-table.ts';

const StoredHeadSchema = z.object({
  /** Digest of the network that made them. */
  network: z.string(),
  /** In the order of their vectors. */
  articles: z.array(
    z.object({
      id: z.string(),
      hash: z.string(),
      /** Of each passage: how many sentences it has. */
      sentences: z.array(z.int().nonnegative()),
    }),
  ),
});

/** Of what and by what vectors were made. */
export type StoredHead = z.infer<typeof StoredHeadSchema>;

const LINE_FEED = 0x0a;

/**
 * Vectors as bytes: a line of JSON, a scale for each row, in this machine's byte order, and the rows' numbers. They are
 * megabytes, so nothing is copied: the pieces hold until a row changes.
 */
export function storeVectors({ network, articles }: StoredHead, { values, scales }: StoredRows): readonly Uint8Array[] {
  return [Buffer.from(`${JSON.stringify({ network, articles })}\n`), bytesOf(scales), bytesOf(values)];
}

/** What `storeVectors` gave, one piece behind the other. */
export interface StoredVectors extends StoredHead {
  /** Those of the rows stand in the very bytes that they were read from. */
  readonly rows: StoredRows;
}

/** Undefined where they are of another network or another kind, cut short or damaged. */
export function storedVectors(
  bytes: Uint8Array,
  { digest, dimensions }: { readonly digest: string; readonly dimensions: number },
): StoredVectors | undefined {
  const endOfHead = bytes.indexOf(LINE_FEED);
  const head = endOfHead < 0 ? undefined : headIn(bytes.subarray(0, endOfHead));
  if (head?.network !== digest) return undefined;
  const body = bytes.subarray(endOfHead + 1);
  const count = body.length / (Float32Array.BYTES_PER_ELEMENT + dimensions);
  if (!Number.isInteger(count)) return undefined;
  const scales = new Float32Array(count);
  // A file's line ends anywhere, and numbers of four bytes begin at every fourth.
  bytesOf(scales).set(body.subarray(0, scales.byteLength));
  const values = new Int8Array(body.buffer, body.byteOffset + scales.byteLength, count * dimensions);
  return scales.every(Number.isFinite) ? { ...head, rows: { values, scales } } : undefined;
}

function headIn(line: Uint8Array): StoredHead | undefined {
  try {
    return StoredHeadSchema.parse(JSON.parse(Buffer.from(line).toString('utf8')));
  } catch {
    return undefined;
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
