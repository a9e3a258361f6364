import { ASIDE, type Aside } from '../checking/message.ts';
import type { Texts } from './wording.ts';

const SET_ASIDE: Readonly<Record<Aside, (count: number) => string>> = {
  link: (count) => `${count} 个链接`,
  mention: (count) => `${count} 处提及`,
  emoji: (count) => `${count} 个表情`,
  time: (count) => `${count} 个时间标记`,
  file: (count) => `${count} 个附件`,
  numbering: (count) => `${count} 个编号`,
  citation: (count) => `${count} 处出处`,
  furniture: () => '卡片自带的说明',
};

/** A space sets an address apart from Chinese; Chinese needs none. */
function spaced(place: string): string {
  return /^[\w§]/.test(place) ? ` ${place}` : place;
}

export const zhCN: Texts = {
  labels: {
    summary: '本节摘要',
    articleSummary: '摘要',
    lead: '导语',
    wholeArticle: '全文',
    contents: '目录',
    articles: '文章',
    title: '标题',
    subtitle: '副标题',
    source: '来源',
    published: '发布时间',
    authors: '作者',
    editors: '责编',
    site: '网站',
    sections: '章节',
    repaired: '整理',
    starters: '可以这样问',
    tryInstead: '可以试试',
    alsoIn: '另见……',
    jump: '跳到……',
    previous: '上一段',
    next: '下一段',
    previousPage: '上一页',
    nextPage: '下一页',
    read: '阅读正文',
    section: '看本节',
    copy: '复制',
    post: '发到频道',
    theirs: '只在消息里',
    original: '只在原文里',
    link: '原文链接',
    people: '人物',
    organisations: '机构',
    places: '地点',
    dates: '日期',
    figures: '数字',
    documents: '文件',
    lookAt: '换一类，或看全部相关句子……',
  },
  listSeparator: '、',
  converted: (from) => (from === 'hans' ? '原文为简体，转为繁体字显示' : '原文为繁体，转为简体字显示'),
  unreadable: () => '“\ufffd”处原文受损，无法辨认，没有猜补。',
  place: (section, paragraph) =>
    `${section === undefined ? '' : section === 0 ? '导语' : `第${section}节`}第${paragraph}段`,
  sectionSize: (paragraphs, characters) => `${paragraphs} 段 · ${characters} 字`,
  page: (number, of) => `第 ${number} 页，共 ${of} 页`,
  repairs: (repairs, removals) => `修复 ${repairs} 处，移除网页杂项 ${removals} 处`,
  namesNone: (kind) => `文中没有认出${kind}。`,
  allAbout: (name) => `关于“${name}”的句子`,
  allAboutOption: (name, sentences) => `关于“${name}”：${sentences} 句`,
  noSuchKind: (asked) => `没有“${asked}”这一类，文中也没有认出这个名字。`,
  noSuchName: (asked) => `文中没有认出“${asked}”。`,
  askSomething: () => '请就文章提一个问题。',
  hello: () => '你好！有什么想问文章的，直接问就行，我用原文回答。',
  help: () =>
    '直接问文章里的事：人物、时间、数字、原因都行，我标出原文里回答的那一句，并附上出处；文章没有直说的，给你最接近的段落。也可以问文章本身：谁写的、几部分、第二部分讲什么。发“目录”看章节。',
  introduction: () =>
    '我是文摘，一个回答文章问题的机器人。一个小的阅读模型只负责指出句子，它什么也不写：你看到的每个字都是文章的原文。直接提问就行，发“目录”看章节。',
  thanked: () => '不客气，想起什么随时问。',
  farewell: () => '再见！',
  notSaid: (missing, hasClosest) =>
    [
      '文章里没有直接回答。',
      missing.length > 0 ? `文中没有：${missing.join('、')}。` : '',
      hasClosest ? '最接近的是：' : '',
    ].join(''),
  leftOpen: (open) => (open === 'whom' ? '你指的是谁？请写上名字再问。' : '你问的是哪件事？请把整句问题写出来。'),
  understoodAs: (question) => `按“${question}”来找。`,
  more: (hasMore) => (hasMore ? '相关的还有：' : '没有别的相关段落了。'),
  offTopic: () => '文章里没有和这个有关的内容。',
  questionTooLong: (limit) => `问题太长了，请控制在 ${limit} 字以内。`,
  noSuchSection: (asked, last) => `没有“${asked}”这一节，本文到第 ${last} 节为止。`,
  noSections: (asked, paragraphs) => `没有“${asked}”这一节，本文不分节，共 ${paragraphs} 段。`,
  noSuchParagraphInAll: (asked, paragraphs) => `没有“${asked}”这一段，全文共 ${paragraphs} 段。`,
  passagesAbout: (asked) => `没有标题里有“${asked}”的章节，文中相关的段落：`,
  sectionNotFound: (asked) => `没有找到标题里有“${asked}”的章节。`,
  sectionAmbiguous: (asked) => `不止一节符合“${asked}”，请选一节：`,
  noSuchParagraph: (address, last) => `没有 ${address} 这一段，这一节共 ${last} 段。`,
  noLead: () => '本文没有导语，请从第 1 节开始。',
  wordsNotFound: (words) => `文章里没有“${words}”这样的原话。`,
  quoteWhat: () => '请给出段落（如 2.4、§2¶4、2.4-2.6）或文中的原话。',
  openAt: (address) => `打开 ${address}`,
  noSuchArticle: (asked) => `没有叫“${asked}”的文章。`,
  whichArticle: () => '这里有好几篇文章，请指定一篇。',
  noArticles: () => '我这里还没有文章。在服务器里，管理员可以用 /library add 添加。',
  noArticlesHere: () => '这个服务器还没有文章。请管理员用 /library add 添加一篇，然后就可以问我了。',
  textTooLong: (limit) => `文字太长了，请控制在 ${limit} 字以内。`,
  nothingToFind: () => '这条消息里没有可以核对的文字。',
  foundVerbatim: (place) => `这段话是文章的原话，见${spaced(place)}：`,
  foundClosest: (place) => `这段话不是文章的原话。最接近的是${spaced(place)}：`,
  nothingNear: () => '没有找到和这段话相近的原文。',
  checkedInParts: (words, closest, nothing) => {
    const counts = [
      words > 0 ? `${words} 段${words > 1 ? '分别' : ''}是原话` : '',
      closest > 0 ? `${closest} 段不是原话，但有相近的` : '',
      nothing > 0 ? `${nothing} 段没有相近的原文` : '',
    ];
    return `核对了 ${words + closest + nothing} 段：${counts.filter((count) => count !== '').join('；')}。`;
  },
  verdictWords: (place) => `是原话 · ${place}`,
  verdictClosest: (place) => `不是原话，最接近的是${spaced(place)}`,
  verdictNothing: () => '没有相近的原文',
  headingOf: (section) => `${section} 的标题`,
  alsoWords: (words, of) => {
    const listed = words.map(({ text, at }) => `“${text}”（${at}）`).join('、');
    return `还有 ${of} 段也是原话：${listed}${of > words.length ? '……' : ''}`;
  },
  unchecked: (words, more) =>
    `没有核对：${words.map((text) => `“${text}”`).join('、')}${more > 0 ? `，以及另外 ${more} 个字` : ''}`,
  setAside: (counts) =>
    `不算文字，没有核对：${ASIDE.flatMap((kind) => (counts[kind] === undefined ? [] : [SET_ASIDE[kind](counts[kind])])).join('、')}`,
  unread: (characters) => `消息太长，最后 ${characters} 个字没有核对。`,
  unknownCommand: (name) => `没有“${name}”这个命令。`,
  invalidOption: (name) => `“${name}”填得不对。`,
  failed: (errorId) => `出了点问题，不是你的错。请把编号 ${errorId} 告诉管理员。`,
  busy: (seconds) => `问得太快了，请 ${seconds} 秒后再试。`,
  crowded: (seconds) => `现在有点忙，请 ${seconds} 秒后再试。`,
  tookTooLong: () => '这个问题花的时间太长了，请问得短一些。',
  stale: () => '文章已经更新，这个按钮对应的内容变了。请重新提问。',
  unknownButton: () => '这个按钮已失效，请重新提问。',
  optionMissing: (name) => `请填写“${name}”。`,
};
