import { expect, it } from 'vitest';
import { createLibrary } from '../../../src/library/open.ts';
import { articlesOf } from '../article-of.ts';
import { type Mark, marksEndToEnd, marksGivenPassage, sharesOf } from './marks.ts';
import { POOL } from './pool-for-test.ts';

const RIGHT: Mark = { answered: true, holds: true, sentences: 1, exact: true };
const LIBRARY = createLibrary(
  articlesOf(
    POOL.passages.map(({ text }) => text),
    1,
  ),
);

it('counts single sentences apart from pairs, and runs by those that are given', () => {
  const marks: Mark[] = [
    RIGHT,
    { ...RIGHT, sentences: 2, exact: undefined },
    { ...RIGHT, holds: false, exact: false },
    { answered: false, holds: false, sentences: 0, exact: undefined },
  ];
  expect(sharesOf(marks)).toEqual({
    single: 1 / 4,
    any: 2 / 4,
    double: 1 / 3,
    runs: 2 / 4,
    exactRuns: 1 / 2,
    refused: 1 / 4,
  });
});

it('takes a mark for right only where the annotated answer lies', async () => {
  const questions = POOL.questions.filter(({ question }) => question === '誰在英國取得專利？');
  const elsewhere = questions.map((question) => ({ ...question, answers: [{ text: '網球', start: 0 }] }));
  for (const ask of [marksGivenPassage, marksEndToEnd]) {
    expect(await ask(LIBRARY, { ...POOL, questions })).toMatchObject([{ answered: true, holds: true, sentences: 1 }]);
    expect(await ask(LIBRARY, { ...POOL, questions: elsewhere })).toMatchObject([{ holds: false }]);
  }
});

it('takes another passage in the first place for a miss', async () => {
  const questions = POOL.questions.slice(0, 1).map((question) => ({ ...question, passage: 1 }));
  expect(await marksEndToEnd(LIBRARY, { ...POOL, questions })).toMatchObject([{ holds: false }]);
});
