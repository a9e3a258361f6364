import { toSimplifiedCharacters, toTraditionalCharacters } from '../language/script.ts';
import { type Locale, localeOf } from './locale.ts';

/**
 * The language of words that come without a client's locale: that of their script, else of the server where
 * it is Chinese or the words are not, else Simplified.
 */
export function spokenLocale(text: string, guildLocale: string | undefined): Locale {
  const traditional = differing(text, toSimplifiedCharacters(text));
  const simplified = differing(text, toTraditionalCharacters(text));
  if (traditional !== simplified) return traditional > simplified ? 'zh-TW' : 'zh-CN';
  const locale = guildLocale === undefined ? 'zh-CN' : localeOf(guildLocale);
  return locale === 'en' && /\p{Script=Han}/u.test(text) ? 'zh-CN' : locale;
}

function differing(text: string, converted: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) !== converted.charCodeAt(at)) count += 1;
  return count;
}
