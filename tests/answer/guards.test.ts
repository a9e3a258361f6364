import { describe, expect, it } from 'vitest';
import { guardAgainst } from '../../src/answer/guards.ts';
import type { Article } from '../../src/article/article.ts';
import { passagesOf, sentencesOf } from '../../src/passages/passages.ts';
import { readQuestion } from '../../src/question/question.ts';
import { articleOf } from '../training/passages.ts';

/** What forbids the sentence with `says` to be the answer, in an article of these paragraphs. */
function guard(
  asked: string,
  says: string,
  paragraphs: readonly string[],
  more: Partial<Article> = {},
): string | undefined {
  const article = { ...articleOf('a', paragraphs), ...more };
  const passage = passagesOf(article).find(({ text }) => text.includes(says));
  if (passage === undefined) throw new Error(`no passage says ${says}`);
  const at = passage.text.indexOf(says);
  const sentence = sentencesOf(passage).find(({ start, end }) => start <= at && at < end) ?? null;
  return guardAgainst(readQuestion(asked), { passage, sentence });
}

const YEARS = ['2021年全镇收粮八千吨，多了一成。', '合作社2019年成立，当时只有六户。', '如今粮仓能装一万吨。'];

describe('another year', () => {
  it.each(['2022年收了多少粮', '2019年收粮多少吨'])('is no answer: %s', (asked) => {
    expect(guard(asked, '八千吨', YEARS)).toBe('other-year');
  });

  it.each(['2021年收了多少粮', '全镇收粮多少', '粮食收了2000吨还是8000吨'])('is not objected to in %s', (asked) => {
    expect(guard(asked, '八千吨', YEARS)).not.toBe('other-year');
  });

  it('is told by a sentence of a report that is of the asked year by its title alone', () => {
    const report = ['全县生产总值229亿元，比上年多。2022年生产总值为215亿元。'];
    const title = '丰泽县2023年统计公报';
    expect(guard('2023年生产总值', '215亿', report, { title })).toBe('other-year');
    expect(guard('2023年生产总值', '229亿', report, { title })).toBeUndefined();
  });

  it('may be told by its distance from the day of publication', () => {
    const told = ['去年全镇收粮八千吨。'];
    expect(guard('2022年收粮多少', '八千吨', told, { publishedAt: '2023-02-01' })).toBeUndefined();
    expect(guard('2020年收粮多少', '八千吨', told, { publishedAt: '2023-02-01' })).toBe('other-year');
    // Whoever does not know the day cannot tell.
    expect(guard('2020年收粮多少', '八千吨', told)).toBeUndefined();
  });
});

const PHASES = [
  '一期工程花了三亿元，二期去年动工。',
  '一号楼住着八十户。',
  '12号楼的电梯坏了三天。',
  '他第三次参赛才得奖。',
];

describe('another title', () => {
  const told = ['导演舒眉在荷塘里住了一个夏天。', '序曲取自《雨打芭蕉》。'];
  const title = '舞剧《采莲》启程巡演';

  it.each(['《红楼梦》导演是谁', '《采茶》的导演是谁'])('is no answer: %s', (asked) => {
    expect(guard(asked, '舒眉', told, { title })).toBe('other-title');
  });

  it.each(['《采莲》导演是谁', '《舞剧采莲启程》导演是谁', '《雨打芭蕉》导演是谁', '导演是谁'])(
    'is not objected to in %s',
    (asked) => {
      expect(guard(asked, '舒眉', told, { title })).toBeUndefined();
    },
  );
});

describe('another name', () => {
  const told = ['44岁的马翠芳管着8栋楼。', '赵家庄村有三个党支部。'];

  it.each([
    ['李翠芳管几栋楼', '8栋'],
    ['王芳管几栋楼', '8栋'],
    ['李家庄有几个党支部', '三个'],
    ['兰州市有几个党支部', '三个'],
    // In no dictionary, and ends as places do.
    ['望川有几个党支部', '三个'],
    ['松湖的党支部有几个', '三个'],
  ])('is no answer: %s', (asked, says) => {
    expect(guard(asked, says, told)).toBe('other-name');
  });

  it.each([
    ['马翠芳管几栋楼', '8栋'],
    ['赵家庄有几个党支部', '三个'],
    ['她管几栋楼', '8栋'],
    ['那村有几个党支部', '三个'],
    ['修塘的党支部有几个', '三个'],
  ])('is not seen in %s', (asked, says) => {
    expect(guard(asked, says, told)).toBeUndefined();
  });

  it('may be a slip, where it sounds alike and was read so', () => {
    const [passage] = passagesOf(articleOf('a', told));
    if (passage === undefined) throw new Error('there is no passage');
    const candidate = { passage, sentence: null };
    expect(guardAgainst(readQuestion('麻翠芳管几栋楼'), candidate, readQuestion('马翠芳管几栋楼'))).toBeUndefined();
    expect(guardAgainst(readQuestion('李翠芳管几栋楼'), candidate, readQuestion('马翠芳管几栋楼'))).toBe('other-name');
  });
});

it('another month is no answer', () => {
  const told = ['2020年2月，金昌被确定为试点城市。', '三月开工，六月完工。'];
  expect(guard('3月金昌被确定为什么', '试点', told)).toBe('other-month');
  expect(guard('2月金昌被确定为什么', '试点', told)).toBeUndefined();
  expect(guard('6月怎么了', '完工', told)).toBeUndefined();
});

describe('another ordinal', () => {
  it.each([
    ['三期工程花了多少', '三亿'],
    ['第3期花了几亿', '三亿'],
    ['2号楼住着多少户', '八十户'],
  ])('is no answer: %s', (asked, says) => {
    expect(guard(asked, says, PHASES)).toBe('other-ordinal');
  });

  it.each([
    ['1期工程花了多少', '三亿'],
    ['第一期花了多少', '三亿'],
    ['1号楼有几户', '八十户'],
    ['十二号楼电梯坏了几天', '三天'],
    ['第三回参赛拿奖了吗', '得奖'],
    ['408户怎么来的', '八十户'],
  ])('is the same in other digits, or not what is told apart by number: %s', (asked, says) => {
    expect(guard(asked, says, PHASES)).not.toBe('other-ordinal');
  });
});

describe('the other side', () => {
  it.each([
    ['下半年卖了多少', '上半年卖出三千辆。'],
    ['最低多少度', '最高气温三十九度。'],
    ['去年招了几个人', '今年招了十四个人。'],
    ['女的有几个', '男生有四十个。'],
    ['末班车几点', '首班车六点整。'],
    ['最晚开到几点', '首班车六点整。'],
    ['丁朗的丈夫是谁', '丁朗的妻子是兽医。'],
  ])('is no answer: %s', (asked, told) => {
    expect(guard(asked, told.slice(0, 3), [told])).toBe('other-side');
  });

  it.each([
    ['下半年卖了多少', '上半年卖出三千辆，下半年五千辆。'],
    ['上半年卖了多少', '上半年卖出三千辆。'],
    ['最高和最低差多少', '最高气温三十九度。'],
  ])('is not objected to where both are told or asked: %s', (asked, told) => {
    expect(guard(asked, told.slice(0, 3), [told])).toBeUndefined();
  });
});

it('another model is no answer', () => {
  const models = ['X3售价两万元，重十八公斤。', 'X5能跑一百公里。'];
  expect(guard('X5多少钱', '两万元', models)).toBe('other-model');
  expect(guard('x3多少钱', '两万元', models)).toBeUndefined();
});

it('a number asked for has to be told', () => {
  expect(guard('管多少户', '她管', ['她管着整个片区。'])).toBe('no-figure');
  expect(guard('来了几个人', '村里', ['村里的人都来了，一共四十。'])).toBeUndefined();
  expect(guard('门票多少钱', '免费', ['馆里免费开放。'])).toBeUndefined();
});

it('what is counted has to be in the article, or something counted alike in the sentence', () => {
  const texts = ['她管着8栋楼，共有408户、1248人。', '村里有15个站点，四名护士。'];
  expect(guard('她有几个孩子', '408户', texts)).toBe('other-thing');
  expect(guard('她管几栋房屋', '408户', texts)).toBeUndefined();
  expect(guard('村里有多少个网点', '15个', texts)).toBeUndefined();
  expect(guard('村里有几名医生', '四名', texts)).toBeUndefined();
});

it('a fine asked for has to be told', () => {
  expect(guard('乱停车罚多少钱', '摄像头', ['路口装了三个摄像头。'])).toBe('no-sanction');
  expect(guard('乱停车罚多少钱', '二十', ['乱停的一次收二十元。'])).toBeUndefined();
});

it('a printed question does not answer itself', () => {
  const interview = [
    '问：电梯一共要花多少钱？',
    '答：四十六万元，六家分摊。',
    '他算了算，十二户人家，一家三万多，“谁家一下子拿得出来，又有谁愿意先垫上这么多呢？”',
  ];
  expect(guard('装电梯多少钱', '一共要花', interview)).toBe('no-figure');
  expect(guard('装电梯怎么装', '一共要花', interview)).toBe('printed-question');
  expect(guard('装电梯多少钱', '四十六万元', interview)).toBeUndefined();
  expect(guard('一家摊多少', '三万多', interview)).toBeUndefined();
});
