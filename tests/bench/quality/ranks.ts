import type { PassageIndex } from '../../../src/retrieval/passage-index.ts';
import type { Pool } from '../pool.ts';

/** For each question the place of its passage among the first ten, counted from 1; 0 where it is not there. */
export function ranksIn(index: PassageIndex, { questions }: Pool): number[] {
  return questions.map(({ question, passage }) => {
    const { passages } = index.ask(question, { limit: 10 });
    return passages.findIndex(({ articleId }) => articleId === String(passage)) + 1;
  });
}
