import type { Feature } from './feature.ts';
import { coverageWithin, density, type Matches, nearnessWithin } from './matches.ts';

/** How much of the question's pairs of characters, Latin words and numbers the passage has, and how close together. */
export const COVERAGE_FEATURES: readonly Feature[] = [
  // What is missing weighs by how rare it is: a missing name more than three missing verbs.
  { name: 'missing grams', of: ({ coverage, probe }) => (1 - coverage) * probe.gramIdfSum },
  // A passage about the thing says its name again and again.
  { name: 'gram occurrences', of: (matches) => saturatedOccurrences(matches) },
  // The name stands in one sentence, the answer with a pronoun in the next.
  { name: 'best two sentences', of: (matches) => bestTwoSentences(matches) },
  // One stretch that has it all is worth more than a passage over which it is strewn.
  { name: 'density', of: (matches) => densest(matches) },
  // A paragraph opens with what it is about.
  { name: 'opening coverage', of: ({ probe, at, gram }) => coverageWithin(probe, at, gram, 0, OPENING) },
];

/** In characters: how far something may stand and still belong together. */
const NEAR = nearnessWithin(20);
const OPENING = 30;

function densest(matches: Matches): number {
  let most = 0;
  for (const at of matches.at) most = Math.max(most, density(matches, at, NEAR));
  return most;
}

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
  for (let match = 0; match < gram.length; match += 1) {
    const which = gram[match] ?? 0;
    times[which] = (times[which] ?? 0) + 1;
  }
  let sum = 0;
  for (let which = 0; which < times.length; which += 1) {
    const frequency = times[which] ?? 0;
    if (frequency > 0) sum += ((probe.grams[which]?.idf ?? 0) * frequency) / (frequency + HALF_SATURATED);
  }
  return sum / probe.gramIdfSum;
}

/** So many occurrences count half as much as any number of them. */
const HALF_SATURATED = 1.5;
