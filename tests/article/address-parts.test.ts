import { expect, it } from 'vitest';
import { partAskedFor } from '../../src/article/address.ts';

it.each([
  ['第二部分讲什么', 2, undefined],
  ['第三节说的啥', 3, undefined],
  ['第12节', 12, undefined],
  ['第二十一章', 21, undefined],
  ['第十部分', 10, undefined],
  ['最后一部分讲了什么', -1, undefined],
  ['最后一段写了啥', undefined, -1],
  ['倒数第二段', undefined, -2],
  ['第二节最后一段', 2, -1],
  ['开头写了什么', undefined, 1],
  ['结尾怎么说的', undefined, -1],
  ['what does section 2 say', 2, undefined],
  ['the last paragraph', undefined, -1],
  ['the third part', 3, undefined],
])('%s', (asked, section, paragraph) => {
  expect(partAskedFor(asked)).toEqual({ section, paragraph });
});

it.each(['马翠芳管多少户', '最后谁赢了', '第二期工程', '一部分人'])('none in: %s', (asked) => {
  expect(partAskedFor(asked)).toBeUndefined();
});
