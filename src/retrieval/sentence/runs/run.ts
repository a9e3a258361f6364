import type { Span } from '../../../language/sentences.ts';

/** What a run looks like from outside. */
export const RUN_TYPES = [
  'date',
  'year',
  'period',
  'duration',
  'quantity',
  'percentage',
  'ordinal',
  'title',
  'quoted',
  'latin',
  'person',
  'place',
  'organisation',
  'phrase',
  'word',
] as const;

export type RunType = (typeof RUN_TYPES)[number];

/** A stretch of a sentence that could be an answer; offsets into the passage. */
export interface Run extends Span {
  readonly type: RunType;
}
