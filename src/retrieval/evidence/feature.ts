import type { Matches } from './matches.ts';

/** One number that tells how well a passage fits a question; the reason it helps stands beside it. */
export interface Feature {
  readonly name: string;
  of(matches: Matches): number;
}
