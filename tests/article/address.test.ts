import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress, parsePlace } from '../../src/article/address.ts';

const at = (section: number, paragraph: number) => ({ section, paragraph });
const single = (section: number, paragraph: number) => ({ from: at(section, paragraph), to: at(section, paragraph) });

describe('parsePlace', () => {
  it.each([
    '§2¶4',
    '2.4',
    '2-4',
    '２．４',
    's2p4',
    'S2 P4',
    '第2节第4段',
    '第二節第四段',
    '§ 2 ¶ 4',
    '2¶4',
    '2:4',
    ' 2.4 ',
  ])('reads %s as one paragraph', (typed) => {
    expect(parsePlace(typed)).toEqual(single(2, 4));
  });

  it.each([
    ['2', 2],
    ['§2', 2],
    ['第十二节', 12],
    ['s3', 3],
    ['section 2', 2],
    ['0', 0],
    ['第二十节', 20],
    ['第二十一節', 21],
  ])('reads %s as section %i', (typed, section) => {
    expect(parsePlace(typed)).toEqual(single(section, 0));
  });

  it.each(['2.4-2.6', '2.4-6', '§2¶4–§2¶6', '§2¶4–6', '2.4～2.6', '2.4到2.6', '第2节第4段到第6段'])(
    'reads %s as a range',
    (typed) => {
      expect(parsePlace(typed)).toEqual({ from: at(2, 4), to: at(2, 6) });
    },
  );

  it('keeps a reversed range as it was typed', () => {
    expect(parsePlace('2.6-2.4')).toEqual({ from: at(2, 6), to: at(2, 4) });
  });

  it('reads the article in front of an address', () => {
    expect(parsePlace('jinchang§2¶4')).toEqual({ articleId: 'jinchang', ...single(2, 4) });
    expect(parsePlace('a-1§2¶4–§3¶1')).toEqual({ articleId: 'a-1', from: at(2, 4), to: at(3, 1) });
    expect(parsePlace('金昌§1')).toEqual({ articleId: '金昌', ...single(1, 0) });
  });

  it.each(['', '网格员', '2.4.5', '-1', '马翠芳管多少户', '2021年', '§', '1+7+X', '第段'])(
    'does not take %j for an address',
    (typed) => {
      expect(parsePlace(typed)).toBeUndefined();
    },
  );

  it('reads back every address as it is printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (section, paragraph) => {
        expect(parsePlace(formatAddress({ section, paragraph }))).toEqual(single(section, paragraph));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'§¶0129.-到至第节段 sp章x一十') }), (typed) => {
        parsePlace(typed);
      }),
    );
  });
});
