import type { Article } from '../article/article.ts';
import { fold } from '../language/fold.ts';
import { tag } from '../language/segment.ts';
import { isStopWord } from '../language/stop-words.ts';
import type { Question } from './question.ts';

/** What can be asked about an article itself. `gist`: what it is about. */
export type ArticleTopic =
  | 'title'
  | 'subtitle'
  | 'editors'
  | 'publishedAt'
  | 'source'
  | 'site'
  | 'url'
  | 'author'
  | 'gist';

/** How an article is spoken of, over folded text. */
const ARTICLE =
  /(?:这|本|该|此|那|上述)?(?:一)?(?:篇|则|条)?(?:文章|报道|报导|新闻|稿件|稿子|文稿|通讯|综述|消息|原文|全文)|(?:这|本|该|此|那)(?:一)?篇(?:文)?|(?:本|该|此)文|(?:文章|报道|报导|文)(?:里|中|内)/g;

const PUBLISHED = '(?:发布|发表|刊登|刊发|刊载|登出|登载|出版|报道|报导|上线|推出|见报|撰写|写|发|登)';
const WHEN = '(?:什么时候|什么时间|什么日子|啥时候|何时|何日|几时|哪一?[天年日月]|几[月号日]|多久前|什么日期)';

/**
 * How each is asked for, over folded text, the more exact first. A match alone proves
 * nothing: what else the question says decides (see `topicOf`). `spokenOf`: says nothing
 * unless an article is spoken of or named.
 */
const ASKED: readonly { readonly topic: ArticleTopic; readonly spokenOf?: true; readonly pattern: RegExp }[] = [
  { topic: 'subtitle', pattern: /副标题|副题/g },
  { topic: 'editors', pattern: /责任?编辑?|责编|编辑|编校|谁编(?!辑)的?|(?:审核|校对)(?:人|者|员)?/g },
  { topic: 'author', spokenOf: true, pattern: /作者|撰稿人?|撰文|谁(?:写|撰写|采写|写作)|记者|笔者/g },
  {
    topic: 'publishedAt',
    pattern: new RegExp(
      `${PUBLISHED}(?:出来)?(?:于|的|在)*(?:是在|是|在)?(?:${WHEN}|时间|日期|日子)|${WHEN}.{0,6}?${PUBLISHED}(?:出来)?|是${WHEN}的`,
      'g',
    ),
  },
  {
    topic: 'site',
    pattern: new RegExp(
      `(?:在|是|由)?(?:哪一?[个家]|什么)(?:网站|网|站点|平台)(?:上)?${PUBLISHED}?|${PUBLISHED}(?:于|在)*(?:哪一?[个家]|什么)(?:网站|网|站点|平台)|(?:所属|来自)?网站`,
      'g',
    ),
  },
  { topic: 'url', pattern: /网址|链接|原文地址/g },
  {
    topic: 'source',
    pattern: new RegExp(
      `来源|出处|(?:出|转|来|载)自|转载|(?:哪一?[家个份张]|什么)(?:媒体|报纸|报社|报刊|报|单位|机构|杂志)(?:上)?${PUBLISHED}?|(?:在|于)?(?:哪里|哪儿|何处|什么地方)${PUBLISHED}|${PUBLISHED}(?:于|在)*(?:哪里|哪儿|何处|什么地方|(?:哪一?[家个份张]|什么)(?:媒体|报纸|报社|报刊|报|杂志)(?:上)?)|谁(?:发布|刊登|刊发)`,
      'g',
    ),
  },
  { topic: 'title', pattern: /标题|题目|题名/g },
  // Of an article only where it is spoken of: 他叫什么名字 asks for a person.
  { topic: 'title', spokenOf: true, pattern: /(?:名字|名称)?叫(?:做)?(?:什么|啥)(?:名字|名称)?|名字/g },
  {
    topic: 'gist',
    pattern:
      /(?:主要|大概|大致|大体|到底|究竟|具体)*(?:讲|说|写|谈|报道|报导|介绍|描述|叙述|讨论|关于|反映)(?:述|到|及)?(?:了|的)?(?:是)?(?:些|一些|一件|哪些)?(?:什么|啥|哪些|何)(?:事情|事|内容|东西|问题|方面|故事)?|主要(?:内容|意思|观点|讲|说)(?:是)?(?:什么|啥)?|主题|主旨|中心(?:思想|内容)|大意|概要|概括|总结|摘要|梗概|要点/g,
  },
];

/** What is left of a question about an article when its asking words are gone. */
const ASIDE =
  /请问|请|一下|帮我|给我|告诉我|谁|哪一?[位个名些里儿家]|什么|啥|何|几|多少|人|姓名|名字|时间|日期|负责|担任|叫|吗|呢|内容|一句话|简单|简要|用/g;

/**
 * What a question asks about an article itself, or undefined when it asks about something
 * that stands in it. 金昌市什么时候被确定为试点城市 has words left over that the article's
 * title, source and site do not explain, so it is about the content.
 */
export function topicOf(question: Question, article: Article): ArticleTopic | undefined {
  const { folded } = question;
  if (asksForEditor(question, article)) return 'editors';
  const named = names(question, article);
  const isSpokenOf = named || folded.search(ARTICLE) >= 0;
  for (const { topic, spokenOf, pattern } of ASKED) {
    if (folded.search(pattern) < 0 || (spokenOf && !isSpokenOf)) continue;
    const rest = folded
      .replace(quotedTitle(article), ' ')
      .replace(ARTICLE, ' ')
      .replace(pattern, ' ')
      .replace(ASIDE, ' ');
    if (explained(rest, article, named)) return topic;
  }
  return undefined;
}

/** Whether the question asks about somebody who edited the article and is not mentioned in it. */
function asksForEditor({ folded, words }: Question, article: Article): boolean {
  const editor = article.editors.map(fold).find((name) => folded.includes(name));
  if (editor === undefined || words.some(({ text }) => !editor.includes(text) && !text.includes(editor))) return false;
  return !article.sections.some(({ paragraphs }) => paragraphs.some((text) => fold(text).includes(editor)));
}

/** Whether a question may be about an article itself: cheap, and wrong in one direction only. */
export function mayAskAboutArticle({ folded }: Question): boolean {
  return ASKED.some(({ pattern }) => folded.search(pattern) >= 0);
}

/** Whether the article is named: by its id, or by enough of its title. */
export function names(question: Question, article: Article): boolean {
  const { folded } = question;
  const title = fold(article.title);
  if (standsAlone(folded, fold(article.id))) return true;
  if (title.length < SHORTEST_TITLE) return false;
  return folded.includes(title) || longestShared(folded, title) >= Math.max(SHORTEST_TITLE, title.length * TITLE_SHARE);
}

/** A shorter title is a word like any other. */
const SHORTEST_TITLE = 4;
/** So much of a title in one piece names it. */
const TITLE_SHARE = 0.6;

/** Whether an id stands in the text, and not as a part of a longer word. */
function standsAlone(text: string, id: string): boolean {
  if (id === '' || !text.includes(id)) return false;
  return new RegExp(`(?<![a-z\\d_-])${escaped(id)}(?![a-z\\d_-])`).test(text);
}

function quotedTitle(article: Article): RegExp {
  const title = escaped(fold(article.title));
  return title === '' ? /(?!)/g : new RegExp(`[《“"「]?${title}[》”"」]?`, 'g');
}

/** Whether nothing is left over: words of a title count for it only where the article is named by it. */
function explained(rest: string, article: Article, named: boolean): boolean {
  const { title, subtitle = '', source = '', site = '', id } = article;
  const known = fold([source, site, ...(named ? [title, subtitle, id] : [])].join(' '));
  return tag(rest).every(({ text }) => isStopWord(text) || known.includes(text));
}

function longestShared(a: string, b: string): number {
  let longest = 0;
  for (let start = 0; start < b.length; start += 1) {
    while (start + longest < b.length && a.includes(b.slice(start, start + longest + 1))) longest += 1;
  }
  return longest;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
