import type { Library } from '../../../src/library/library.ts';
import { inTurn } from '../in-turn.ts';
import type { Pool } from '../pool.ts';

/** For each question the place of its passage among the first ten, counted from 1; 0 where it is not there. */
export async function ranksIn(library: Library, { questions }: Pool): Promise<number[]> {
  return inTurn(questions, async ({ question, passage: right }) => {
    const { passages } = await library.ask(question, { limit: 10 });
    return passages.findIndex(({ passage }) => passage.article.id === String(right)) + 1;
  });
}
