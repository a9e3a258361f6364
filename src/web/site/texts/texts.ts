import type { Locale } from '../../../chat/locale.ts';
import { en } from './en.ts';
import type { SiteTexts } from './wording.ts';
import { zhCN } from './zh-cn.ts';
import { zhTW } from './zh-tw.ts';

const TEXTS: Readonly<Record<Locale, SiteTexts>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };

/** The page's own words in a language. */
export function textsIn(locale: Locale): SiteTexts {
  return TEXTS[locale];
}
