import type { Candidate } from './candidates.ts';

/** A kind of sentence that belongs to the telling, not to what is told. */
interface Ornament {
  readonly name: string;
  readonly matches: (candidate: Candidate) => boolean;
}

/** Kinds that a sentence shows by itself. */
const ORNAMENTS: readonly Ornament[] = [
  {
    // It asks for what the text then says; the answer is the better sentence.
    name: 'question',
    matches: ({ folded }) => /\?[”"’」』)]*$/.test(folded),
  },
];

/** The candidates that tell something: all but ornaments. */
export function withoutOrnaments(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter((candidate) => !ORNAMENTS.some(({ matches }) => matches(candidate)));
}
