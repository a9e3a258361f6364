import type { Feature } from './feature.ts';

/** Where the sentence stands and how long it is. */
export const POSITION: readonly Feature[] = [
  // Openings define, dates and lists follow; the number of sentences says how much a rank means.
  { name: 'index', of: (_, s) => s },
  { name: 'is first', of: (_, s) => (s === 0 ? 1 : 0) },
  { name: 'index from the end', of: ({ sentences }, s) => sentences.length - 1 - s },
  { name: 'sentences in all', of: ({ sentences }) => sentences.length },
  // Long sentences cover more by chance, and hold more by right.
  {
    name: 'length',
    compared: true,
    of: ({ sentences }, s) => (sentences[s]?.end ?? 0) - (sentences[s]?.start ?? 0),
  },
  { name: 'clauses', of: ({ sentences }, s) => sentences[s]?.clauses.length ?? 0 },
  // How much there is to cover, and how much of it this passage can cover at all.
  { name: 'question length', of: ({ frame }) => frame.folded.length },
  { name: 'question words', of: ({ words }) => words.size },
  {
    name: 'question words the passage has',
    of: ({ words }) => words.localWeights.filter((_, thing) => words.inSentence.some((has) => has[thing] === 1)).length,
  },
];

/** How much of the question stands before and behind what it asks for: whether it asks for the subject or the object. */
export const GAP: readonly Feature[] = [
  { name: 'characters left of the gap', of: ({ frame }) => frame.left.length },
  { name: 'characters right of the gap', of: ({ frame }) => frame.right.length },
];
