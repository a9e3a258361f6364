import type { Question } from '../question/question.ts';
import type { NetworkReading } from '../reader/reader.ts';
import type { FoundByMeaning } from '../retrieval/find-by-meaning.ts';
import type { PassageStore } from '../retrieval/store/store.ts';
import { evidenceOf, evidenceOffTopic, evidenceUnread } from './evidence.ts';
import weights from './weights.json' with { type: 'json' };

/**
 * How likely the best reading's sentence answers: a logistic regression over the evidence, fitted on articles that
 * the reader has not learned from.
 * @param readings best first; one at least
 */
export function likelihoodOf(store: PassageStore, question: Question, readings: readonly NetworkReading[]): number {
  return logistic(weights.read, evidenceOf(store, question, readings));
}

/** The same where nothing was read: how likely the passage that was found first answers. */
export function likelihoodUnread({ fused }: FoundByMeaning): number {
  const evidence = evidenceUnread(fused);
  return evidence === undefined ? 0 : logistic(weights.unread, evidence);
}

/** How likely the question is about something else altogether. @param readings best first; one at least */
export function likelihoodOffTopic(readings: readonly NetworkReading[]): number {
  return logistic(weights.offTopic, evidenceOffTopic(readings));
}

/** @throws Error where the weights are of other evidence */
function logistic(model: Readonly<Record<string, number>>, evidence: object): number {
  let odds = model.bias ?? 0;
  for (const [name, value] of Object.entries(evidence)) {
    const weight = model[name];
    if (weight === undefined) throw new Error(`the weights know no evidence ${name}`);
    odds += weight * value;
  }
  return shareOfOdds(odds);
}

/** Log odds as a share from 0 to 1. */
export function shareOfOdds(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
