import { ASIDE, type Aside } from '../checking/message.ts';
import type { Texts } from './wording.ts';

const SET_ASIDE: Readonly<Record<Aside, (count: number) => string>> = {
  link: (count) => `${count} 個連結`,
  mention: (count) => `${count} 處提及`,
  emoji: (count) => `${count} 個表情符號`,
  time: (count) => `${count} 個時間標記`,
  file: (count) => `${count} 個附件`,
  numbering: (count) => `${count} 個編號`,
  citation: (count) => `${count} 處出處`,
  furniture: () => '卡片自帶的說明',
};

/** A space sets an address apart from Chinese; Chinese needs none. */
function spaced(place: string): string {
  return /^[\w§]/.test(place) ? ` ${place}` : place;
}

export const zhTW: Texts = {
  labels: {
    summary: '本節摘要',
    articleSummary: '摘要',
    lead: '導言',
    wholeArticle: '全文',
    contents: '目錄',
    articles: '文章',
    title: '標題',
    subtitle: '副標題',
    source: '來源',
    published: '發布時間',
    authors: '作者',
    editors: '責任編輯',
    site: '網站',
    sections: '章節',
    repaired: '整理',
    starters: '可以這樣問',
    tryInstead: '可以試試',
    alsoIn: '另見……',
    jump: '跳到……',
    previous: '上一段',
    next: '下一段',
    previousPage: '上一頁',
    nextPage: '下一頁',
    read: '閱讀內文',
    section: '看本節',
    copy: '複製',
    post: '傳送到頻道',
    theirs: '只在訊息裡',
    original: '只在原文裡',
    link: '原文連結',
    people: '人物',
    organisations: '機構',
    places: '地點',
    dates: '日期',
    figures: '數字',
    documents: '文件',
    lookAt: '換一類，或看全部相關句子……',
  },
  listSeparator: '、',
  converted: (from) => (from === 'hans' ? '原文為簡體，轉為繁體字顯示' : '原文為繁體，轉為簡體字顯示'),
  unreadable: () => '「\ufffd」處原文受損，無法辨認，沒有猜補。',
  place: (section, paragraph) =>
    `${section === undefined ? '' : section === 0 ? '導言' : `第${section}節`}第${paragraph}段`,
  sectionSize: (paragraphs, characters) => `${paragraphs} 段 · ${characters} 字`,
  page: (number, of) => `第 ${number} 頁，共 ${of} 頁`,
  repairs: (repairs, removals) => `修復 ${repairs} 處，移除網頁雜項 ${removals} 處`,
  namesNone: (kind) => `文中沒有認出${kind}。`,
  allAbout: (name) => `關於「${name}」的句子`,
  allAboutOption: (name, sentences) => `關於「${name}」：${sentences} 句`,
  noSuchKind: (asked) => `沒有「${asked}」這一類，文中也沒有認出這個名字。`,
  noSuchName: (asked) => `文中沒有認出「${asked}」。`,
  askSomething: () => '請針對文章提一個問題。',
  hello: () => '你好！有什麼想問文章的，直接問就行，我用原文回答。',
  help: () =>
    '直接問文章裡的事：人物、時間、數字、原因都行，我標出原文裡回答的那一句，並附上出處；文章沒有直說的，給你最接近的段落。也可以問文章本身：誰寫的、幾部分、第二部分講什麼。發「目錄」看章節。',
  introduction: () =>
    '我是文摘，一個回答文章問題的機器人。一個小的閱讀模型只負責指出句子，它什麼也不寫：你看到的每個字都是文章的原文。直接提問就行，發「目錄」看章節。',
  thanked: () => '不客氣，想起什麼隨時問。',
  farewell: () => '再見！',
  notSaid: (missing, hasClosest) =>
    [
      '文章裡沒有直接回答。',
      missing.length > 0 ? `文中沒有：${missing.join('、')}。` : '',
      hasClosest ? '最接近的是：' : '',
    ].join(''),
  leftOpen: (open) => (open === 'whom' ? '你指的是誰？請寫上名字再問。' : '你問的是哪件事？請把整句問題寫出來。'),
  understoodAs: (question) => `按「${question}」來找。`,
  more: (hasMore) => (hasMore ? '相關的還有：' : '沒有別的相關段落了。'),
  offTopic: () => '文章裡沒有和這個有關的內容。',
  questionTooLong: (limit) => `問題太長了，請控制在 ${limit} 字以內。`,
  noSuchSection: (asked, last) => `沒有「${asked}」這一節，本文到第 ${last} 節為止。`,
  noSections: (asked, paragraphs) => `沒有「${asked}」這一節，本文不分節，共 ${paragraphs} 段。`,
  noSuchParagraphInAll: (asked, paragraphs) => `沒有「${asked}」這一段，全文共 ${paragraphs} 段。`,
  passagesAbout: (asked) => `沒有標題裡有「${asked}」的章節，文中相關的段落：`,
  sectionNotFound: (asked) => `沒有找到標題裡有「${asked}」的章節。`,
  sectionAmbiguous: (asked) => `不止一節符合「${asked}」，請選一節：`,
  noSuchParagraph: (address, last) => `沒有 ${address} 這一段，這一節共 ${last} 段。`,
  noLead: () => '本文沒有導言，請從第 1 節開始。',
  wordsNotFound: (words) => `文章裡沒有「${words}」這樣的原話。`,
  quoteWhat: () => '請給出段落（如 2.4、§2¶4、2.4-2.6）或文中的原話。',
  openAt: (address) => `開啟 ${address}`,
  noSuchArticle: (asked) => `沒有叫「${asked}」的文章。`,
  whichArticle: () => '這裡有好幾篇文章，請指定一篇。',
  noArticles: () => '我這裡還沒有文章。在伺服器裡，管理員可以用 /library add 新增。',
  noArticlesHere: () => '這個伺服器還沒有文章。請管理員用 /library add 新增一篇，然後就可以問我了。',
  textTooLong: (limit) => `文字太長了，請控制在 ${limit} 字以內。`,
  nothingToFind: () => '這則訊息裡沒有可以核對的文字。',
  foundVerbatim: (place) => `這段話是文章的原話，見${spaced(place)}：`,
  foundClosest: (place) => `這段話不是文章的原話。最接近的是${spaced(place)}：`,
  nothingNear: () => '沒有找到和這段話相近的原文。',
  checkedInParts: (words, closest, nothing) => {
    const counts = [
      words > 0 ? `${words} 段${words > 1 ? '分別' : ''}是原話` : '',
      closest > 0 ? `${closest} 段不是原話，但有相近的` : '',
      nothing > 0 ? `${nothing} 段沒有相近的原文` : '',
    ];
    return `核對了 ${words + closest + nothing} 段：${counts.filter((count) => count !== '').join('；')}。`;
  },
  verdictWords: (place) => `是原話 · ${place}`,
  verdictClosest: (place) => `不是原話，最接近的是${spaced(place)}`,
  verdictNothing: () => '沒有相近的原文',
  headingOf: (section) => `${section} 的標題`,
  alsoWords: (words, of) => {
    const listed = words.map(({ text, at }) => `「${text}」（${at}）`).join('、');
    return `還有 ${of} 段也是原話：${listed}${of > words.length ? '……' : ''}`;
  },
  unchecked: (words, more) =>
    `沒有核對：${words.map((text) => `「${text}」`).join('、')}${more > 0 ? `，以及另外 ${more} 個字` : ''}`,
  setAside: (counts) =>
    `不算文字，沒有核對：${ASIDE.flatMap((kind) => (counts[kind] === undefined ? [] : [SET_ASIDE[kind](counts[kind])])).join('、')}`,
  unread: (characters) => `訊息太長，最後 ${characters} 個字沒有核對。`,
  unknownCommand: (name) => `沒有「${name}」這個指令。`,
  invalidOption: (name) => `「${name}」填得不對。`,
  failed: (errorId) => `出了點問題，不是你的錯。請把編號 ${errorId} 告訴管理員。`,
  busy: (seconds) => `問得太快了，請 ${seconds} 秒後再試。`,
  crowded: (seconds) => `現在有點忙，請 ${seconds} 秒後再試。`,
  tookTooLong: () => '這個問題花的時間太長了，請問得短一些。',
  stale: () => '文章已經更新，這個按鈕對應的內容變了。請重新提問。',
  unknownButton: () => '這個按鈕已失效，請重新提問。',
  optionMissing: (name) => `請填寫「${name}」。`,
};
