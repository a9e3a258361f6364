import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { charactersOf } from '../../src/picture/font-characters.ts';
import { openFonts } from '../../src/picture/fonts.ts';
import { strokesOf } from '../../src/picture/strokes.ts';

const fonts = openFonts();

/** The package that the file of a character is from. */
function packageOf(character: string, script: 'hans' | 'hant'): string | undefined {
  const path = fonts.fileWith(character.codePointAt(0) ?? 0, script)?.path;
  return /(syst|noto-serif-tc|noto-emoji)\//.exec(path ?? '')?.[1];
}

describe('the fonts', () => {
  test('have the characters of both scripts, each in its own forms', () => {
    for (const character of '金昌市汇音聚符马翠芳户，。、“”—…《》〇①℃％镕堃犇𬬻㐀') {
      expect([character, packageOf(character, 'hans')]).toEqual([character, 'syst']);
    }
    for (const character of '馬翠芳隨著裡為臺戶，。、「」—…《》') {
      expect([character, packageOf(character, 'hant')]).toEqual([character, 'noto-serif-tc']);
    }
  });

  test('lend each other what one of them lacks', () => {
    // A name of the mainland in a text of Taiwan, and a character that is rare in both.
    expect(packageOf('镕', 'hant')).toBe('syst');
    expect(packageOf('仚', 'hant')).toBe('syst');
    expect(packageOf('🌊', 'hans')).toBe('noto-emoji');
    expect(packageOf('𠮷', 'hans')).toBeUndefined();
  });

  test('are believed to have only what is in their files', () => {
    const file = fonts.fileWith(0x91d1, 'hans');
    const bytes = readFileSync(file?.path ?? '');
    const characters = charactersOf(bytes);
    expect(characters.has(0x91d1)).toBe(true);
    expect(characters.has(0x20bb7)).toBe(false);
    expect(characters.size).toBeGreaterThan(20);
    expect(() => charactersOf(bytes.subarray(0, 60))).toThrow();
    expect(() => charactersOf(Buffer.from('no font at all'))).toThrow('no font in WOFF2');
  });
});

describe('what is drawn of a text', () => {
  const drawn = (text: string) => strokesOf(text, 'hans', fonts).map(({ text }) => text);

  test('is all of it, in its order, but for what cannot be seen', () => {
    expect(drawn('金昌，2021年').join('')).toBe('金昌，2021年');
    expect(drawn('a\u202eb\u0000c\u200b').join('')).toBe('abc');
  });

  test('is a pictograph as a whole, or its first part', () => {
    expect(drawn('👍🏽')).toEqual(['👍🏽']);
    expect(drawn('❤️')).toEqual(['❤️']);
    expect(drawn('🇨🇳')).toEqual(['🇨🇳']);
  });

  test('is of a letter with endless marks the letter', () => {
    expect(drawn(`z${'\u0301'.repeat(5_000)}`).join('').length).toBeLessThanOrEqual(3);
  });

  test('says which character no font has', () => {
    expect(strokesOf('叫𪚥的', 'hans', fonts).map(({ file }) => file === undefined)).toEqual([false, true, false]);
  });
});
