import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';

describe('fold', () => {
  it('makes one of scripts, widths and cases', () => {
    expect(fold('馬翠芳管轄ＡＢＣ１２３')).toBe('马翠芳管辖abc123');
    expect(fold('「什麼」')).toBe(fold('「什么」'));
  });

  it('reads years that are said digit by digit, and no other numerals', () => {
    expect(fold('二〇二〇年二月，一九四九年，二○零五年')).toBe('2020年二月,1949年,2005年');
    expect(fold('三四五六年级，二〇二〇')).toBe('三四五六年级,二〇二〇');
  });

  it('keeps the length of any string, lone surrogates and combining marks included', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length));
  });

  it('changes nothing that is folded', () => {
    const chinese = fc.string({ unit: fc.constantFrom(...'馬翠芳管轄隨著顯著乾隆網格員ＡＢ１２İß后里range') });
    fc.assert(fc.property(chinese, (text) => fold(fold(text)) === fold(text)));
  });
});
