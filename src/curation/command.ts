import type { Localised } from '../chat/locale.ts';

/** An option of a subcommand, as people fill it in. */
export interface DeskOption {
  readonly name: string;
  readonly names: Localised;
  readonly description: Localised;
  /** `article`: the name of one on the server's shelf, suggested while somebody types. */
  readonly type: 'article' | 'text' | 'channel' | 'file';
  readonly required: boolean;
  readonly maxLength?: number;
}

/** One of the things that a moderator can do. */
export interface Subcommand {
  readonly name: string;
  readonly names: Localised;
  readonly description: Localised;
  readonly options: readonly DeskOption[];
}

/** The command of those who look after a server's library. */
export const LIBRARY: { readonly name: string; readonly description: Localised; readonly subcommands: Subcommand[] } = {
  name: 'library',
  description: {
    'zh-CN': '管理这个服务器的文库',
    'zh-TW': '管理這個伺服器的文庫',
    en: 'Look after the library of this server',
  },
  subcommands: [
    {
      name: 'add',
      names: { 'zh-CN': '添加', 'zh-TW': '加入', en: 'add' },
      description: {
        'zh-CN': '添加文章：上传文件或粘贴文字，先预览再保存',
        'zh-TW': '加入文章：上傳檔案或貼上文字，先預覽再儲存',
        en: 'Add an article: upload files or paste text, and see it before it is stored',
      },
      options: [
        {
          name: 'file',
          names: { 'zh-CN': '文件', 'zh-TW': '檔案', en: 'file' },
          description: {
            'zh-CN': '保存的网页、Word、PDF、Markdown、文本或 .zip',
            'zh-TW': '儲存的網頁、Word、PDF、Markdown、純文字或 .zip',
            en: 'A saved page, Word, PDF, Markdown, text or .zip',
          },
          type: 'file',
          required: false,
        },
      ],
    },
    {
      name: 'list',
      names: { 'zh-CN': '列表', 'zh-TW': '列表', en: 'list' },
      description: { 'zh-CN': '看文库里有哪些文章', 'zh-TW': '看文庫裡有哪些文章', en: 'See which articles there are' },
      options: [],
    },
    {
      name: 'remove',
      names: { 'zh-CN': '移除', 'zh-TW': '移除', en: 'remove' },
      description: {
        'zh-CN': '移除一篇文章，30 天内可以恢复',
        'zh-TW': '移除一篇文章，30 天內可以復原',
        en: 'Remove an article; for 30 days it can be restored',
      },
      options: [articleOption()],
    },
    {
      name: 'restore',
      names: { 'zh-CN': '恢复', 'zh-TW': '復原', en: 'restore' },
      description: { 'zh-CN': '恢复移除的文章', 'zh-TW': '復原移除的文章', en: 'Restore an article that was removed' },
      options: [],
    },
    {
      name: 'rename',
      names: { 'zh-CN': '改标题', 'zh-TW': '改標題', en: 'rename' },
      description: { 'zh-CN': '给文章换个标题', 'zh-TW': '給文章換個標題', en: 'Give an article another title' },
      options: [
        articleOption(),
        {
          name: 'title',
          names: { 'zh-CN': '标题', 'zh-TW': '標題', en: 'title' },
          description: { 'zh-CN': '新的标题', 'zh-TW': '新的標題', en: 'The new title' },
          type: 'text',
          required: false,
          maxLength: 200,
        },
      ],
    },
    {
      name: 'bind',
      names: { 'zh-CN': '绑定', 'zh-TW': '綁定', en: 'bind' },
      description: {
        'zh-CN': '把文章绑定到频道、子区或帖子：在那里提问先看它',
        'zh-TW': '把文章綁定到頻道、討論串或貼文：在那裡提問先看它',
        en: 'Bind an article to a channel, thread or post: questions there go to it first',
      },
      options: [articleOption(), channelOption()],
    },
    {
      name: 'unbind',
      names: { 'zh-CN': '解绑', 'zh-TW': '解綁', en: 'unbind' },
      description: {
        'zh-CN': '解除频道、子区或帖子的绑定',
        'zh-TW': '解除頻道、討論串或貼文的綁定',
        en: 'Unbind a channel, thread or post',
      },
      options: [channelOption()],
    },
    {
      name: 'settings',
      names: { 'zh-CN': '设置', 'zh-TW': '設定', en: 'settings' },
      description: {
        'zh-CN': '谁可以添加、在哪里回应、用什么语言',
        'zh-TW': '誰可以加入、在哪裡回應、用什麼語言',
        en: 'Who may add, where mentions are answered, in which language',
      },
      options: [],
    },
    {
      name: 'unanswered',
      names: { 'zh-CN': '未答', 'zh-TW': '未答', en: 'unanswered' },
      description: {
        'zh-CN': '没有找到答案的提问（打开后才保留，不记提问者）',
        'zh-TW': '沒有找到答案的提問（打開後才保留，不記提問者）',
        en: 'Questions that found no answer (kept only if turned on, without who asked)',
      },
      options: [],
    },
    {
      name: 'forget',
      names: { 'zh-CN': '全部删除', 'zh-TW': '全部刪除', en: 'forget' },
      description: {
        'zh-CN': '删除这个服务器保存的一切',
        'zh-TW': '刪除這個伺服器儲存的一切',
        en: 'Delete everything that is kept of this server',
      },
      options: [],
    },
  ],
};

/** Used on a message: what it has is added. */
export const ADD_TO_LIBRARY: Localised = { 'zh-CN': '添加到文库', 'zh-TW': '加入文庫', en: 'Add to library' };

function articleOption(): DeskOption {
  return {
    name: 'article',
    names: { 'zh-CN': '文章', 'zh-TW': '文章', en: 'article' },
    description: { 'zh-CN': '哪一篇文章', 'zh-TW': '哪一篇文章', en: 'Which article' },
    type: 'article',
    required: true,
  };
}

function channelOption(): DeskOption {
  return {
    name: 'channel',
    names: { 'zh-CN': '频道', 'zh-TW': '頻道', en: 'channel' },
    description: {
      'zh-CN': '频道、子区或帖子；不填就是这里',
      'zh-TW': '頻道、討論串或貼文；不填就是這裡',
      en: 'A channel, thread or post; here if left out',
    },
    type: 'channel',
    required: false,
  };
}
