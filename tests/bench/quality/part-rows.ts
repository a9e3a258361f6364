import type { Library } from '../../../src/library/library.ts';
import { readQuestion } from '../../../src/question/question.ts';
import { groupBy } from '../group-by.ts';
import { inTurn } from '../in-turn.ts';
import { percent } from '../markdown.ts';
import type { Pool } from '../pool.ts';
import { marksEndToEnd, marksGivenPassage, sharesOf } from './marks.ts';
import { rankingOf } from './ranking.ts';
import { ranksIn } from './ranks.ts';

/** Where the misses are: rows by data set, then by the kind of question as the bot reads it, commonest first. */
export async function partRows(library: Library, { passages, questions }: Pool): Promise<string[][]> {
  const bySet = groupBy(questions, ({ set }) => set);
  const byKind = groupBy(questions, ({ question }) => readQuestion(question).kind);
  const kinds = [...byKind].sort(([, a], [, b]) => b.length - a.length);
  return inTurn([...bySet, ...kinds], async ([name, asked]) => {
    const pool = { passages, questions: asked };
    const figures = [
      rankingOf(await ranksIn(library, pool)).recallAt1,
      sharesOf(await marksGivenPassage(library, pool)).single,
      sharesOf(await marksEndToEnd(library, pool)).single,
    ];
    return [name, String(asked.length), ...figures.map(percent)];
  });
}
