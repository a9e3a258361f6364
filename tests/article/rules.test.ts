import { describe, expect, test } from 'vitest';
import { findGlosses, glossContext } from '../../src/article/gloss.ts';
import { applied } from '../../src/article/revision.ts';
import { findHalfWidth } from '../../src/article/widths.ts';

describe('glosses', () => {
  const unglossed = (text: string) => applied(text, findGlosses(text, glossContext(text)));

  test.each([
    ['構(gòu)筑', '構筑'],
    ['路線(xiàn)', '路線'],
    ['採訪(fǎng)', '採訪'],
    ['网（wǎng）', '网'],
    ['网( wang3 )', '网'],
    ['綠(lu\u0308\u0300)', '綠'],
    ['女(nü3)', '女'],
    ['銀行(xíng)', '銀行'],
    ['國(ɡuó)家', '國家'],
    ['什么(me)', '什么'],
    ['為(wèi)了(le)', '為了'],
  ])('%s', (text, expected) => expect(unglossed(text)).toBe(expected));

  test.each([
    '(GDP)',
    '(MWh)',
    '兆瓦時(MWh)',
    '甲(a)',
    '(社區)',
    '(含邊坡)',
    '构(xíng)',
    '元(yuan)',
    '火参果（kiwano）',
    '安(An)全',
  ])('%s stays', (text) => expect(unglossed(text)).toBe(text));

  test('a reading without its tone counts where others have theirs', () => {
    expect(unglossed('網(wǎng)絡(luò)時代(dai)')).toBe('網絡時代');
    expect(unglossed('時代(dai)')).toBe('時代(dai)');
  });
});

describe('half-width marks', () => {
  const widened = (text: string) => applied(text, findHalfWidth(text));

  test.each([
    ['他说:好,走吧!行吗?行;', '他说：好，走吧！行吗？行；'],
    ['村(社区)里', '村（社区）里'],
    ['兆瓦时(MWh)', '兆瓦时（MWh）'],
    ['“甲”,“乙”', '“甲”，“乙”'],
    ['共408户、1248人(不含儿童),其余', '共408户、1248人（不含儿童），其余'],
    ['见 http://a.com/b?c=1,d:2 ,再说', '见 http://a.com/b?c=1,d:2 ，再说'],
    ['2021年,GDP增长', '2021年，GDP增长'],
    ['甲(乙(丙)丁)', '甲（乙（丙）丁）'],
    ['真的吗?!', '真的吗？！'],
    ['决赛于23:00,2022年度最佳', '决赛于23:00，2022年度最佳'],
    ['始于2019,2022年建成', '始于2019，2022年建成'],
    ['占99.4%,1248人', '占99.4%，1248人'],
    ['他来自(Boarding)!', '他来自（Boarding）！'],
    ['毕业于麻省理工(MIT),2005年', '毕业于麻省理工（MIT），2005年'],
    ['说过“Why not?”,大家', '说过“Why not?”，大家'],
    ['说过“为什么?”,大家', '说过“为什么？”，大家'],
  ])('%s', (text, expected) => expect(widened(text)).toBe(expected));

  test.each([
    '时间09:21开始',
    '共1,248人',
    '共1,234,567人',
    '坐标为（3,4）',
    '“Stay hungry, stay foolish. Why not?”',
    'born in 2019,2022',
    '比分3:2',
    '“1+7+X”模式',
    'Hello, world! (yes)',
    '邮箱a.b@c.com',
    '价格为3.5元',
    '比例为1:1.2的',
    '《甲》“乙”',
  ])('%s stays', (text) => expect(widened(text)).toBe(text));

  test('what is widened is not widened again', () => {
    const once = widened('他说:(1)好,A:B,走!');
    expect(widened(once)).toBe(once);
  });
});
