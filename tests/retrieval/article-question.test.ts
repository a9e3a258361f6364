import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { topicOf } from '../../src/retrieval/article-question.ts';
import { factsPassage } from '../../src/retrieval/facts.ts';
import { readQuestion } from '../../src/retrieval/question.ts';

const article: Article = {
  id: 'shancheng',
  hash: 'h',
  script: 'hans',
  title: '山城图书馆迎来新馆舍',
  source: '山城晚报',
  site: '山城网',
  publishedAt: '2022-05-06T08:30:00+08:00',
  editors: ['林岚', '周远'],
  breadcrumbs: [],
  sections: [{ number: 0, heading: null, paragraphs: ['市图书馆新馆开放。'] }],
  repairs: [],
  removed: [],
};
const topic = (asked: string) => topicOf(readQuestion(asked), article);

describe('topicOf', () => {
  it.each([
    ['这篇文章是谁编辑的？', 'editors'],
    ['責任編輯是誰', 'editors'],
    ['林岚是谁？', 'editors'],
    ['文章来源是哪里？', 'source'],
    ['這篇報導發表在哪家報紙上？', 'source'],
    ['本文什么时候发表的？', 'publishedAt'],
    ['《山城图书馆迎来新馆舍》发布时间', 'publishedAt'],
    ['标题是什么', 'title'],
    ['这篇文章叫什么？', 'title'],
    ['这篇文章发布在哪个网站？', 'site'],
    ['文章的作者是谁？', 'author'],
    ['这篇报道讲了什么？', 'gist'],
    ['请概括一下这篇文章的主要内容', 'gist'],
  ])('%s asks for %s', (asked, expected) => {
    expect(topic(asked)).toBe(expected);
  });

  it.each([
    '金昌市什么时候被确定为试点城市？',
    '文明行为促进条例什么时候发布？',
    '图书馆什么时候开放？',
    '他叫什么名字？',
    '这本书的作者是谁？',
    '谁编辑了这本词典？',
    '资金来源是什么？',
    '电影讲了什么故事？',
  ])('%s asks about the content', (asked) => {
    expect(topic(asked)).toBeUndefined();
  });
});

describe('factsPassage', () => {
  it('prints the line of facts with the asked one marked', () => {
    const passage = factsPassage(article, 'editors');
    expect(passage?.text).toBe('来源：山城晚报　2022年5月6日08:30　责编：林岚、周远');
    expect(passage?.highlight && passage.text.slice(passage.highlight.start, passage.highlight.end)).toBe(
      '责编：林岚、周远',
    );
    expect(passage?.answer && passage.text.slice(passage.answer.start, passage.answer.end)).toBe('林岚、周远');
  });

  it('leaves out what is unknown, and has no line for it', () => {
    const { source: _source, ...rest } = article;
    expect(factsPassage({ ...rest, editors: [] }, 'publishedAt')?.text).toBe('2022年5月6日08:30');
    expect(factsPassage({ ...rest, editors: [] }, 'editors')).toBeUndefined();
  });

  it('labels in the script of the article', () => {
    expect(factsPassage({ ...article, script: 'hant' }, 'source')?.text).toMatch(/^來源：.*責編：/);
  });
});
