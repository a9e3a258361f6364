import type { Span } from '../../language/sentences.ts';
import type { Question } from '../question.ts';
import { readModel } from '../read-model.ts';
import { type TreeScorer, treeScorer } from '../trees.ts';
import { FEATURE_NAMES, featureRows } from './features.ts';
import type { ReadPassage } from './passage.ts';
import { sceneOf } from './scene.ts';

/** Where a passage answers a question, if it answers it at all. */
export interface SentenceChoice {
  /** The likeliest sentence: offsets into the passage's text. */
  readonly highlight: Span;
  /** Its share of the passage's likelihood, 0–1: how clearly it stands out from the other sentences. */
  readonly probability: number;
  /** The exact run that answers, inside `highlight`, only when sure of it. */
  readonly answer: Span | null;
}

let scorer: TreeScorer | undefined;

/**
 * Chooses the sentence of a passage that answers a question best. That it answers at all is not decided here.
 *
 * @returns null for a passage without a sentence.
 * @throws Error when the model's file is missing or was trained on other features.
 */
export function chooseSentence(question: Question, passage: ReadPassage): SentenceChoice | null {
  const rows = featureRows(sceneOf(question, passage));
  scorer ??= treeScorer(readModel('sentence'), FEATURE_NAMES);
  const scores = rows.map(scorer);
  const best = scores.indexOf(Math.max(...scores));
  const sentence = passage.sentences[best];
  if (sentence === undefined) return null;
  const all = scores.reduce((sum, score) => sum + Math.exp(score - (scores[best] ?? 0)), 0);
  return { highlight: { start: sentence.start, end: sentence.end }, probability: 1 / all, answer: null };
}
