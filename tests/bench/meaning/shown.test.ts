import { expect, it } from 'vitest';
import { createLibrary } from '../../../src/library/open.ts';
import { articlesOf } from '../article-of.ts';
import { POOL } from '../quality/pool-for-test.ts';
import { shownInPool } from './shown.ts';

const texts = POOL.passages.map(({ text }) => text);
const library = createLibrary(articlesOf(texts, 1));

it('tells the place of the right passage, and marks of the first one, also of what is no answer', async () => {
  const [first] = POOL.questions;
  const about = POOL.questions.slice(0, 1);
  expect(await shownInPool(library, about)).toMatchObject([{ rank: 1, answered: true, holds: true }]);
  const vague = about.map((question) => ({ ...question, question: '喜歡吃什麼樣的甘肅省點心和水果呢？' }));
  expect(await shownInPool(library, vague)).toMatchObject([{ rank: 1, answered: false, holds: true }]);
  const elsewhere = about.map((question) => ({ ...question, passage: (first?.passage ?? 0) + 1 }));
  const [shown] = await shownInPool(library, elsewhere);
  expect(shown?.holds).toBe(false);
  expect(shown?.rank).not.toBe(1);
});
