import type { Locale } from '../../chat/locale.ts';
import { en } from './en.ts';
import type { CurationTexts } from './wording.ts';
import { zhCN } from './zh-cn.ts';
import { zhTW } from './zh-tw.ts';

const TEXTS: Readonly<Record<Locale, CurationTexts>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };

/** What a moderator reads in a language. */
export function curationTextsIn(locale: Locale): CurationTexts {
  return TEXTS[locale];
}
