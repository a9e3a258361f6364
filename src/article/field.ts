import type { Span } from '../language/sentences.ts';
import type { FieldKind } from './fact-labels.ts';

/** One field, with the UTF-16 offsets of its value in the line. */
export interface Field {
  readonly kind: FieldKind;
  readonly start: number;
  readonly end: number;
  /** ISO 8601, of a date. */
  readonly iso?: string;
  /** Whether a label with a mark behind it says what it is: of dates and authors. */
  readonly isLabelled?: true;
  /** Of authors and editors, where their names stand in the line. */
  readonly names?: readonly Span[];
}

/** What is read at one place of a line of facts. */
export interface Read {
  readonly field?: Field;
  readonly start: number;
  readonly end: number;
  readonly isUnlabelled?: boolean;
  /** A label with nothing behind it. */
  readonly isEmpty?: boolean;
  /** Says when, without what would make a date of it. */
  readonly isUndated?: boolean;
  readonly isUnknown?: boolean;
}
