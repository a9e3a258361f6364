import type { GoldAnswer, GoldDocument } from '../training/datasets.ts';

/** A paragraph of the pool; its place in `Pool.passages` is its number. */
export interface PoolPassage {
  readonly text: string;
  /** Number of the document it is part of. */
  readonly document: number;
}

/** A question with the passage it was written for. */
export interface PoolQuestion {
  readonly question: string;
  /** Number of the right passage. */
  readonly passage: number;
  readonly document: number;
  /** Where annotators found the answer in the passage. */
  readonly answers: readonly GoldAnswer[];
  readonly set: GoldDocument['set'];
}

/** What is searched, and what is asked. */
export interface Pool {
  readonly passages: readonly PoolPassage[];
  readonly questions: readonly PoolQuestion[];
}

/** All paragraphs of all parts to search in; only the questions of the test part are asked. */
export function poolOf(documents: readonly GoldDocument[]): Pool {
  const passages: PoolPassage[] = [];
  const questions: PoolQuestion[] = [];
  documents.forEach(({ set, part, paragraphs }, document) => {
    for (const paragraph of paragraphs) {
      const passage = passages.push({ text: paragraph.text, document }) - 1;
      if (part !== 'test') continue;
      for (const { question, answers } of paragraph.questions) {
        questions.push({ question, passage, document, answers, set });
      }
    }
  });
  return { passages, questions };
}
