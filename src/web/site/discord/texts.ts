import type { Locale } from '../../../chat/locale.ts';
import type { Mentioned } from './inline.ts';

/** What Discord itself writes around a message. */
export interface FrameTexts {
  readonly bot: string;
  /** Beside the bot's name. */
  readonly badge: string;
  readonly onlyYou: string;
  /** Of a button that has nothing but a picture, and of a select without words of its own. */
  readonly button: string;
  readonly choose: string;
  /** What a hidden text is called before it is shown. */
  readonly spoiler: string;
  readonly picture: string;
  readonly onlyInDiscord: string;
  download(name: string): string;
  mention(of: Mentioned, name: string): string;
}

const TEXTS: Readonly<Record<Locale, FrameTexts>> = {
  'zh-CN': {
    bot: '文摘',
    badge: '应用',
    onlyYou: '只有你能看到这条消息',
    button: '按钮',
    choose: '请选择',
    spoiler: '隐藏内容，点击显示',
    picture: '图片',
    onlyInDiscord: '只有在 Discord 里才能选择',
    download: (name) => `下载 ${name}`,
    mention: (of, name) => mentioned(of, name, { user: '@某人', role: '@某身份组', channel: '#频道' }),
  },
  'zh-TW': {
    bot: '文摘',
    badge: '應用程式',
    onlyYou: '只有你看得到這則訊息',
    button: '按鈕',
    choose: '請選擇',
    spoiler: '隱藏內容，點擊顯示',
    picture: '圖片',
    onlyInDiscord: '只有在 Discord 裡才能選擇',
    download: (name) => `下載 ${name}`,
    mention: (of, name) => mentioned(of, name, { user: '@某人', role: '@某身分組', channel: '#頻道' }),
  },
  en: {
    bot: 'Wenzhai',
    badge: 'APP',
    onlyYou: 'Only you can see this',
    button: 'Button',
    choose: 'Make a selection',
    spoiler: 'Hidden text, press to show',
    picture: 'Picture',
    onlyInDiscord: 'Can only be chosen in Discord',
    download: (name) => `Download ${name}`,
    mention: (of, name) => mentioned(of, name, { user: '@someone', role: '@role', channel: '#channel' }),
  },
};

/** Who is mentioned by number is known to Discord alone. */
function mentioned(
  of: Mentioned,
  name: string,
  unknown: Readonly<Record<'user' | 'role' | 'channel', string>>,
): string {
  switch (of) {
    case 'user':
    case 'role':
    case 'channel':
      return unknown[of];
    case 'command':
      return `/${name}`;
    case 'everyone':
      return `@${name}`;
    case 'place':
      return `#${name}`;
  }
}

export function frameTextsIn(locale: Locale): FrameTexts {
  return TEXTS[locale];
}
