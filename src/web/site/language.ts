import { LOCALES, type Locale, localeOf } from '../../chat/locale.ts';

const KEPT = 'wenzhai-language';

/** What languages call themselves. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
};

/** The language that somebody chose before, else their browser's. */
export function firstLanguage(): Locale {
  const kept = localStorage.getItem(KEPT);
  return LOCALES.find((locale) => locale === kept) ?? localeOf(navigator.language);
}

export function keepLanguage(locale: Locale): void {
  localStorage.setItem(KEPT, locale);
}
