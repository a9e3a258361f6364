import type { Locale } from '../locale.ts';
import { en } from './en.ts';
import type { Texts } from './wording.ts';
import { zhCN } from './zh-cn.ts';
import { zhTW } from './zh-tw.ts';

const TEXTS: Readonly<Record<Locale, Texts>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };

/** The bot's own words in a language. */
export function textsIn(locale: Locale): Texts {
  return TEXTS[locale];
}
