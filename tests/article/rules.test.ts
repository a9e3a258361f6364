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
    '网（wǎng）',
    '青埗（bù）',
    '丘、邱（Qiū）姓',
    '荨(qián)麻',
    '长（zhǎng）与长（cháng）',
  ])('%s stays', (text) => expect(unglossed(text)).toBe(text));

  const beside = '網(wǎng)絡(luò)時(shí)代,';
  test.each([
    ['時代(dai)', '時代'],
    ['規(guì)定', '規定'],
    ['銀行(yínháng)', '銀行'],
    ['變遷(bian qian)史', '變遷史'],
    ['青埗（bù）', '青埗（bù）'],
    ['青埗(bù)在埗上', '青埗(bù)在埗上'],
    ['元(GDP)', '元(GDP)'],
    ['甲(a)', '甲(a)'],
  ])('among others: %s', (text, expected) => expect(unglossed(beside + text)).toBe(`網絡時代,${expected}`));

  test('the space that a page leaves behind each goes with it, any other stays', () => {
    expect(unglossed('社會(hui) 變遷(qian) ,時(shi) 代 大')).toBe('社會變遷,時代 大');
    expect(unglossed('社會(huì)變遷(qiān) 時(shí)代')).toBe('社會變遷 時代');
  });

  test('in full-width brackets a page puts many', () => {
    expect(unglossed('社会（huì）变（biàn）迁（qiān）时（shí）代（dài）')).toBe('社会变迁时代');
  });

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
