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

describe('a refusal', () => {
  it('names what the article has of a question and what it has not', () => {
    const { notAnswered } = textsIn('en');
    expect(notAnswered(['马翠芳'], ['喜欢', '喝咖啡'])).toBe(
      'The article does not answer this. It mentions “马翠芳”, but not “喜欢” or “喝咖啡”.',
    );
    expect(notAnswered([], ['股市'])).toBe('The article does not answer this. It does not mention “股市”.');
    expect(notAnswered(['社区', '网格'], [])).toBe('The article does not answer this. It mentions “社区” and “网格”.');
    expect(notAnswered([], [])).toBe('The article does not answer this.');
    expect(textsIn('zh-TW').notAnswered(['馬翠芳'], ['咖啡', '茶'])).toBe(
      '文章裡沒有回答這個問題。文中有：馬翠芳。文中沒有：咖啡、茶。',
    );
  });

  it('counts in English as English does', () => {
    const texts = textsIn('en');
    expect(texts.sectionSize(1, 1330)).toBe('1 paragraph · 1,330 characters');
    expect(texts.repairs(1057, 9)).toBe('1,057 places repaired, 9 pieces of page clutter removed');
    expect(texts.busy(1)).toContain('in 1 second.');
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
