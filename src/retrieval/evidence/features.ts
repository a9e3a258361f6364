import { ANSWER_FEATURES } from './answer-features.ts';
import { CHARACTER_FEATURES } from './character-features.ts';
import { COVERAGE_FEATURES } from './coverage-features.ts';
import { DEFINITION_FEATURES } from './definition-features.ts';
import type { Feature } from './feature.ts';
import type { Matches } from './matches.ts';
import { SEQUENCE_FEATURES } from './sequence-features.ts';
import { WORD_FEATURES } from './word-features.ts';

const FEATURES: readonly Feature[] = [
  ...COVERAGE_FEATURES,
  ...CHARACTER_FEATURES,
  ...WORD_FEATURES,
  ...SEQUENCE_FEATURES,
  ...ANSWER_FEATURES,
  ...DEFINITION_FEATURES,
];

/** The names of what `evidenceOf` computes, in its order. */
export const FEATURE_NAMES: readonly string[] = FEATURES.map(({ name }) => name);

/** Everything that speaks for or against a passage, in numbers. */
export function evidenceOf(matches: Matches): Float64Array {
  const evidence = new Float64Array(FEATURES.length);
  FEATURES.forEach((feature, index) => {
    evidence[index] = feature.of(matches);
  });
  return evidence;
}
