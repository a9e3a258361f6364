import type { Locale } from '../chat/locale.ts';

/** What the terminal alone has to say. */
export interface ConsoleTexts {
  readonly welcome: (titles: string) => string;
  readonly token: string;
  readonly help: string;
  /** Where nothing has been quoted yet, or several passages at a time. */
  readonly nothingToPicture: string;
  readonly pictureSaved: (path: string) => string;
  readonly fileExists: (file: string) => string;
  /** Where there is no article: the folder is empty. */
  readonly noArticles: string;
  /** To whoever types what servers have. */
  readonly noLibrary: string;
  page(link: string): string;
  readonly refusal: RefusalSentences;
}

/** `refusal` in `ask --json`. Programs have it, so it stays as it is when what people are told is reworded. */
interface RefusalSentences {
  readonly blank: string;
  notAnswered(present: readonly string[], missing: readonly string[]): string;
}

export const consoleTexts: Readonly<Record<Locale, ConsoleTexts>> = {
  'zh-CN': {
    welcome: (titles) => `文摘 · ${titles}`,
    token:
      '这里是终端。要在 Discord 里用，请到 discord.com/developers/applications 取得令牌，写进 .env 的 DISCORD_TOKEN。',
    help: [
      '直接输入问题，或者：',
      '  /ask 问题 [section:2]    用原文回答',
      '  /section [2 或标题]      一节的摘要和全文；不填看目录',
      '  /quote 2.4               一字不差地引用；也可以 2.4-2.6，或文中的原话',
      '  /find 一句话             是文章的原话吗？',
      '  /picture [方形] [文件]   把刚才的引文存成图片',
      '  /about                   标题、来源、日期、章节，和可以问的问题',
      '  /glance [数字 或名字]    人物、机构、地点、日期、数字、文件；名字：相关的句子',
      '  /help                    这份说明；Ctrl-C 退出',
    ].join('\n'),
    nothingToPicture: '没有可以存的引文。请先引用一段，例如 /quote 2.4。',
    pictureSaved: (path) => `图片已存为 ${path}`,
    fileExists: (file) => `已经有 ${file} 这个文件，没有覆盖。`,
    noArticles:
      '还没有文章。请把文件放进 seeds 文件夹（或 SEEDS_DIR、--seeds 指定的文件夹），或者在浏览器的页面里放一篇、在那里问。',
    noLibrary: '/library 只在 Discord 的服务器里有。在这里，文章就是文件夹里的文件：放进去、改掉、删掉，都会马上读到。',
    page: (link) => `也可以在浏览器里试用（只有这台电脑能打开）：\n  ${link}`,
    refusal: {
      blank: '请问一个关于文章的问题。',
      notAnswered: (present, missing) =>
        `文章里没有回答这个问题。${listed('文中有：', present, '、', '。')}${listed('文中没有：', missing, '、', '。')}`,
    },
  },
  'zh-TW': {
    welcome: (titles) => `文摘 · ${titles}`,
    token:
      '這裡是終端機。要在 Discord 裡用，請到 discord.com/developers/applications 取得權杖，寫進 .env 的 DISCORD_TOKEN。',
    help: [
      '直接輸入問題，或者：',
      '  /ask 問題 [section:2]    用原文回答',
      '  /section [2 或標題]      一節的摘要和全文；不填看目錄',
      '  /quote 2.4               一字不差地引用；也可以 2.4-2.6，或文中的原話',
      '  /find 一句話             是文章的原話嗎？',
      '  /picture [方形] [檔案]   把剛才的引文存成圖片',
      '  /about                   標題、來源、日期、章節，和可以問的問題',
      '  /glance [數字 或名字]    人物、機構、地點、日期、數字、文件；名字：相關的句子',
      '  /help                    這份說明；Ctrl-C 離開',
    ].join('\n'),
    nothingToPicture: '沒有可以存的引文。請先引用一段，例如 /quote 2.4。',
    pictureSaved: (path) => `圖片已存為 ${path}`,
    fileExists: (file) => `已經有 ${file} 這個檔案，沒有覆蓋。`,
    noArticles:
      '還沒有文章。請把檔案放進 seeds 資料夾（或 SEEDS_DIR、--seeds 指定的資料夾），或者在瀏覽器的頁面裡放一篇、在那裡問。',
    noLibrary: '/library 只在 Discord 的伺服器裡有。在這裡，文章就是資料夾裡的檔案：放進去、改掉、刪掉，都會馬上讀到。',
    page: (link) => `也可以在瀏覽器裡試用（只有這台電腦能開啟）：\n  ${link}`,
    refusal: {
      blank: '請問一個關於文章的問題。',
      notAnswered: (present, missing) =>
        `文章裡沒有回答這個問題。${listed('文中有：', present, '、', '。')}${listed('文中沒有：', missing, '、', '。')}`,
    },
  },
  en: {
    welcome: (titles) => `Wenzhai · ${titles}`,
    token:
      'This is the terminal. For Discord, get a token at discord.com/developers/applications and put it into .env as DISCORD_TOKEN.',
    help: [
      'Type a question, or:',
      '  /ask QUESTION [section:2]  answers in the article’s own words',
      '  /section [2 or heading]    a section and its summary; without one, the contents',
      '  /quote 2.4                 word for word; also 2.4-2.6, or words from the text',
      '  /find SENTENCE             are these the article’s own words?',
      '  /picture [square] [FILE]   the last quotation as a picture',
      '  /about                     title, source, date, sections, questions to start with',
      '  /glance [figures or NAME]  who, where, when, how much; a name: all about it',
      '  /help                      this list; Ctrl-C leaves',
    ].join('\n'),
    nothingToPicture: 'There is no quotation to draw. Quote something first, for example /quote 2.4.',
    pictureSaved: (path) => `The picture is in ${path}`,
    fileExists: (file) => `There is a file ${file} already; it was not overwritten.`,
    noArticles:
      'There is no article yet. Put a file into the folder seeds (or the one that SEEDS_DIR or --seeds names), or put one in on the page in the browser and ask there.',
    noLibrary:
      '/library is for servers on Discord. Here the articles are the files in the folder: what is put in, changed or taken out is noticed at once.',
    page: (link) => `Or try it in a browser, on this machine only:\n  ${link}`,
    refusal: {
      blank: 'Ask a question about the article.',
      notAnswered: (present, missing) =>
        `The article does not answer this.${listed(' It has: ', present, ', ', '.')}${listed(' It does not have: ', missing, ', ', '.')}`,
    },
  },
};

/** A list in a sentence; nothing where it is empty. */
function listed(before: string, words: readonly string[], separator: string, after: string): string {
  return words.length === 0 ? '' : `${before}${words.join(separator)}${after}`;
}
