import { describe, expect, it } from 'vitest';
import { cutsDenial, cutsNumber, cutsWord, denialAtEnd, numbersIn } from '../../src/verbatim/whole-words.ts';

describe('numbersIn', () => {
  it.each([
    ['共1,248户、2.5万吨', '1248 2.5'],
    ['增长1.8%，下降3‰', '1.8% 3‰'],
    ['气温-3.5度，第3-5期，a-7', '-3.5 3 5 7'],
    ['￥100和$100', '¥100 $100'],
    ['没有数字', ''],
  ])('of %j', (text, numbers) => {
    expect(numbersIn(text)).toBe(numbers);
  });
});

describe('cutsNumber', () => {
  it.each([
    ['共1', '248户', ''],
    ['为2.', '5万吨', ''],
    ['', '共12', '48户'],
    ['', '为2', '.5万吨'],
    ['', '投资268', '万元'],
    ['三', '十个', ''],
    ['三十', '二个', ''],
    ['', '共二', '十个'],
    ['', '共二十', '一个'],
  ])('%j|%j|%j', (before, said, after) => {
    expect(cutsNumber(before, said, after)).toBe(true);
  });

  it.each([
    ['共', '248户', '，'],
    ['第3期、', '5人', ''],
    ['统一', '一个', ''],
    ['', '这是其一', '个人'],
  ])('not %j|%j|%j', (before, said, after) => {
    expect(cutsNumber(before, said, after)).toBe(false);
  });
});

describe('cutsDenial', () => {
  it.each([
    '摊位不',
    '从未',
    '并没有',
    '不再',
    '绝不会',
    '并非',
    '我们不是',
    '局长否认',
    '严禁',
    '拒绝了',
    'it is not ',
  ])('behind %j', (before) => {
    expect(cutsDenial(before, '收费')).toBe(true);
    expect(denialAtEnd(before)).toBeGreaterThan(0);
  });

  it.each(['洪水淹没', '是非', '不断', '不仅', '非常', '北非', '有无', '不，', 'knot '])('not behind %j', (before) => {
    expect(cutsDenial(before, '收费')).toBe(false);
  });

  it('不仅 denies what begins with 只', () => {
    expect(cutsDenial('不仅', '只停留在口头上')).toBe(true);
  });
});

describe('cutsWord', () => {
  it('does not take art out of start, nor minds a Latin word beside Chinese', () => {
    expect(cutsWord('st', 'art', '')).toBe(true);
    expect(cutsWord('', 'star', 'ted')).toBe(true);
    expect(cutsWord('买了', 'art', '书')).toBe(false);
  });
});
