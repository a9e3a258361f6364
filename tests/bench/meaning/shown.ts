import { told } from '../../../src/answer/answer.ts';
import type { Library } from '../../../src/library/library.ts';
import { inTurn } from '../in-turn.ts';
import type { PoolQuestion } from '../pool.ts';
import { type Mark, markIn } from '../quality/marks.ts';

/** What a question brought, whatever the verdict. */
export interface Shown extends Mark {
  /** The right passage's place among the first ten, counted from 1; 0 where it is not there. */
  readonly rank: number;
}

const DEPTH = 10;

/** Asks questions of a whole library, whose articles are the pool's passages by number. */
export async function shownInPool(library: Library, questions: readonly PoolQuestion[]): Promise<Shown[]> {
  return inTurn(questions, async (question) => {
    const { answered, passages } = told(await library.ask(question.question, { limit: DEPTH }));
    const rank = passages.findIndex(({ articleId }) => articleId === String(question.passage)) + 1;
    return { rank, answered, ...markIn(passages[0], question) };
  });
}
