import { expect, it } from 'vitest';
import { pickedOf } from '../../src/chat/picked.ts';
import { articleOf } from '../training/passages.ts';

const articles = [
  ['yue', '月城首条公交快线开通'],
  ['yu', '玉城公交快线开门迎客'],
  ['hai', '海城：快线公交今起运行'],
  ['fair', '第六届春茶博览会须知'],
  ['seven', '第七届春茶博览会须知'],
  ['nine', '明德小学九月家长须知'],
  ['eleven', '明德小学十一月家长须知'],
].map(([id = '', title = '']) => ({ ...articleOf(id, ['车。']), id, title }));
const shown = ['yu', 'yue', 'hai'];

it.each([
  ['1', 'yu'],
  ['２', 'yue'],
  ['第三篇', 'hai'],
  ['那就第2篇吧', 'yue'],
  ['月城首条公交快线开通', 'yue'],
  ['《海城：快线公交今起运行》', 'hai'],
  ['海城快线公交今起运行', 'hai'],
  ['月城', 'yue'],
  ['玉城的', 'yu'],
  ['我问的是海城那篇', 'hai'],
  ['開門迎客', 'yu'],
  ['hai', 'hai'],
  // No other article of the library is called so.
  ['第六届春茶', 'fair'],
])('%s chooses %s', (message, id) => {
  expect(pickedOf(message, shown, articles)?.id).toBe(id);
});

it.each([
  ['7届', 'seven'],
  ['第6届的', 'fair'],
  ['9月', 'nine'],
  ['11月份', 'eleven'],
])('%s chooses %s by its number, however it is written', (message, id) => {
  expect(pickedOf(message, ['fair', 'seven', 'nine', 'eleven'], articles)?.id).toBe(id);
});

it.each(['8届', '10月', '9月11月'])('%s chooses none by its number', (message) => {
  expect(pickedOf(message, ['fair', 'seven', 'nine', 'eleven'], articles)).toBeUndefined();
});

it.each(['0', '4', '99', '公交快线', '星城', '末班车几点', '月城末班车几点？', '的', '', '？'])(
  '%s chooses none',
  (message) => {
    expect(pickedOf(message, shown, articles)).toBeUndefined();
  },
);
