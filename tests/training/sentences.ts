import { FEATURE_NAMES, featureRows } from '../../src/retrieval/sentence/features.ts';
import { type Scene, sceneOf } from '../../src/retrieval/sentence/scene.ts';
import { type Example, rightSentences } from './examples.ts';
import { type BoostingOptions, USUAL } from './gbdt.ts';
import type { Group } from './groups.ts';

/** A question over its passage, with what is learned of its sentences. */
export interface SentenceGroup extends Group {
  readonly example: Example;
  readonly scene: Scene;
}

export const SENTENCE_FEATURES = FEATURE_NAMES;

/** Chosen on the development part. */
export const SENTENCE_BOOSTING: BoostingOptions = {
  ...USUAL,
  trees: 150,
  rate: 0.07,
  featureShare: 0.3,
  minLeafRows: 25,
};

/** One group a question, one row a sentence; right are those that hold an annotated answer. */
export function sentenceGroups(examples: readonly Example[]): SentenceGroup[] {
  return examples.map((example) => {
    const scene = sceneOf(example.question, example.passage);
    const rows = featureRows(scene);
    return { example, scene, rows, labels: rightSentences(example), document: example.document };
  });
}
