import type { Candidate } from './candidates.ts';

/** A way in which a printed sentence begins or refers that makes it stand better or worse alone. */
interface Bearing {
  readonly name: string;
  /** What the sentence's content is multiplied with. */
  readonly factor: number;
  readonly pattern: RegExp;
}

const BEARINGS: readonly Bearing[] = [
  {
    // The writer says in one sentence what the text is about (cue phrases: Edmundson 1969).
    name: 'announcement',
    factor: 1.3,
    pattern: /本文|本篇|这篇文章|本教程|本指南/,
  },
  {
    // It leans on a sentence before, which the summary may not have.
    name: 'leaning',
    factor: 0.8,
    pattern:
      /^(——)?(他|她|它|其|这|那|该|此|对此|同时|同样|此外|另外|但|然而|不过|而且|并且|因此|所以|于是|随后|接着|也|还|与此)/,
  },
];

/** What the content of a sentence counts for; 1 for most, and for all talk, where every other sentence leans. */
export function bearing({ folded }: Candidate, talk: boolean): number {
  if (talk) return 1;
  return BEARINGS.reduce((product, { factor, pattern }) => (pattern.test(folded) ? product * factor : product), 1);
}
