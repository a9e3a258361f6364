import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { restoreSimplified, toSimplifiedCharacters, toTraditionalCharacters } from '../../src/language/script.ts';

describe('character by character', () => {
  test('no phrase decides', () => {
    expect(toTraditionalCharacters('头发 公里 着')).toBe('頭發 公裏 着');
    expect(toSimplifiedCharacters('頭髮 乾隆 裡面 說 説')).toBe('头发 干隆 里面 说 说');
  });

  test('as many UTF-16 units come out as go in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(toTraditionalCharacters(text)).toHaveLength(text.length);
        expect(toSimplifiedCharacters(text)).toHaveLength(text.length);
        expect(restoreSimplified(text)).toHaveLength(text.length);
      }),
      { seed: 20211123, numRuns: 500 },
    );
  });
});

describe('restored', () => {
  test.each(
    '規范化 规范化;什么 什么;互夸 互夸;隨著 随着;管轄著 管辖着;著力 着力;沿著 沿着;意味著 意味着;凝聚著 凝聚着;看著作業 看着作业;效能顯著 效能显著;著名 著名;著作 著作;原著 原著;名著 名著;編著 编著;土著 土著;昭著 昭著;卓著 卓著;論著 论著;巨著 巨著;著者 著者;他著有《小說》 他著有《小说》;執著 执着;乾隆 乾隆;乾淨 干净;瞭望 瞭望;狼藉 狼藉;徵求 征求;剩餘 剩余;暱稱 昵称;分鍾 分钟;鍾馗 钟馗;這裏 这里;這裡 这里;衹有 只有;標志著江城市 标志着江城市;意味著 意味着;充滿著希望 充满着希望;彰顯著城市 彰显着城市;凸顯著 凸显着;經典著作 经典著作;張三所著。 张三所著。;由他所著的 由他所著的;遺著三卷 遗著三卷;彰明較著 彰明较著;變化顯著 变化显著;比較顯著 比较显著;功勛卓著 功勋卓著;有所著力 有所着力;著眼 着眼;著手 着手'
      .split(';')
      .map((pair) => pair.split(' ')),
  )('%s → %s', (converted = '', published = '') => {
    expect(restoreSimplified(converted)).toBe(published);
  });

  test('Simplified text is left alone', () => {
    const text = '随着时间推移，著名作家的著作效能显著，乾隆年间的瞭望塔仍然矗立着。';
    expect(restoreSimplified(text)).toBe(text);
    expect(restoreSimplified(restoreSimplified('隨著顯著'))).toBe(restoreSimplified('隨著顯著'));
  });
});
