import { describe, expect, it } from 'vitest';
import { ASIDE } from '../../src/chat/checking/message.ts';
import { LOCALES, type Locale, localeOf, scriptOf } from '../../src/chat/locale.ts';
import { textsIn } from '../../src/chat/texts/texts.ts';
import { toSimplifiedCharacters, toTraditionalCharacters } from '../../src/language/script.ts';

/** What the texts are called with that need more than numbers. */
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  alsoWords: [[{ text: 'words', at: '§2¶1' }], 9],
  unchecked: [['words', 'more words'], 9],
  undrawn: [['ά', 'ب']],
  setAside: [Object.fromEntries(ASIDE.map((kind) => [kind, 7]))],
};

/** Every text of a language, functions called with recognisable arguments. */
function allTexts(locale: Locale): string[] {
  const { labels, ...others } = textsIn(locale);
  const said = Object.entries(others).map(([name, text]) =>
    typeof text === 'function' ? Reflect.apply(text, null, ARGUMENTS[name] ?? [7, 9]) : text,
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

describe('what is said of a message', () => {
  it.each(LOCALES)('in %s is about words, never about what an article says or what is true', (locale) => {
    const texts = textsIn(locale);
    const said = [
      texts.foundVerbatim('§2¶1'),
      texts.foundClosest('§2¶1'),
      texts.nothingNear(),
      texts.checkedInParts(1, 2, 3),
      texts.verdictWords('§2¶1'),
      texts.verdictClosest('§2¶1'),
      texts.verdictNothing(),
      texts.labels.theirs,
      texts.labels.original,
    ];
    for (const text of said) {
      expect(text).not.toMatch(/没有(这样)?说|沒有(這樣)?說|没有这样的话|沒有這樣的話|不实|不實|虚假|虛假|错|錯/);
      expect(text).not.toMatch(/does not say|says nothing|do(es)? say|true|false|wrong|lie/i);
    }
  });

  it('counts in English as English does', () => {
    const { checkedInParts, alsoWords, unchecked, unread } = textsIn('en');
    expect(checkedInParts(1, 0, 0)).toBe('1 part looked up: 1 is the article’s own words.');
    expect(checkedInParts(2, 1, 2)).toBe(
      '5 parts looked up: 2 are, each by itself, the article’s own words; 1 is not its words but close to some; 2 are near nothing in it.',
    );
    expect(alsoWords([{ text: '法律', at: '§3¶3' }], 1)).toBe(
      '1 more part is the article’s own words, too: “法律” (§3¶3)',
    );
    expect(unchecked(['对', '他说'], 1)).toBe('Not looked up: “对”, “他说” and 1 character more');
    expect(unread(1_234)).toBe('The message is too long: its last 1,234 characters were not looked up.');
  });
});

describe('a refusal', () => {
  it('names what the article lacks of a question', () => {
    const { notSaid, offTopic } = textsIn('en');
    expect(notSaid(['喜欢', '喝咖啡'], true)).toBe(
      'The article does not say this outright. It does not mention “喜欢” or “喝咖啡”. The closest is:',
    );
    expect(notSaid([], false)).toBe('The article does not say this outright.');
    expect(textsIn('zh-TW').notSaid(['咖啡', '茶'], true)).toBe('文章裡沒有直接回答。文中沒有：咖啡、茶。最接近的是：');
    expect(offTopic()).toBe('Nothing in the article is about this.');
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
