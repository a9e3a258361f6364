import { expect, it } from 'vitest';
import { wordsOfRefusal } from '../../src/answer/refusal.ts';
import { readQuestion } from '../../src/question/question.ts';
import { createPassageStore } from '../../src/retrieval/store/store.ts';
import { takeAll } from '../../src/steps.ts';
import { articleOf } from '../training/passages.ts';

const store = createPassageStore();
const article = {
  ...articleOf('hall', ['大厅设票窗三个，由馆长管理。', '智能闸机2023年启用，4号线可到，老人七十岁以上免票。']),
  publishedAt: '2021-11-23T09:21:00+08:00',
  title: '山城博物馆',
};
takeAll(store.adding(article));
const wordsOf = (asked: string) => wordsOfRefusal(store, readQuestion(asked), [], {});

it('names words that no title, heading or paragraph has', () => {
  expect(wordsOf('博物馆的停车场在哪里？')).toEqual({ present: ['博物馆'], missing: ['停车场'] });
  expect(wordsOf('李翠芳是谁？').missing).toEqual(['李翠芳']);
  expect(wordsOf('1999年的iPhone多少钱？').missing).toEqual(['1999年', 'iPhone']);
});

it('names a place that a question begins with, in no dictionary and in no article', () => {
  expect(wordsOf('松湖的票窗有几个？').missing).toEqual(['松湖']);
  expect(wordsOf('山城的票窗有几个？').missing).toEqual([]);
});

it('names nothing that stands in the text, however it was cut there', () => {
  for (const asked of ['票窗有几个？', '闸机是哪年启用的？', '馆长是谁？']) expect(wordsOf(asked).missing).toEqual([]);
});

it('knows a number in digits and in words, and the date of an article', () => {
  for (const asked of ['四号线在哪？', '70岁要票吗？', '2021年来了多少人？', '11月来了多少人？'])
    expect(wordsOf(asked).missing).toEqual([]);
  expect(wordsOf('五号线在哪？').missing).toEqual(['五号线']);
  expect(wordsOf('2020年来了多少人？').missing).toEqual(['2020年']);
  expect(wordsOf('3月来了多少人？').missing).toEqual(['3月']);
});

it.each(['还有', '還有邊度', '喺邊度', '點解', '幾多', '係咪嘅'])(
  'names no word that only asks or binds: %s',
  (asked) => {
    expect(wordsOf(asked).missing).toEqual([]);
  },
);

it.each(['智治用什么方法？', '有人会来吗？', '是从哪里来的呢？', '怎么会这样？'])(
  'names no fragment and no function word of %s',
  (asked) => {
    expect(wordsOf(asked).missing.filter((word) => word !== '方法')).toEqual([]);
  },
);
