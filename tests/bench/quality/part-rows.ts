import { readQuestion } from '../../../src/question/question.ts';
import type { PassageIndex } from '../../../src/retrieval/passage-index.ts';
import { groupBy } from '../group-by.ts';
import { percent } from '../markdown.ts';
import type { Pool } from '../pool.ts';
import { marksEndToEnd, marksGivenPassage, sharesOf } from './marks.ts';
import { rankingOf } from './ranking.ts';
import { ranksIn } from './ranks.ts';

/** Where the misses are: rows by data set, then by the kind of question as the bot reads it, commonest first. */
export function partRows(index: PassageIndex, { passages, questions }: Pool): string[][] {
  const bySet = groupBy(questions, ({ set }) => set);
  const byKind = groupBy(questions, ({ question }) => readQuestion(question).kind);
  const kinds = [...byKind].sort(([, a], [, b]) => b.length - a.length);
  return [...bySet, ...kinds].map(([name, asked]) => {
    const pool = { passages, questions: asked };
    const figures = [
      rankingOf(ranksIn(index, pool)).recallAt1,
      sharesOf(marksGivenPassage(index, pool)).single,
      sharesOf(marksEndToEnd(index, pool)).single,
    ];
    return [name, String(asked.length), ...figures.map(percent)];
  });
}
