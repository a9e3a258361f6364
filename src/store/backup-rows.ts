import { z } from 'zod';
import type { Tables } from './tables.ts';

/** The first line of a backup. */
export const HEADER = z.strictObject({
  format: z.literal('wenzhai library'),
  version: z.literal(1),
  /** ISO 8601. */
  madeAt: z.string(),
});

/** The last line: what is cut off has none. */
export const END = z.strictObject({ rows: z.int().nonnegative() });

const text = z.string();
const id = z.string().regex(/^\d{1,19}$/);
const moment = z.iso.datetime().transform((written) => new Date(written));
const bytes = z.base64().transform((written) => Buffer.from(written, 'base64'));

/** The rows of a backup, in the order in which one needs the other, and what stands in each. */
export const ROWS = {
  servers: z.strictObject({ id: text, revision: id, settings: text, left_at: moment.nullable() }),
  files: z.strictObject({ id, server: text, name: text, bytes: z.int().nonnegative() }),
  file_pieces: z.strictObject({ file: id, number: z.int().nonnegative(), content: bytes }),
  articles: z.strictObject({
    server: text,
    id: text,
    article: text,
    text_digest: bytes,
    title_digest: bytes,
    file: id,
    added_by: text,
    added_at: moment,
    removed_at: moment.nullable(),
  }),
  uploads: z.strictObject({ server: text, token: text, article_id: text, at: moment }),
  spent_ids: z.strictObject({ server: text, digest: bytes }),
  bindings: z.strictObject({ server: text, channel: text, article_id: text }),
  questions: z.strictObject({
    id,
    server: text,
    token: text,
    question: text,
    because: text,
    article_id: text.nullable(),
    asked_at: moment,
    settled: text.nullable(),
  }),
} satisfies Record<Exclude<keyof Tables, 'notes'>, z.ZodType>;

export type TableName = keyof typeof ROWS;

/** A row of a table as a line of JSON, without its end. */
export function rowLine(table: TableName, row: object): string {
  const written = Object.entries(row).map(([name, value]) => [
    name,
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  ]);
  return JSON.stringify({ [table]: Object.fromEntries(written) });
}
