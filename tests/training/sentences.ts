import { FEATURE_NAMES, featureRows } from '../../src/retrieval/sentence/features/rows.ts';
import { type Scene, sceneOf } from '../../src/retrieval/sentence/scene.ts';
import { type Example, rightSentences, sayingSentences } from './examples.ts';
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

/** A sentence that says the answer where nobody marked it is half as right as the one that was marked. */
const SAID_ELSEWHERE = 0.5;

/** One group a question, one row a sentence. A question whose answer runs over two sentences teaches nothing. */
export function sentenceGroups(examples: readonly Example[]): SentenceGroup[] {
  return examples.map((example) => {
    const scene = sceneOf(example.question, example.passage);
    const rows = featureRows(scene);
    return { example, scene, rows, labels: labelsOf(example), document: example.document };
  });
}

function labelsOf(example: Example): number[] {
  const marked = rightSentences(example);
  if (!marked.includes(1)) return marked;
  const saying = sayingSentences(example);
  return marked.map((right, s) => (right === 1 ? 1 : saying[s] === 1 ? SAID_ELSEWHERE : 0));
}
