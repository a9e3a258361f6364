import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsAsAsked } from '../../src/question/as-asked.ts';
import { readQuestion } from '../../src/question/question.ts';

const told = (asked: string) => wordsAsAsked(readQuestion(asked)).map(({ original }) => original);

describe('wordsAsAsked', () => {
  it('keeps words with tone marks whole', () => {
    expect(told('dézhì有哪些特色')).toContain('dézhì');
    expect(told('zhàojiāzhuāng的产业')).toEqual(['zhàojiāzhuāng', '产业']);
    expect(told("ma'cui'fang的产业")).toContain("ma'cui'fang");
    expect(told('zha\u0300ojia\u0304 产业')).toContain('zha\u0300ojia\u0304');
  });

  it('tells full-width letters as they were typed', () => {
    expect(told('ｗｈｏ 编辑')).toEqual(['ｗｈｏ', '编辑']);
  });

  it('tells Traditional words in Traditional', () => {
    expect(told('網格員的產業')).toContain('產業');
  });

  it('keeps a year in one piece', () => {
    expect(told('2023年金昌市获得什么荣誉')).toContain('2023年');
    expect(told('2023年金昌市获得什么荣誉')).not.toContain('年');
  });

  it('puts names together again that were cut in pieces', () => {
    const found = ['河西堡镇昌河路社区', '顾明远表示', '古里雅冰川上'];
    const stands = (text: string) => found.some((passage) => passage.includes(text));
    const named = (asked: string) => wordsAsAsked(readQuestion(asked), stands).map(({ original }) => original);
    expect(named('河西堡镇的面积')).toEqual(['河西堡镇', '面积']);
    expect(named('顧明遠的电话')).toEqual(['顧明遠', '电话']);
    expect(named('古里雅冰川的门票')).toEqual(['古里雅', '冰川', '门票']);
    expect(named('比特币价格')).toEqual(['比特币', '价格']);
  });

  it('says nothing that was not asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('的产业', 'ｗｈｏ', 'Ａé', '①②', 'ﷺ', ''),
        (some, more) => {
          const asked = `${more}${some}${more}`;
          for (const { text } of wordsAsAsked(readQuestion(asked))) expect(text).not.toBe('');
          const plain = asked.normalize('NFKC');
          for (const original of told(asked)) expect(plain).toContain(original.normalize('NFKC'));
        },
      ),
    );
  });
});
