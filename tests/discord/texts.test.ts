import { expect, test } from 'vitest';
import { LOCALES, type Locale } from '../../src/chat/locale.ts';
import { COMMANDS } from '../../src/commands.ts';
import { discordTextsIn } from '../../src/discord/texts.ts';
import { toSimplifiedCharacters, toTraditionalCharacters } from '../../src/language/script.ts';

/** What only people on Discord read: the words of the room, and names and descriptions of commands. */
function wordsIn(locale: Locale): string[] {
  const own = Object.values(discordTextsIn(locale)).map((text) => (typeof text === 'function' ? text(7) : text));
  const named = COMMANDS.flatMap(({ names, description, options }) => [{ names, description }, ...options]);
  return [...own, ...named.flatMap(({ names, description }) => [names[locale], description[locale]])];
}

test.each(LOCALES)('every text in %s is in its own script', (locale) => {
  for (const text of wordsIn(locale)) {
    expect(text.trim()).not.toBe('');
    if (locale === 'zh-CN') expect(toSimplifiedCharacters(text)).toBe(text);
    if (locale === 'zh-TW') expect(toTraditionalCharacters(text).replaceAll('裏', '裡')).toBe(text);
    if (locale === 'en') expect(text).not.toMatch(/\p{Script=Han}/u);
  }
});
