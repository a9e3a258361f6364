import { expect, it } from 'vitest';
import { wordsOfRefusal } from '../../src/answer/refusal.ts';
import { readQuestion } from '../../src/question/question.ts';
import { takeAll } from '../../src/retrieval/store/steps.ts';
import { createPassageStore } from '../../src/retrieval/store/store.ts';
import { articleOf } from '../training/passages.ts';

const store = createPassageStore();
const article = { ...articleOf('hall', ['大厅设票窗三个，由馆长管理。', '智能闸机2023年启用。']), title: '山城博物馆' };
takeAll(store.adding(article));
const wordsOf = (asked: string) => wordsOfRefusal(store, readQuestion(asked), [], {});

it('names words that no title, heading or paragraph has', () => {
  expect(wordsOf('博物馆的停车场在哪里？')).toEqual({ present: ['博物馆'], missing: ['停车场'] });
  expect(wordsOf('李翠芳是谁？').missing).toEqual(['李翠芳']);
  expect(wordsOf('1999年的iPhone多少钱？').missing).toEqual(['1999年', 'iPhone']);
});

it('names nothing that stands in the text, however it was cut there', () => {
  for (const asked of ['票窗有几个？', '闸机是哪年启用的？', '馆长是谁？']) expect(wordsOf(asked).missing).toEqual([]);
});

it.each(['智治用什么方法？', '有人会来吗？', '是从哪里来的呢？', '怎么会这样？'])(
  'names no fragment and no function word of %s',
  (asked) => {
    expect(wordsOf(asked).missing.filter((word) => word !== '方法')).toEqual([]);
  },
);
