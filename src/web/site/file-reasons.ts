import type { Locale, Localised } from '../../chat/locale.ts';

/** Why a file is no article, by how the reader of pages words it; the first that fits. */
const REASONS: readonly (readonly [RegExp, Localised])[] = [
  [/^(?:the )?(?:file|archive) is empty/, { 'zh-CN': '它是空的。', 'zh-TW': '它是空的。', en: 'It is empty.' }],
  [
    /only articles in Chinese/,
    { 'zh-CN': '这里只读中文的文章。', 'zh-TW': '這裡只讀中文的文章。', en: 'Only articles in Chinese are read.' },
  ],
  [
    /no paragraph/,
    {
      'zh-CN': '里面没有成段的中文。',
      'zh-TW': '裡面沒有成段的中文。',
      en: 'It holds no paragraph of Chinese text.',
    },
  ],
  [
    /encrypted/,
    {
      'zh-CN': '它有密码，请去掉密码再试。',
      'zh-TW': '它有密碼，請去掉密碼再試。',
      en: 'It is encrypted; save it without a password.',
    },
  ],
  [/damaged|cut off|built as no/, { 'zh-CN': '文件坏了。', 'zh-TW': '檔案壞了。', en: 'The file is damaged.' }],
  [
    /larger than|more text than|limit is|more than/,
    { 'zh-CN': '它太大了，请拆开再试。', 'zh-TW': '它太大了，請拆開再試。', en: 'It is too large; split it.' },
  ],
  [
    /takes longer/,
    { 'zh-CN': '读它花的时间太长了。', 'zh-TW': '讀它花的時間太長了。', en: 'Reading it takes too long.' },
  ],
  [
    /binary|encoding/,
    {
      'zh-CN': '它不是文字，或编码认不出来。',
      'zh-TW': '它不是文字，或編碼認不出來。',
      en: 'It is no text, or in an encoding that is not read.',
    },
  ],
  [
    /JSON/,
    { 'zh-CN': '这个 JSON 不是一篇文章。', 'zh-TW': '這個 JSON 不是一篇文章。', en: 'This JSON is no article.' },
  ],
];

const OTHER: Localised = {
  'zh-CN': '这种文件读不了。请把文章的文字贴进来试试。',
  'zh-TW': '這種檔案讀不了。請把文章的文字貼進來試試。',
  en: 'Files like this are not read; try to paste the article’s text.',
};

/** Why a file is no article, in the language of whoever laid it down. @param reason as the reader of pages says it */
export function fileReason(reason: string, locale: Locale): string {
  const [, words] = REASONS.find(([wording]) => wording.test(reason)) ?? [];
  return (words ?? OTHER)[locale];
}
