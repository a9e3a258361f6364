import { fold } from '../../src/language/fold.ts';
import { type Question, readQuestion } from '../../src/question/question.ts';
import { type ReadPassage, readPassage } from '../../src/retrieval/sentence/passage.ts';
import type { GoldDocument, GoldQuestion, Part } from './datasets.ts';

/** A question with the paragraph it was written for. */
export interface Example {
  readonly gold: GoldQuestion;
  readonly question: Question;
  readonly passage: ReadPassage;
  readonly set: GoldDocument['set'];
  /** Number of its document: examples of one document are never divided. */
  readonly document: number;
}

/** All questions of one part, in the order of the sets; each paragraph is read once. */
export function examplesOf(documents: readonly GoldDocument[], part: Part): Example[] {
  return documents
    .filter((document) => document.part === part)
    .flatMap(({ set, paragraphs }, document) =>
      paragraphs.flatMap(({ text, questions }) => {
        const passage = readPassage(text);
        return questions.map((gold) => ({ gold, question: readQuestion(gold.question), passage, set, document }));
      }),
    );
}

/** For each sentence: 1 where an annotated answer lies in it whole. */
export function rightSentences({ gold, passage }: Example): number[] {
  return passage.sentences.map(({ start, end }) =>
    gold.answers.some((answer) => start <= answer.start && answer.start + answer.text.length <= end) ? 1 : 0,
  );
}

/** For each sentence: 1 where it says an annotated answer, be it in another place than the annotator marked. */
export function sayingSentences({ gold, passage }: Example): number[] {
  return passage.sentences.map(({ start, end }) =>
    gold.answers.some((answer) => passage.text.slice(start, end).includes(answer.text)) ? 1 : 0,
  );
}

const EDGES = /^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu;

/** An answer as it is compared: widths, scripts and the punctuation around it do not count. */
export function comparable(answer: string): string {
  return fold(answer).replace(EDGES, '');
}
