import { z } from 'zod';
import { idfOf } from '../language/idf.ts';
import { FEATURE_NAMES } from './evidence/features.ts';
import type { Probe } from './evidence/probe.ts';
import type { Ranked } from './rank.ts';
import { readModel } from './read-model.ts';

interface Feature {
  readonly name: string;
  /** @param ranked best first, at least one. */
  of(probe: Probe, top: Ranked, ranked: readonly Ranked[]): number;
}

/** What tells whether the best passage answers at all, beside its own evidence. */
const FEATURES: readonly Feature[] = [
  // With few words asked, each that is missing weighs more.
  { name: 'words asked', of: (probe) => probe.words.length },
  { name: 'score', of: (_, top) => top.score },
  // A question that is answered here is answered in one place more than in all others.
  { name: 'margin', of: (_, top, ranked) => (ranked[1] === undefined ? 0 : top.score - ranked[1].score) },
  // By rarity in Chinese at large: what is common in this library may still be what is asked for.
  { name: 'coverage at large', of: (probe, top) => coverageAtLarge(probe, top) },
  // A name that no passage has is about something else.
  { name: 'absent entities', of: (probe, _, ranked) => absentEntities(probe, ranked) },
];

export const ANSWERABILITY_NAMES: readonly string[] = [...FEATURE_NAMES, ...FEATURES.map(({ name }) => name)];

const ModelSchema = z.object({ bias: z.number(), threshold: z.number(), weights: z.record(z.string(), z.number()) });
type Model = z.infer<typeof ModelSchema>;

let loaded: Model | undefined;

/** In the order of `ANSWERABILITY_NAMES`; `ranked` has one passage at least. */
export function answerabilityRow(probe: Probe, top: Ranked, ranked: readonly Ranked[]): number[] {
  return [...top.evidence, ...FEATURES.map((feature) => feature.of(probe, top, ranked))];
}

/**
 * How sure it is that the best passage answers the question, as log odds against the
 * threshold: above 0 it answers. The threshold was chosen where few questions about an
 * article itself are refused (see `npm run bench`).
 *
 * @param ranked best first; none answers nothing.
 * @throws Error when the model's file is missing or was trained on other features.
 */
export function answerability(probe: Probe, ranked: readonly Ranked[]): number {
  loaded ??= readAnswerability();
  const [top] = ranked;
  if (top === undefined || probe.length === 0) return Number.NEGATIVE_INFINITY;
  const { bias, threshold, weights } = loaded;
  return answerabilityRow(probe, top, ranked).reduce(
    (sum, value, at) => sum + value * (weights[ANSWERABILITY_NAMES[at] ?? ''] ?? 0),
    bias - threshold,
  );
}

function readAnswerability(): Model {
  const model = ModelSchema.parse(readModel('answerability'));
  const names = Object.keys(model.weights);
  if (names.length !== ANSWERABILITY_NAMES.length || names.some((name, at) => name !== ANSWERABILITY_NAMES[at])) {
    throw new Error('model answerability was trained on other features; make it again with npm run train');
  }
  return model;
}

function coverageAtLarge({ words }: Probe, { passage }: Ranked): number {
  let all = 0;
  let found = 0;
  for (const { text } of words) {
    const idf = idfOf(text);
    all += idf;
    if (passage.folded.includes(text)) found += idf;
  }
  return all === 0 ? 0 : found / all;
}

function absentEntities({ question }: Probe, ranked: readonly Ranked[]): number {
  return question.entities.filter((entity) => !ranked.some(({ passage }) => passage.folded.includes(entity))).length;
}
