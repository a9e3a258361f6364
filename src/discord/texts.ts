import type { Locale } from '../chat/locale.ts';

/** What only Discord needs to say. Everything else a person reads comes from `chat`. */
export interface DiscordTexts {
  readonly open: string;
  readonly delete: string;
  readonly mayNotDelete: string;
  /** @param published whether the words differ from the card's, which were converted for the reader */
  copyHint(published: boolean): string;
  hiddenBefore(sentences: number): string;
  hiddenAfter(sentences: number): string;
  hiddenEntries(entries: number): string;
  readonly attached: string;
  readonly empty: string;
}

const TEXTS: Readonly<Record<Locale, DiscordTexts>> = {
  'zh-CN': {
    open: '打开',
    delete: '删除',
    mayNotDelete: '只有提问者或有“管理消息”权限的人才能删除。',
    copyHint: (published) => `长按或点右上角复制${published ? '（原文，繁体）' : ''}：`,
    hiddenBefore: (sentences) => `……前面略去 ${sentences} 句`,
    hiddenAfter: (sentences) => `……后面略去 ${sentences} 句`,
    hiddenEntries: (entries) => `……另有 ${entries} 项未列出`,
    attached: '这段原文太长，见附件。',
    empty: '没有可以显示的内容。',
  },
  'zh-TW': {
    open: '開啟',
    delete: '刪除',
    mayNotDelete: '只有提問者或有「管理訊息」權限的人才能刪除。',
    copyHint: (published) => `長按或點右上角複製${published ? '（原文，簡體）' : ''}：`,
    hiddenBefore: (sentences) => `……前面略去 ${sentences} 句`,
    hiddenAfter: (sentences) => `……後面略去 ${sentences} 句`,
    hiddenEntries: (entries) => `……另有 ${entries} 項未列出`,
    attached: '這段原文太長，見附件。',
    empty: '沒有可以顯示的內容。',
  },
  en: {
    open: 'Open',
    delete: 'Delete',
    mayNotDelete: 'Only the person who asked, or someone with the Manage Messages permission, can delete this.',
    copyHint: (published) => `Press and hold, or use the corner button, to copy${published ? ' (as published)' : ''}:`,
    hiddenBefore: (sentences) => `… ${sentences} ${sentences === 1 ? 'sentence' : 'sentences'} before this hidden`,
    hiddenAfter: (sentences) => `… ${sentences} ${sentences === 1 ? 'sentence' : 'sentences'} after this hidden`,
    hiddenEntries: (entries) => `… ${entries} more not shown`,
    attached: 'Too long to show here; the full text is attached.',
    empty: 'There is nothing to show.',
  },
};

/** Discord's own words in a language. */
export function discordTextsIn(locale: Locale): DiscordTexts {
  return TEXTS[locale];
}
