import { z } from 'zod';
import type { StoredRows } from './vector-table.ts';

export const StoredVectorsSchema = z.object({
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
  /** Base64 of whole numbers of one byte. */
  values: z.string(),
  /** Base64 of float32, in this machine's byte order. */
  scales: z.string(),
});

/** Vectors as plain data. */
export type StoredVectors = z.infer<typeof StoredVectorsSchema>;

/** Rows as text. */
export function storeRows({ values, scales }: StoredRows): Pick<StoredVectors, 'values' | 'scales'> {
  return { values: textOf(values), scales: textOf(scales) };
}

/** What `storeRows` wrote; undefined where it is cut short or damaged. */
export function storedRows(kept: StoredVectors, dimensions: number): StoredRows | undefined {
  // Copies: a Buffer may begin anywhere in memory.
  const values = new Int8Array(Buffer.from(kept.values, 'base64'));
  const bytes = new Uint8Array(Buffer.from(kept.scales, 'base64'));
  if (bytes.length % Float32Array.BYTES_PER_ELEMENT !== 0) return undefined;
  const scales = new Float32Array(bytes.buffer);
  return values.length === scales.length * dimensions && scales.every(Number.isFinite) ? { values, scales } : undefined;
}

function textOf({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}
