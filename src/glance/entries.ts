import type { Address } from '../article/address.ts';
import type { Span } from '../language/sentences.ts';

/** What an article is looked through for, in the order in which people see it. */
export const KINDS = ['people', 'organisations', 'places', 'dates', 'figures', 'documents'] as const;
export type Kind = (typeof KINDS)[number];

/** Where something is named. */
export interface Mention {
  readonly address: Address;
  /** UTF-16 offsets in the paragraph. */
  readonly span: Span;
  /** Which of the paragraph's sentences it stands in, counted from 0. */
  readonly sentence: number;
}

/** Somebody or something that an article names: in its own words, all of them. */
export interface Entry {
  readonly kind: Kind;
  /** As it is printed where it stands first. */
  readonly text: string;
  /** What the text says of it right there: somebody's role, what a figure counts; empty where it says nothing. */
  readonly note: string;
  /** In document order, at least one. */
  readonly mentions: readonly Mention[];
}
