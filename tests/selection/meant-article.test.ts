import { describe, expect, it } from 'vitest';
import { aboutArticle } from '../../src/answer/about-article.ts';
import type { Article } from '../../src/article/article.ts';
import { addressOf } from '../../src/passages/passages.ts';
import type { Scope } from '../../src/passages/scope.ts';
import { readQuestion } from '../../src/question/question.ts';
import { createPassageStore } from '../../src/retrieval/store/store.ts';
import { meantArticle } from '../../src/selection/meant-article.ts';
import { takeAll } from '../../src/steps.ts';
import { library } from '../sample-articles.ts';

const dictionary: Article = {
  ...library,
  id: 'cidian',
  title: '《方言词典》出版 收词逾十万条',
  source: '江城文化报',
  site: '文韵网',
  editors: ['许闻'],
  sections: [
    {
      number: 0,
      heading: null,
      paragraphs: ['（江城文化报记者 沈若溪）《方言词典》出版，责任编辑罗晓琴负责通稿。', '词条的来源包括地方志。'],
    },
  ],
};

const storeWith = (articles: readonly Article[]) => {
  const store = createPassageStore();
  for (const article of articles) takeAll(store.adding(article));
  return store;
};
const alone = storeWith([library]);
const both = storeWith([library, dictionary]);
const topic = (asked: string) => meantArticle(alone, readQuestion(asked).folded, {})?.asked.topic;
const meant = (asked: string, scope: Scope = {}) => {
  const found = meantArticle(both, readQuestion(asked).folded, scope);
  return found && `${found.article?.id ?? 'open'} ${found.asked.topic}`;
};
const told = (asked: string) => {
  const about = aboutArticle(both, readQuestion(asked), {});
  const [says] = about?.says ?? [];
  if (says === undefined) return about && 'unsaid';
  const { sentence, answer } = says;
  const { text } = says.passage;
  return [sentence, answer].map((span) => span && text.slice(span.start, span.end));
};

describe('meantArticle, of one', () => {
  it.each([
    ['这篇文章是谁编辑的？', 'editors'],
    ['責任編輯是誰', 'editors'],
    ['請問責編是哪兩位', 'editors'],
    ['有几个编辑？', 'editors'],
    ['编缉是谁', 'editors'],
    ['ｗｈｏ 是编辑', 'editors'],
    ['小编是谁呀', 'editors'],
    ['文章的作者是谁？', 'author'],
    ['这篇报道的记者是谁', 'reporter'],
    ['记者是谁', 'reporter'],
    ['記者是誰？', 'reporter'],
    ['是哪位记者写的？', 'author'],
    ['谁写的', 'author'],
    ['这是谁采写的', 'reporter'],
    ['这篇文章是哪位记者采写的', 'reporter'],
    ['报道这件事的记者是谁', 'reporter'],
    ['记者叫什么名字', 'reporter'],
    ['文章来源是哪里？', 'source'],
    ['這篇報導發表在哪家報紙上？', 'source'],
    ['这是哪家报纸的报道？', 'source'],
    ['稿子是哪家媒体写的', 'source'],
    ['本文什么时候发表的？', 'publishedAt'],
    ['文章发表于哪年哪月哪日？', 'publishedAt'],
    ['这篇报道什么时候刊登在山城晚报上的', 'publishedAt'],
    ['文章几点发表的', 'publishedAt'],
    ['哪一天刊出的？', 'publishedAt'],
    ['哪一年的新闻？', 'publishedAt'],
    ['发稿时间', 'publishedAt'],
    ['《山城图书馆迎来新馆舍》发布时间', 'publishedAt'],
    ['标题是什么', 'title'],
    ['这篇文章叫什么？', 'title'],
    ['林岚编辑了哪篇文章', 'title'],
    ['这篇文章发布在哪个网站？', 'site'],
    ['原文在山城网的哪个频道？', 'breadcrumbs'],
    ['这篇报道讲了什么？', 'gist'],
    ['请概括一下这篇文章的主要内容', 'gist'],
    ['太长不看，一句话说说讲了啥', 'gist'],
    ['这篇主要说的是个啥事', 'gist'],
    ['what is this article about?', 'gist'],
    ['這篇訪談是誰做的', 'author'],
    ['who wrote this?', 'author'],
    ['是哪个记者采写的', 'reporter'],
    ['who edited it?', 'editors'],
    ['这份通知哪天出的', 'publishedAt'],
    ['when was it published?', 'publishedAt'],
    ['登在哪本雜誌上的', 'source'],
    ['谁发的这个通知', 'source'],
    ['全文分几大块，小标题都是啥', 'sections'],
    ['有小标题没', 'sections'],
    ['文章有几部分', 'size'],
    ['有幾段？', 'size'],
    ['这篇一共多少字', 'size'],
    ['how many sections are there?', 'size'],
    ['第二部分讲什么', 'part'],
    ['第三节说的啥', 'part'],
    ['第三部分标题是什么', 'part'],
    ['最后一段写了啥', 'part'],
    ['结尾怎么说的', 'part'],
    ['what does section 2 say?', 'part'],
    ['文章里提到了哪些人', 'people'],
    ['都有谁', 'people'],
    ['which people are mentioned?', 'people'],
    ['第二部分提到了哪些人', 'people'],
    ['受訪的是哪兩位', 'interviewed'],
    ['采访的是谁', 'interviewed'],
    ['有哪些数字', 'figures'],
    ['开头给了哪几个大数字', 'figures'],
  ])('%s asks for %s', (asked, expected) => {
    expect(topic(asked)).toBe(expected);
  });

  it.each([
    '金昌市什么时候被确定为试点城市？',
    '文明行为促进条例什么时候发布？',
    '新闻发布会什么时候举行？',
    '图书馆什么时候开放？',
    '图书馆什么时候发布公告？',
    '这篇文章里的图书馆叫什么？',
    '他叫什么名字？',
    '这本书的作者是谁？',
    '记者看到了什么？',
    '记者说了什么？',
    '记者什么时候去的？',
    '获奖的记者是谁？',
    '谁拍的照片？',
    '谁编辑了这本词典？',
    '编辑部在哪里？',
    '资金来源是什么？',
    '电影讲了什么故事？',
    '最后一段路有多长？',
    '第二部分工程什么时候完工？',
    '最后谁赢了？',
    '提到了哪些人才政策',
    '每格有几个人？',
    '合同有几部分费用',
    '图书馆的数据有多少条？',
  ])('%s asks about the content', (asked) => {
    expect(topic(asked)).toBeUndefined();
  });
});

describe('meantArticle, of several', () => {
  it.each([
    ['图书馆那篇的责编是谁', 'shancheng editors'],
    ['关于方言词典的报道是谁编辑的？', 'cidian editors'],
    ['图书馆新闻的来源', 'shancheng source'],
    ['地方志那篇文章哪天发布的', 'cidian publishedAt'],
    ['哪篇文章来自江城文化报', 'cidian title'],
    ['许闻编辑了哪篇报道', 'cidian title'],
    ['cidian 的标题', 'cidian title'],
    ['什么时候发布的？', 'open publishedAt'],
    ['编辑是谁', 'open editors'],
  ])('%s asks for %s', (asked, expected) => {
    expect(meant(asked)).toBe(expected);
  });

  it.each(['词典的责任编辑是谁', '词条的来源有哪些', '词典什么时候出版'])('%s asks about the content', (asked) => {
    expect(meant(asked)).toBeUndefined();
  });

  it('takes the article that is looked into where none is named', () => {
    expect(meant('编辑是谁', { articleId: 'cidian' })).toBe('cidian editors');
    expect(meant('图书馆那篇的责编是谁', { articleId: 'cidian' })).not.toBe('cidian editors');
  });
});

describe('aboutArticle', () => {
  it('marks what is asked for, and no run where its value is given', () => {
    expect(told('图书馆那篇的责编是谁')).toEqual(['责编：林岚、周远', '林岚、周远']);
    expect(told('周远是谁')).toEqual(['责编：林岚、周远', null]);
    expect(told('江城文化报')).toEqual(['来源：江城文化报', null]);
  });

  it('finds who wrote it in the text; an editor is no writer', () => {
    expect(told('词典那篇是谁写的')?.[1]).toBe('沈若溪');
    expect(told('图书馆那篇文章的作者是谁')).toBe('unsaid');
    expect(told('图书馆那篇报道的记者是谁')).toBe('unsaid');
    // The line of facts comes closest.
    const { closest } = aboutArticle(both, readQuestion('图书馆那篇文章的作者是谁'), {}) ?? {};
    expect(closest?.passage.text).toBe('来源：山城晚报　2022年5月6日08:30　责编：林岚、周远');
    expect(closest?.sentence).toBeNull();
  });

  describe('where the page names who wrote it', () => {
    const signed = storeWith([
      { ...library, authors: ['高子墨', '陆可欣'] },
      { ...dictionary, authors: ['沈若溪', '约翰·史密斯'] },
    ]);
    const answered = (asked: string) => {
      const about = aboutArticle(signed, readQuestion(asked), {});
      const [says] = about?.says ?? [];
      if (says === undefined) return about && 'unsaid';
      const { passage, answer } = says;
      return [addressOf(passage), answer && passage.text.slice(answer.start, answer.end)];
    };

    it.each([
      ['图书馆那篇文章的作者是谁', ['meta', '高子墨、陆可欣']],
      ['图书馆那篇报道的记者是谁', ['meta', '高子墨、陆可欣']],
      ['图书馆那篇的责编是谁', ['meta', '林岚、周远']],
      ['陆可欣是谁', ['meta', null]],
      // The text tells one of two writers: who all wrote stands in the line of facts, the reporter in the text.
      ['词典那篇是谁写的', ['meta', '沈若溪、约翰·史密斯']],
      ['词典那篇报道的记者是谁', ['§0¶1', '沈若溪']],
      ['记者是谁', 'unsaid'],
      ['谁写的', 'unsaid'],
    ])('%s', (asked, expected) => {
      expect(answered(asked)).toEqual(expected);
    });
  });

  it('looks for a reporter in the text where no article is spoken of and none is named', () => {
    const told = storeWith([
      { ...library, sections: [{ number: 0, heading: null, paragraphs: ['记者罗晓琴去了图书馆。'] }] },
    ]);
    expect(aboutArticle(told, readQuestion('记者是谁'), {})).toBeUndefined();
    expect(aboutArticle(alone, readQuestion('记者是谁'), {})?.closest?.passage.text).toContain('来源：山城晚报');
  });

  it('says nothing where any article may be meant', () => {
    expect(told('标题是什么')).toBe('unsaid');
    expect(told('罗晓琴是谁')).toBeUndefined();
  });
});
