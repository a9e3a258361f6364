import type { Feature } from './feature.ts';
import { coverageWithin, density, type Matches } from './matches.ts';

/** How much of the question's pairs of characters, Latin words and numbers the passage has, and how close together. */
export const COVERAGE_FEATURES: readonly Feature[] = [
  // What is missing weighs by how rare it is: a missing name more than three missing verbs.
  { name: 'missing grams', of: ({ coverage, probe }) => (1 - coverage) * probe.gramIdfSum },
  // A passage about the thing says its name again and again.
  { name: 'gram occurrences', of: (matches) => saturatedOccurrences(matches) },
  // The name stands in one sentence, the answer with a pronoun in the next.
  { name: 'best two sentences', of: (matches) => bestTwoSentences(matches) },
  // One stretch that has it all is worth more than a passage over which it is strewn.
  { name: 'density', of: (matches) => matches.at.reduce((most, at) => Math.max(most, density(matches, at, NEAR)), 0) },
  // A paragraph opens with what it is about.
  { name: 'opening coverage', of: ({ probe, at, gram }) => coverageWithin(probe, at, gram, 0, OPENING) },
];

/** In characters: how far something may stand and still belong together. */
const NEAR = 20;
const OPENING = 30;

function bestTwoSentences({ probe, at, gram, sentences }: Matches): number {
  let most = 0;
  sentences.forEach((sentence, index) => {
    const { end } = sentences[index + 1] ?? sentence;
    most = Math.max(most, coverageWithin(probe, at, gram, sentence.start, end));
  });
  return most;
}

function saturatedOccurrences({ probe, gram }: Matches): number {
  if (probe.gramIdfSum === 0) return 0;
  const times = new Uint16Array(probe.grams.length);
  for (const which of gram) times[which] = (times[which] ?? 0) + 1;
  let sum = 0;
  probe.grams.forEach(({ idf }, index) => {
    const frequency = times[index] ?? 0;
    sum += (idf * frequency) / (frequency + HALF_SATURATED);
  });
  return sum / probe.gramIdfSum;
}

/** So many occurrences count half as much as any number of them. */
const HALF_SATURATED = 1.5;
