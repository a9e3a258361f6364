import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { readQuestion } from '../../../src/question/question.ts';
import { type Lacking, lackingIn } from '../../../src/retrieval/answerability/lacking.ts';
import { passagesOf } from '../../../src/retrieval/passages/passages.ts';

const ARTICLE: Article = {
  id: 'bookshop',
  hash: 'bookshop',
  script: 'hans',
  title: '老街书店重新开张',
  editors: [],
  breadcrumbs: [],
  sections: [
    {
      number: 0,
      heading: null,
      paragraphs: [
        '2019年，林翠芳在成都市创立了这家书店，当年销售额1,248万元。',
        '她每天工作10小时，店里养着3只猫，父亲曾是一名教师。',
      ],
    },
    { number: 1, heading: '读者从武汉来', paragraphs: ['周末的读书会有80人参加。'] },
  ],
  repairs: [],
  removed: [],
};

/** What the article lacks of a question, as seen from its paragraph of this index. */
function lacking(question: string, paragraph = 0): Lacking {
  const passage = passagesOf(ARTICLE)[paragraph];
  if (passage === undefined) throw new Error(`there is no paragraph ${paragraph}`);
  return lackingIn(readQuestion(question), passage);
}

const texts = (words: readonly { readonly text: string }[]): string[] => words.map(({ text }) => text);

describe('what an article lacks of a question', () => {
  it('is nothing where another paragraph, the title or a heading says it', () => {
    expect(lacking('林翠芳养了几只猫？').words).toEqual([]);
    expect(lacking('老街的书店在哪里？').words).toEqual([]);
    expect(lacking('武汉的读者来做什么？').words).toEqual([]);
  });

  it('is nothing where it is said in other words', () => {
    expect(lacking('书店是谁创办的？').words).toEqual([]);
  });

  it('tells places, people and years apart from other words', () => {
    expect(texts(lacking('重庆市的书店是谁开办的？').places)).toEqual(['重庆市']);
    expect(texts(lacking('张国荣开办了书店吗？').persons)).toEqual(['张国荣']);
    expect(lacking('2023年书店的销售额是多少？').years).toEqual(['2023']);
    expect(lacking('2019年书店的销售额是多少？').years).toEqual([]);
  });

  it('takes nobody for somebody of another surname', () => {
    expect(texts(lacking('张翠芳是谁？').words)).toEqual(['张翠芳']);
    expect(lacking('林翠芳是谁？').words).toEqual([]);
  });

  it('takes a place for the one that is said without its rank', () => {
    expect(lacking('武汉市的读者来做什么？').places).toEqual([]);
  });

  it('finds numbers whatever separates their thousands, and not inside others', () => {
    expect(lacking('1248万元是什么？').numbers).toEqual([]);
    expect(lacking('24万元是什么？').numbers).toEqual(['24']);
  });

  it('finds numbers that are written in words', () => {
    expect(lacking('10小时里她做什么？').numbers).toEqual([]);
    const inWords = passagesOf({
      ...ARTICLE,
      sections: [{ number: 0, heading: null, paragraphs: ['全书十八章，印了两千册。'] }],
    })[0];
    if (inWords === undefined) throw new Error('there is no paragraph');
    const numbers = (question: string) => lackingIn(readQuestion(question), inWords).numbers;
    expect(numbers('18章讲什么？')).toEqual([]);
    expect(numbers('2000册卖完了吗？')).toEqual([]);
    expect(numbers('19章讲什么？')).toEqual(['19']);
  });

  it('takes ordinary words for no names, whatever the dictionary says', () => {
    for (const word of ['高达', '祖先', '登基', '史称', '范畴']) {
      expect(lacking(`书店的销售额${word}什么？`).persons, word).toEqual([]);
    }
    for (const word of ['城市', '海洋', '四海', '波及']) {
      expect(lacking(`书店在什么${word}？`).places, word).toEqual([]);
    }
    expect(texts(lacking('马拉多纳开办了书店吗？').persons)).toEqual(['马拉多纳']);
  });

  it('does not expect the words of asking in an article', () => {
    expect(lacking('书店有哪些特点和优点？').words).toEqual([]);
    expect(lacking('文中提及的书店属于什么类型？').words).toEqual([]);
  });

  it('does not count what the tagger joined to a word', () => {
    expect(lacking('书店将会去哪里？').words).toEqual([]);
    expect(lacking('林翠芳时即做什么？').words).toEqual([]);
  });

  it('knows the noun that is asked for', () => {
    const { head, headIsAsked, headIsCategory } = lacking('林翠芳的丈夫是谁？');
    expect(head?.text).toBe('丈夫');
    expect(headIsAsked).toBe(true);
    expect(headIsCategory).toBe(false);
  });

  it('does not expect an answer to be called what it is', () => {
    const { head, headIsAsked, headIsCategory } = lacking('书店是哪位企业家开办的？');
    expect(head?.text).toBe('企业家');
    expect(headIsAsked).toBe(false);
    expect(headIsCategory).toBe(true);
  });

  it('counts what is there', () => {
    const { present, words } = lacking('林翠芳的工资是多少？');
    expect(present).toBe(readQuestion('林翠芳的工资是多少？').words.length - 1);
    expect(texts(words)).toEqual(['工资']);
  });
});

describe('a measure', () => {
  it('is lacking where the passage has no number of its unit', () => {
    expect(lacking('林翠芳多大年纪？').measure).toBe(true);
    expect(lacking('店里有几头牛？').measure).toBe(true);
    expect(lacking('读书会几点开始？').measure).toBe(true);
    expect(lacking('店门有多高？').measure).toBe(true);
    expect(lacking('水温有多少度？').measure).toBe(true);
    expect(lacking('书店的面积是多少？').measure).toBe(true);
    expect(lacking('书店的门是什么颜色的？').measure).toBe(true);
    expect(lacking('书店的电话是几号？').measure).toBe(true);
    expect(lacking('林翠芳是哪所大学毕业的？').measure).toBe(true);
  });

  it('is there where the passage has one', () => {
    expect(lacking('书店的销售额是多少元？').measure).toBe(false);
    expect(lacking('收入多少钱？').measure).toBe(false);
    expect(lacking('她每天工作多少小时？', 1).measure).toBe(false);
  });

  it('is not asked for by a question about anything else', () => {
    expect(lacking('书店为什么重新开张？').measure).toBe(false);
  });
});
