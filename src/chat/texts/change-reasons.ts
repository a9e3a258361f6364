import type { Locale } from '../locale.ts';

/** By rule, why a text was changed or taken out: in 简体中文, 繁體中文, English; in words that need no knowledge of programs. */
const REASONS: Readonly<Record<string, readonly [string, string, string]>> = {
  // Repairs
  'pinyin-gloss': ['混进正文的拼音注音', '混進正文的拼音注音', 'pinyin that was put between the characters'],
  'lost-byte': [
    '转码时丢了字节，字成了乱码',
    '轉碼時丟了位元組，字成了亂碼',
    'a lost byte had turned characters into others',
  ],
  placeholder: ['标点或字被问号、方框顶替', '標點或字被問號、方框頂替', 'question marks or boxes stood for characters'],
  'converted-script': [
    '被逐字转成了繁体',
    '被逐字轉成了繁體',
    'had been converted to Traditional, one character at a time',
  ],
  'half-width': ['标点被改成了半角', '標點被改成了半形', 'punctuation had been made half-width'],
  'heading-mark': ['标题前后的排版记号', '標題前後的排版記號', 'markup around a heading'],
  'invisible-character': ['看不见的字符', '看不見的字元', 'characters that cannot be seen'],
  'line-break': ['标题被拆成了两行', '標題被拆成了兩行', 'a title that was broken into two lines'],
  unreadable: ['已经认不出的字，照实标明', '已經認不出的字，照實標明', 'cannot be made out any more, and says so'],
  'too-much-damage': [
    '损坏太多，没有逐字修复',
    '損壞太多，沒有逐字修復',
    'too damaged throughout to be searched for lost bytes',
  ],
  // Removals
  metadata: [
    '来源、日期、作者，已列在标题下',
    '來源、日期、作者，已列在標題下',
    'says who, where from or when; it is listed below the title',
  ],
  'page-head': ['正文上方的网页内容', '正文上方的網頁內容', 'stands above the text and is not its title'],
  overline: ['标题上方的引题或栏目', '標題上方的引題或欄目', 'a line above the title'],
  'original-title': ['原标题', '原標題', 'the title as the source has it'],
  'site-name': ['网站名', '網站名', 'the name of the site'],
  breadcrumbs: ['页面路径', '頁面路徑', 'the path to the page'],
  'above-article': ['文章上方的网页内容', '文章上方的網頁內容', 'stands on the page above the article'],
  'below-article': ['文章下方的网页内容', '文章下方的網頁內容', 'stands on the page below the article'],
  'beside-article': ['文章旁边的网页内容', '文章旁邊的網頁內容', 'stands on the page beside the article'],
  'page-part': [
    '网页里别的用途的部分',
    '網頁裡別的用途的部分',
    'is in a part of the page that is made for something else',
  ],
  'page-foot': ['文章结束以后的内容', '文章結束以後的內容', 'stands below what closes the article'],
  link: ['通往别处的链接', '通往別處的連結', 'a link to elsewhere'],
  promotion: ['推广', '推廣', 'advertises something'],
  advertisement: ['广告', '廣告', 'an advertisement'],
  navigation: ['导航', '導覽', 'leads to other pages'],
  'running-head': ['页眉页脚', '頁首頁尾', 'is printed at the edges of the pages'],
  contents: ['目录', '目錄', 'the table of contents'],
  footnote: ['脚注', '註腳', 'a note, which stands apart from the text'],
  comment: ['写在旁边的批注', '寫在旁邊的註解', 'a comment that somebody wrote beside the text'],
  comments: ['读者评论', '讀者評論', 'comments of readers'],
  script: ['网页程序的片段', '網頁程式的片段', 'a piece of a program or of a style'],
  counter: ['阅读数，或单独的数字', '閱讀數，或單獨的數字', 'counts readers, or is a number alone'],
  'part-number': ['分段的编号', '分段的編號', 'numbers the parts'],
  'link-spam': ['卖链接的人塞进来的内容', '賣連結的人塞進來的內容', 'what sellers of links put in'],
  account: ['账号信息', '帳號資訊', 'lines of an account on a platform'],
  affiliation: ['作者单位', '作者單位', 'where the authors work'],
  'agency-tag': ['通讯社的标记', '通訊社的標記', 'the tag of an agency'],
  app: ['客户端推广', '用戶端推廣', 'asks to open an app'],
  'back-to-top': ['返回顶部', '回到頂端', 'leads back to the top'],
  bars: ['表格的残余', '表格的殘餘', 'what is left of a table'],
  buttons: ['按钮', '按鈕', 'buttons of the page'],
  channel: ['频道名', '頻道名', 'the name of a channel'],
  copyright: ['版权声明', '版權聲明', 'a notice of ownership'],
  desk: ['编辑部门', '編輯部門', 'the desk that made the article'],
  edition: ['版本信息', '版本資訊', 'says which edition it is'],
  'empty-field': ['没有填写的栏位', '沒有填寫的欄位', 'a field that nobody filled in'],
  'end-mark': ['结束记号', '結束記號', 'marks the end'],
  'font-size': ['调字号的按钮', '調字級的按鈕', 'buttons that set the size of letters'],
  greeting: ['网页的问候', '網頁的問候', 'what the page says to whoever opens it'],
  'hot-list': ['热门榜单', '熱門榜單', 'a list of what is read most'],
  keywords: ['标签、关键词', '標籤、關鍵詞', 'tags'],
  listen: ['收听按钮', '收聽按鈕', 'offers to read the text aloud'],
  'neighbouring-article': ['上一篇、下一篇', '上一篇、下一篇', 'the article before or behind it'],
  pager: ['翻页', '翻頁', 'leads through the pages'],
  'paper-navigation': ['报纸的版面导航', '報紙的版面導覽', 'links to other pages of the paper'],
  'paper-page': ['报纸版次', '報紙版次', 'the number of the paper’s page'],
  paywall: ['付费或登录提示', '付費或登入提示', 'asks to pay or to sign in'],
  'picture-label': ['图片标记', '圖片標記', 'says that a picture stood here'],
  'repeated-caption': ['重复的图片说明', '重複的圖片說明', 'a caption that stands there twice'],
  privacy: ['隐私提示', '隱私提示', 'a notice about privacy'],
  'read-more': ['“阅读更多”', '「閱讀更多」', 'leads to more to read'],
  registration: ['备案和许可证号', '備案和許可證號', 'numbers of licences'],
  'related-links': ['相关阅读', '相關閱讀', 'links to other articles'],
  'scan-code': ['扫码提示', '掃碼提示', 'asks to scan a code'],
  share: ['分享按钮', '分享按鈕', 'buttons to share'],
};

const COLUMNS: Readonly<Record<Locale, 0 | 1 | 2>> = { 'zh-CN': 0, 'zh-TW': 1, en: 2 };

/** Why a rule changed or took out a text; the rule's name where nothing more is known. */
export function reasonFor(rule: string, locale: Locale): string {
  return REASONS[rule]?.[COLUMNS[locale]] ?? rule;
}
