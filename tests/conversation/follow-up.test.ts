import { describe, expect, it } from 'vitest';
import { followUpOf, leftOpenBy } from '../../src/conversation/follow-up.ts';

const households = { question: '马翠芳管多少户？', person: '马翠芳' };
const hall = { question: '一号馆一个展位多少钱', thing: '一号馆' };
const stopped = { question: '渡船停了吗？', thing: '渡船' };
const who = { question: '谁办的夜校', person: '荀建业', thing: '夜校' };
const told = { question: '', person: '屈长水' };

describe('followUpOf', () => {
  it.each([
    ['她多大', households, '马翠芳多大'],
    ['她多大了？', households, '马翠芳多大了'],
    ['那她住哪儿', households, '马翠芳住哪儿'],
    ['她是做什麼的？', households, '马翠芳是做什麼的'],
    ['how old is she?', households, 'how old is 马翠芳'],
    ['他以前是做什么的', who, '荀建业以前是做什么的'],
    ['它什么时候办的', who, '夜校什么时候办的'],
    ['他多大', told, '屈长水多大'],
    ['那楼呢', households, '马翠芳管多少楼'],
    ['几栋？', households, '马翠芳管几栋'],
    ['那几栋楼', households, '马翠芳管几栋楼'],
    ['多大年纪', households, '马翠芳多大年纪'],
    ['什么时候开始的', stopped, '渡船什么时候开始的'],
    ['那李翠兰呢？', households, '李翠兰管多少户'],
    ['三号馆呢', hall, '三号馆一个展位多少钱'],
    ['what about 三号馆?', hall, '三号馆一个展位多少钱'],
    ['2022年呢', { question: '2021年收了多少人' }, '2022年收了多少人'],
    ['下半年呢', { question: '上半年几件' }, '下半年几件'],
    ['为什么', stopped, '为什么渡船停了'],
    ['你好，谢谢，那她多大', households, '马翠芳多大'],
    ['在哪买', hall, '一号馆在哪买'],
    ['多少个', { question: '有多少车位', thing: '车位' }, '车位多少个'],
    ['多少钱', stopped, '渡船多少钱'],
    ['什么职务', who, '荀建业什么职务'],
  ])('%s', (message, before, question) => {
    expect(followUpOf(message, before)).toEqual({ kind: 'question', question });
  });

  it.each(['还有呢', '還有呢？', '还有吗', '别的呢', 'what else?', 'more'])(
    '%s asks for more of the same',
    (message) => {
      expect(followUpOf(message, households)).toEqual({ kind: 'more', question: households.question });
    },
  );

  it.each(['為什麼呢？', '怎么会这样呢', '點解', '那为什么', 'why?'])(
    '%s after an answer asks for its reason',
    (message) => {
      expect(followUpOf(message, households)).toEqual({ kind: 'reason', question: households.question });
    },
  );

  it.each([
    ['哪站最深', hall],
    ['有多少展商', hall],
    ['有多少展商被断电', hall],
    ['多少展商', hall],
    ['哪天最热', who],
    ['什么最贵', hall],
    ['谁死了', who],
    ['哪里能停车', hall],
    ['能带狗吗', hall],
    ['那赵家庄多大', households],
    ['卓文忠管多少户', households],
    ['全社区有几栋楼多少户', households],
    ['文章里提到了哪些人', households],
    ['她多大', { question: '谁写的' }],
    ['那楼呢', told],
    ['还有呢', told],
    ['他国的做法是什么', households],
    ['卓文忠说她多大', households],
    ['谁是马翠芳', households],
    ['什么时候布展', hall],
    ['谁怕挡光', hall],
    ['哪家工厂签了字', hall],
    ['谁写的', households],
    ['有几部分', households],
    ['怎么用', households],
    ['', households],
    ['那个时候有多少人', { question: '夜校收多少人', thing: '夜校' }],
  ])('%s is a question of its own, or stands for nothing that is known', (message, before) => {
    expect(followUpOf(message, before)).toBeUndefined();
  });
});

describe('leftOpenBy', () => {
  it.each([
    ['她是谁', 'whom'],
    ['你好，他多大？', 'whom'],
    ['who is she?', 'whom'],
    ['为什么？', 'what'],
    ['马翠芳是谁', undefined],
    ['她管多少户', undefined],
    ['为什么停电', undefined],
  ])('%s', (message, open) => {
    expect(leftOpenBy(message)).toBe(open);
  });
});
