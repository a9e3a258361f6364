import { expect, it } from 'vitest';
import { figuresIn } from '../../src/article/told-figures.ts';

const figures = (text: string) => figuresIn(text).map(({ start, end }) => text.slice(start, end));

it.each([
  ['三期总投资2.87亿元，仓容由6.2万吨增至13.4万吨。', '2.87亿元 6.2万吨 13.4万吨'],
  ['管着８栋楼４０８户，共1,248人。', '８栋 ４０８户 1,248人'],
  ['四万一千吨露天码垛，占2.9%，面积1.8万平方米。', '四万一千吨 2.9% 1.8万平方米'],
  ['總經費三億二千萬元', '三億二千萬元'],
])('%s', (text, expected) => {
  expect(figures(text).join(' ')).toBe(expected);
});

it.each(['2021年11月23日09:21，第18届，一张票，每晚八点', '第3个人', '三期工程第二十名', '2.4.6'])(
  'none in: %s',
  (text) => {
    expect(figures(text)).toEqual([]);
  },
);
