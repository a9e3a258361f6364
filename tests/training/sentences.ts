import { type Question, readQuestion } from '../../src/retrieval/question.ts';
import { FEATURE_NAMES, featureRows } from '../../src/retrieval/sentence/features.ts';
import { type ReadPassage, readPassage } from '../../src/retrieval/sentence/passage.ts';
import { sceneOf } from '../../src/retrieval/sentence/scene.ts';
import type { TreeEnsemble } from '../../src/retrieval/trees.ts';
import type { GoldDocument, GoldQuestion, Part } from './datasets.ts';
import { boostTrees, type TrainingSet, USUAL } from './gbdt.ts';

/** A question with the paragraph it was written for. */
export interface Example {
  readonly gold: GoldQuestion;
  readonly question: Question;
  readonly passage: ReadPassage;
}

/** All questions of one part, in the order of the sets; each paragraph is read once. */
export function examplesOf(documents: readonly GoldDocument[], part: Part): Example[] {
  return documents
    .filter((document) => document.part === part)
    .flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ text, questions }) => {
        const passage = readPassage(text);
        return questions.map((gold) => ({ gold, question: readQuestion(gold.question), passage }));
      }),
    );
}

/** For each sentence: 1 where an annotated answer lies in it whole. */
export function rightSentences({ gold, passage }: Example): number[] {
  return passage.sentences.map(({ start, end }) =>
    gold.answers.some((answer) => start <= answer.start && answer.start + answer.text.length <= end) ? 1 : 0,
  );
}

/** Trains the ensemble that scores sentences. Questions whose answer runs over two sentences teach nothing. */
export function trainSentences(examples: readonly Example[]): TreeEnsemble {
  const features: Float64Array[] = [];
  const labels: number[] = [];
  const groups: number[] = [];
  for (const example of examples) {
    const right = rightSentences(example);
    if (!right.includes(1)) continue;
    groups.push(labels.length);
    labels.push(...right);
    features.push(...featureRows(sceneOf(example.question, example.passage)));
  }
  return boostTrees(asTrainingSet(features, labels, groups), {
    ...USUAL,
    trees: 150,
    rate: 0.07,
    featureShare: 0.3,
    minLeafRows: 25,
  });
}

function asTrainingSet(
  rows: readonly Float64Array[],
  labels: readonly number[],
  groups: readonly number[],
): TrainingSet {
  const matrix = new Float64Array(rows.length * FEATURE_NAMES.length);
  rows.forEach((row, index) => {
    matrix.set(row, index * FEATURE_NAMES.length);
  });
  return { features: FEATURE_NAMES, matrix, labels: Float64Array.from(labels), groups: Int32Array.from(groups) };
}
