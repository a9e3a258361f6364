import { describe, expect, test } from 'vitest';
import { bylineOfLine } from '../../../src/article/bylines/bylines.ts';
import { fold } from '../../../src/language/fold.ts';

const namesOf = (line: string) => bylineOfLine(fold(line))?.names.map(({ start, end }) => line.slice(start, end));

describe('a line that names people and says no more', () => {
  test.each([
    ['张三丰', ['张三丰']],
    ['李　四', ['李　四']],
    ['张三丰 李大华', ['张三丰', '李大华']],
    ['张三丰、李大华', ['张三丰', '李大华']],
    ['江城市统计局副局长 李大华', ['李大华']],
    ['江城大学教授 张三丰', ['张三丰']],
    ['看江城实习记者 李大华', ['李大华']],
    ['◎张三丰', ['张三丰']],
    ['——李大华', ['李大华']],
    ['張三豐／李大華（綜合報導）', ['張三豐', '李大華']],
    ['欧阳文静', ['欧阳文静']],
    ['阿卜杜拉·买买提', ['阿卜杜拉·买买提']],
    ['By Anna Lee', ['Anna Lee']],
    ['李大华 报道', ['李大华']],
    ['本报讯 记者 李大华', ['李大华']],
    ['新华社江城5月2日电（记者 李大华）', ['李大华']],
    ['李建国', ['李建国']],
  ])('%s', (line, names) => expect(namesOf(line)).toEqual(names));

  test('may say for whom they write', () => {
    const line = '张三丰/江城日报';
    const { names, publisher } = bylineOfLine(line) ?? { names: [] };
    expect(names).toEqual([{ start: 0, end: 3 }]);
    expect(publisher && line.slice(publisher.start, publisher.end)).toBe('江城日报');
  });

  test.each([
    '江城',
    '时尚',
    '高考',
    '时讯',
    '国内新闻',
    '江城日报',
    '副局长说 李大华',
    '李大华 说得好',
    '张三丰，这里的人',
    '高血压',
    '二十四节气·谷雨',
    'Anna Lee',
    '江苏省',
    '张三丰 李大华 王小明 赵一一 钱二二',
    '一、火候靠听',
    '',
  ])('%s is none', (line) => expect(namesOf(line)).toBeUndefined());
});
