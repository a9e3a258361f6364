import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale, localeOf, scriptOf } from '../../src/chat/locale.ts';
import { textsIn } from '../../src/chat/texts/texts.ts';
import { toSimplifiedCharacters, toTraditionalCharacters } from '../../src/language/script.ts';

/** Every text of a language, functions called with recognisable arguments. */
function allTexts(locale: Locale): string[] {
  const { labels, ...others } = textsIn(locale);
  const said = Object.values(others).map((text) =>
    typeof text === 'function' ? Reflect.apply(text, null, [7, 9]) : text,
  );
  return [...Object.values(labels), ...said];
}

describe('texts', () => {
  it.each(LOCALES)('says something everywhere in %s', (locale) => {
    for (const text of allTexts(locale)) expect(text.trim()).not.toBe('');
  });

  it('is written in Simplified for zh-CN and in Traditional for zh-TW', () => {
    for (const text of allTexts('zh-CN')) expect(toSimplifiedCharacters(text)).toBe(text);
    // 台, 里, 只, 面, 系 are Traditional too: only characters with one Traditional spelling can be held against it.
    for (const text of allTexts('zh-TW'))
      expect(toTraditionalCharacters(text).replaceAll('裏', '裡').replaceAll('爲', '為').replaceAll('佈', '布')).toBe(
        text,
      );
  });

  it('leaves no Chinese in English', () => {
    for (const text of allTexts('en')) expect(text).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('localeOf', () => {
  it.each([
    ['zh-CN', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh_HK.UTF-8', 'zh-TW'],
    ['zh-Hant-MO', 'zh-TW'],
    ['zh_SG', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['en-GB', 'en'],
    ['de', 'en'],
    [undefined, 'en'],
  ])('%s → %s', (tag, locale) => {
    expect(localeOf(tag)).toBe(locale);
  });

  it('knows the script of each', () => {
    expect(LOCALES.map(scriptOf)).toEqual(['hans', 'hant', undefined]);
  });
});
