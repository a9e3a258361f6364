import type { Script } from '../article/article.ts';
import type { TraditionalStandard } from '../language/traditional-text.ts';

/** The languages that everything a person sees exists in. */
export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text in each of them. */
export type Localised = Readonly<Record<Locale, string>>;

/**
 * The language for a client's locale (`zh-TW`, `en-GB`) or a shell's (`zh_HK.UTF-8`).
 * Hong Kong and Macao read Traditional; other Chinese is Simplified; everybody else reads English.
 */
export function localeOf(tag: string | undefined): Locale {
  const name = (tag ?? '').toLowerCase().replaceAll('_', '-');
  if (!name.startsWith('zh')) return 'en';
  return /^zh-(tw|hk|mo|hant)/.test(name) ? 'zh-TW' : 'zh-CN';
}

/** Whose Traditional characters a shell's locale stands for: Hong Kong and Macao have a standard of their own. Discord has one locale for all who read Traditional, and no server tells where it is. */
export function standardOf(tag: string | undefined): TraditionalStandard {
  return /^zh[-_](?:hk|mo)/i.test(tag ?? '') ? 'hk' : 'tw';
}

/** The script that readers of a language expect; readers of English see what was published. */
export function scriptOf(locale: Locale): Script | undefined {
  if (locale === 'zh-CN') return 'hans';
  return locale === 'zh-TW' ? 'hant' : undefined;
}
