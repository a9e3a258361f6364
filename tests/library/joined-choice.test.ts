import { expect, it } from 'vitest';
import { joinLibraries } from '../../src/library/joined-library.ts';
import { createLibrary } from '../../src/library/open.ts';
import { articleOf } from '../training/passages.ts';

const town = (id: string, title: string, last: string, own: string) => ({
  ...articleOf(id, [`末班车${last}收车，高峰时五分钟一班。`, own]),
  id,
  title,
  hash: `hash-${id}-${last}`,
});
const own = createLibrary([
  town('yue', '月城首条公交快线开通', '21时40分', '失物在东门总站认领。'),
  town('yu', '玉城公交快线开门迎客', '22时15分', '沿线种了四百棵银杏。'),
]);
const operators = createLibrary([
  town('hai', '海城：快线公交今起运行', '20时50分', '台风来时改坐轮渡。'),
  // Called as one of the server's own is.
  town('yu', '清河县公交快线试运行', '19时30分', '活禽装笼才能上车。'),
]);
const library = joinLibraries(own, operators);
const QUESTION = '末班车几点收车？';
const said = async (question: string, scope: Parameters<typeof library.ask>[1]) => {
  const { answered, passages, rivals } = await library.ask(question, scope);
  return { answered, article: passages[0]?.passage.article.title, rivals: rivals?.map(({ id }) => id).sort() };
};

it('asks which of the server’s own is meant before the operator’s are looked into', async () => {
  expect((await said(QUESTION, {})).rivals).toEqual(['yu', 'yue']);
});

it('keeps to the article that was chosen, whose ever it is', async () => {
  expect(await said(QUESTION, { chosen: 'yue' })).toMatchObject({ answered: true, article: '月城首条公交快线开通' });
  expect(await said(QUESTION, { chosen: 'hai' })).toMatchObject({ answered: true, article: '海城：快线公交今起运行' });
  expect(await said(QUESTION, { chosen: 'yu-common' })).toMatchObject({
    answered: true,
    article: '清河县公交快线试运行',
  });
  expect((await said('台风来了坐什么？', { chosen: 'yue' })).article).not.toBe('海城：快线公交今起运行');
});

it('asks the article first that the channel is bound to, whose ever it is', async () => {
  expect(await said(QUESTION, { bound: 'yu' })).toMatchObject({ answered: true, article: '玉城公交快线开门迎客' });
  expect(await said(QUESTION, { bound: 'hai' })).toMatchObject({ answered: true, article: '海城：快线公交今起运行' });
  expect(await said('失物在哪里认领？', { bound: 'hai' })).toMatchObject({
    answered: true,
    article: '月城首条公交快线开通',
  });
});

it('shows the operator’s by the names they have in the server', async () => {
  const school = { ...articleOf('yu', ['操场铺了草皮，孩子们光着脚跑。']), id: 'yu', title: '乡村小学有了操场' };
  const alone = joinLibraries(createLibrary([school]), operators);
  expect((await alone.ask(QUESTION)).rivals?.map(({ id }) => id).sort()).toEqual(['hai', 'yu-common']);
});
