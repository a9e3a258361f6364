import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const text = z.string().min(1);
const GOLD = z.object({
  file: text,
  title: text,
  publishedAt: text,
  /** Equally right. */
  publishedAlso: z.array(text).default([]),
  /** Null where the page names none. */
  source: text.nullable(),
  sourceAlso: z.array(text).default([]),
  authors: z.array(text),
  /** How the first paragraph begins, and how the last ends. */
  first: text,
  last: text,
  lastAlso: z.array(text).default([]),
  headings: z.array(text),
  /** How lines begin that may stand around the text. */
  captions: z.array(text).default([]),
  /** Must be in the text, and must not. */
  keep: z.array(text),
  drop: z.array(text),
});

/** What a person has found a saved page to say. */
export type Gold = z.infer<typeof GOLD>;

/** The annotated pages of a folder, as its `gold.jsonl` lists them. */
export function readGold(folder: string): Gold[] {
  const lines = readFileSync(join(folder, 'gold.jsonl'), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => GOLD.parse(JSON.parse(line)));
}
