import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Section } from '../../src/article/article.ts';
import { type Part, partOf } from './datasets.ts';

/** A section together with the summary that a person wrote of it. */
export interface GoldSummary {
  readonly set: SummarySet;
  readonly id: string;
  readonly part: Part;
  readonly section: Section;
  readonly reference: string;
}

/**
 * `vcsum`: meeting sections with a written summary; `head`, `body`: broadcast news items, with
 * the first half of the editor's headline as heading or without, and (the rest of) the headline
 * as reference.
 */
export type SummarySet = (typeof SUMMARY_SETS)[number];
export const SUMMARY_SETS = ['vcsum', 'head', 'body'] as const;

export const SUMMARY_FILE = 'summary-dev.jsonl';

const Line = z.object({
  set: z.enum(SUMMARY_SETS),
  id: z.string(),
  heading: z.string(),
  paragraphs: z.array(z.string()),
  reference: z.string(),
});

/** What belongs to one meeting or one broadcast: `vcsum-32_0-973815794`, `xwlb-20230516-5-h`. */
const SOURCE = /^(vcsum-\d+|xwlb-\d+)/;

/**
 * Reads the sections that people have summarised.
 * @param folder holds `summary-dev.jsonl`.
 * @throws Error that names the file when it is absent or of another format.
 */
export function readSummaries(folder: string): GoldSummary[] {
  const path = join(folder, SUMMARY_FILE);
  try {
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    return lines.map((line) => goldSummary(Line.parse(JSON.parse(line))));
  } catch (cause) {
    throw new Error(`${path}: expected lines of {set, id, heading, paragraphs, reference}`, { cause });
  }
}

/** All sections of a meeting, and all news of a day, go to the same part. */
function goldSummary({ set, id, heading, paragraphs, reference }: z.infer<typeof Line>): GoldSummary {
  const section = { number: 1, heading: heading === '' ? null : heading, paragraphs };
  return { set, id, part: partOf(SOURCE.exec(id)?.[0] ?? id), section, reference };
}
