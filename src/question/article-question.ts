import { PART } from '../article/address.ts';
import type { FactName } from '../article/printed-facts.ts';
import { tag } from '../language/segment.ts';
import { isStopWord } from '../language/stop-words.ts';
import { blanked, readQuestion } from './question.ts';

/**
 * What can be asked about an article itself. `author`: who wrote it; `gist`: what it is about; `sections`:
 * which parts it has; `size`: how many parts and paragraphs; `part`: something of a part or a paragraph of it;
 * `people`: who is named in it; `interviewed`: with whom it is an interview; `figures`: which figures it tells.
 */
export type ArticleTopic =
  | Exclude<FactName, 'authors'>
  | 'author'
  | 'reporter'
  | 'gist'
  | 'sections'
  | 'size'
  | 'part'
  | 'people'
  | 'interviewed'
  | 'figures';

/** One thing that a question may ask about an article itself, and what else it says. */
export interface ArticleQuestion {
  readonly topic: ArticleTopic;
  /** The words that ask, as they stand in it, folded. */
  readonly term: string;
  /** Whether it speaks of an article: 这篇文章, 那篇, 报道. */
  readonly spokenOf: boolean;
  /** Whether its words are said of an article: 关于博物馆的报道, 登革热那篇. */
  readonly described: boolean;
  /** The words that ask, where hardly anything but an article has such a fact: 责编, 发稿时间. */
  readonly ownTerm: string | undefined;
  /** Whether it asks which article it is of which the words are told: 孙怡编辑了哪篇文章. */
  readonly which: boolean;
  /** The words left when the asking ones are gone, folded; none in 编辑是谁. */
  readonly words: readonly string[];
}

const NOUN = '(?:文章|报道|报导|新闻(?!发布|中心|网|频道|社)|稿件|稿子|文稿|通讯(?!员|社)|综述|消息|原文|全文)';

/** How an article is spoken of, over folded text. */
const ARTICLE = new RegExp(
  `(?:这|本|该|此|那|上述)?(?:一)?(?:篇|则|条)?${NOUN}|(?:这|本|该|此|那)(?:一)?(?:篇|则|条|份|个)?(?:采访(?!者)|专访|访谈|通知|通告|公告|须知|启事|特写|评论|稿|东西)|(?:这|本|该|此|那)(?:一)?篇(?:文)?|(?:本|该|此)文|(?:文章|报道|报导|文)(?:里面?|中|内)|\\b(?:this|the|that) (?:article|story|text|piece|news|report)\\b`,
  'g',
);

/** Words right before an article's noun say which one it is: 关于登革热的报道, 马拉松那篇, 博物馆的新闻. */
const DESCRIBED = new RegExp(
  `(?:关于|有关|讲|写|说|谈|报道|介绍|提到).{2,20}的(?:那|这)?(?:一)?(?:篇|则|条)?${NOUN}|[\\p{L}\\p{N}》”」](?:的)?(?:那|这)(?:一)?(?:篇|则|条)|[\\p{L}\\p{N}》”」](?<![这那本该此篇则条的一])的?${NOUN}(?![里中内说提])`,
  'u',
);

/** 文章里的图书馆: about what stands in it. */
const INSIDE = new RegExp(`${NOUN}(?:里|中|内|提到|说)`);

const ANY_PART = new RegExp(PART, 'g');

const WHICH_ARTICLE = new RegExp(
  `哪(?:一|几|些)?(?:篇|则|条|份)(?:${NOUN})?|哪(?:一?个|几个?|些)${NOUN}|什么${NOUN}`,
  'g',
);

const PUBLISHED =
  '(?:发布(?!会)|发表|发稿|发出|播发|刊登|刊发|刊载|刊出|刊印|登出|登载|出版|报道|报导|上线|推出|见报|公布|更新|撰写|写|发|登|刊)(?:出来)?';
const WHEN =
  '(?:什么时候|什么时间|什么日子|啥时候|啥时|何时|何日|几时|[哪何几]年[哪何几]月(?:[哪何几][日天号])?|[哪何几]月[哪何几][日天号]|哪一?[天年日月]|几[月号日点]|多久前|什么日期|多会儿)';
const WHO = '(?:谁|何人|什么人|哪一?[位个些]人?)';
const REPORTER = '(?:记者|撰稿人?|撰文)';
const WHERE = '(?:哪里|哪儿|何处|什么地方|啥地方)';
const MEDIUM = '(?:媒体|报纸|报社|报刊|日报|晚报|报|单位|机构|杂志|通讯社)';
const WHICH = '(?:哪一?[家个份张本]|什么|啥)';
const SITE = '(?:网站|网|站点|平台)';
const COLUMN = '(?:频道|栏目|版块|板块|专栏|版面)';

interface Asked {
  readonly topic: ArticleTopic;
  /** Says nothing unless an article is spoken of or named. */
  readonly spokenOf?: true;
  /** Is said of nothing but an article. */
  readonly sure?: true;
  /** May be asked of a part of an article: 开头有哪些数字. */
  readonly ofPart?: true;
  readonly pattern: RegExp;
}

/** Who or what is told of, how it is asked for: 提到了哪些人, 有什么数字. */
const MENTIONED = '(?:提到|提及|涉及|出现|写到|讲到|说到|列出|给出|给)?(?:了|过|的)?(?:的)?(?:有|都|是){0,2}';
const WHICH_ONES = '(?:哪些|哪几个|哪几位|哪几|哪个|几个|什么|啥|多少)';
const SECTIONS = '(?:大?部分|章节|小节|节|章|大?块|板块)';
const COUNT_OF_SECTIONS = `(?:一共|总共|共|分成?|有|为){0,2}(?:几|多少)(?:个)?${SECTIONS}(?:内容)?`;

/**
 * How each is asked for, over folded text, the more exact first. A match alone proves
 * nothing: what else the question says decides.
 */
const ASKED: readonly Asked[] = [
  {
    topic: 'interviewed',
    pattern: new RegExp(
      `受访(?:的|者|人|对象){0,2}(?:有|都|是){0,2}(?:${WHO}|${WHICH_ONES}|哪.位)?人?|(?:采访|专访|访谈)(?:了|的|对象)+(?:都|是|有){0,2}(?:${WHO}|哪几?.?位|${WHICH_ONES}人)|who (?:is|are|was|were) interviewed`,
      'g',
    ),
  },
  {
    topic: 'people',
    ofPart: true,
    pattern: new RegExp(
      `${MENTIONED}${WHICH_ONES}(?:人物|人(?![口数员民们均类次]))(?:被)?(?:提到|提及|出现|说话)?(?:了|过)?|(?:出场|主要)?人物(?:有|都|是){0,2}(?:${WHICH_ONES}|谁)?|${MENTIONED}(?:有谁|都有谁|提到谁|提到了谁)|\\bwho (?:is|are|was|were) (?:named|mentioned|in (?:it|there))|(?:which|what) people(?: (?:are|is|were))?(?: (?:mentioned|named))?`,
      'g',
    ),
  },
  {
    topic: 'figures',
    ofPart: true,
    pattern: new RegExp(
      `${MENTIONED}${WHICH_ONES}(?:重要|关键|主要|具体|大){0,2}的?(?:数字|数据|数)(?!库)|(?:重要|关键|主要|具体){0,2}的?(?:数字|数据)(?:有|都|是){0,2}${WHICH_ONES}|(?:which|what|key) (?:figures|numbers)`,
      'g',
    ),
  },
  { topic: 'part', pattern: new RegExp(`(?:${PART})(?:的)?(?:小?标题|题目|主要内容|内容)?`, 'g') },
  {
    topic: 'sections',
    pattern: new RegExp(
      `${COUNT_OF_SECTIONS}[,;、\\s]*(?:各|每)?(?:个)?(?:小标题|分标题|子标题)(?:都|有|没|是|分别){0,2}|(?:各|每)?(?:个)?(?:小标题|分标题|子标题)(?:都|有|没|是|分别){0,2}|(?:有|分|共|包括){0,2}(?:哪些|哪几|哪几个|什么)${SECTIONS}|(?:文章)?(?:结构|目录)|(?:which|what) sections|table of contents|outline`,
      'g',
    ),
  },
  {
    topic: 'size',
    pattern: new RegExp(
      `${COUNT_OF_SECTIONS}|(?:一共|总共|共|有){0,2}(?:几|多少)(?:个)?(?:自然段|段落?|段话)|(?:一共|总共|共|有){0,2}(?:多少|几)(?:个)?字|字数|篇幅|how many (?:parts|sections|paragraphs|words|characters)`,
      'g',
    ),
  },
  { topic: 'size', spokenOf: true, pattern: /(?:有)?多长|how long/g },
  { topic: 'subtitle', pattern: /副标题|副题/g },
  { topic: 'editors', sure: true, pattern: /责任编辑|责编|责任编[缉集]/g },
  { topic: 'editors', pattern: /编[辑缉集](?!部)|编校|谁编(?!辑)的?|(?:审核|校对)(?:人|者|员)?/g },
  { topic: 'editors', sure: true, pattern: /小编|who edited|\beditors?\b/g },
  {
    topic: 'author',
    pattern: new RegExp(
      `作者|笔者|署名|(?:是|由)?${WHO}(?:记者|作者)?(?:写|撰写|写作|执笔)(?:出来)?的?|who(?:'s| is)? ?(?:wrote|the author(?: of)?)|\\bauthors?\\b`,
      'g',
    ),
  },
  { topic: 'author', spokenOf: true, pattern: new RegExp(`(?:是|由)?${WHO}(?:做|弄|整)(?:出来)?的`, 'g') },
  {
    topic: 'reporter',
    spokenOf: true,
    pattern: new RegExp(`(?:本报|采访|报道|撰稿)?${REPORTER}|${WHO}${REPORTER}?(?:采写|采访|报道)的?`, 'g'),
  },
  // 记者看到了什么 asks for no name, so who it was has to be asked where no article is spoken of.
  {
    topic: 'reporter',
    pattern: new RegExp(
      `(?:(?:报道|采写)[这此该]件?(?:事情?|事件|消息)的|本报|采访|报道|撰稿)?${REPORTER}的?(?:姓名|名字)?(?:都|分别)?(?:是|叫|有)?(?:做)?(?:${WHO}|[什啥]么?名字?)|(?:本报|采访|报道|撰稿)?${REPORTER}的?(?:姓名|名字|[?？\\s]*$)|${WHO}是?(?:本报)?${REPORTER}(?:采写的?)?|(?:是|由)?${WHO}采写的?`,
      'g',
    ),
  },
  { topic: 'publishedAt', sure: true, pattern: /(?:发稿|刊发|见报|发布|刊登|发表)(?:的)?(?:时间|日期)/g },
  {
    topic: 'publishedAt',
    pattern: new RegExp(
      `${PUBLISHED}(?:于|的|在)*(?:是在|是|在)?(?:${WHEN}|时间|日期|日子)|${WHEN}.{0,6}?${PUBLISHED}|是${WHEN}的|${WHEN}的?(?=${NOUN})|when was .{0,24}?(?:published|written|posted)|(?:publication|published|publish) date|date of publication`,
      'g',
    ),
  },
  { topic: 'publishedAt', spokenOf: true, pattern: new RegExp(`${WHEN}(?:发|出|写|登)(?:出来|出)?的?`, 'g') },
  {
    topic: 'breadcrumbs',
    pattern: new RegExp(
      `(?:在|属于|属)?(?:${WHICH}|所属|所在)的?${COLUMN}|${COLUMN}(?:名称?)?(?:是|叫)?(?:什么|啥|${WHICH})`,
      'g',
    ),
  },
  {
    topic: 'site',
    pattern: new RegExp(
      `(?:在|是|由)?${WHICH}${SITE}(?:上)?(?:${PUBLISHED})?|${PUBLISHED}(?:于|在)*${WHICH}${SITE}|(?:所属|来自)?网站`,
      'g',
    ),
  },
  { topic: 'url', pattern: /网址|链接|原文地址/g },
  {
    topic: 'source',
    pattern: new RegExp(
      `来源|出处|(?:出|转|来|载)自|转载|${WHICH}${MEDIUM}(?:上)?(?:${PUBLISHED})?|(?:在|于)?${WHERE}${PUBLISHED}|${PUBLISHED}(?:于|在)*(?:${WHERE}|${WHICH}${MEDIUM}(?:上)?)|${WHO}(?:发布|刊登|刊发)|where was .{0,24}?published|which (?:news)?paper|\\bsource\\b`,
      'g',
    ),
  },
  {
    topic: 'source',
    spokenOf: true,
    pattern: new RegExp(`${WHO}(?:发|出|登)(?:布|出)?的?|出处是?(?:哪里?|哪儿)?`, 'g'),
  },
  { topic: 'title', pattern: /(?<!小|分)标题|题目|题名|\b(?:title|headline)\b/g },
  // Of an article only where it is spoken of: 他叫什么名字 asks for a person.
  { topic: 'title', spokenOf: true, pattern: /(?:名字|名称)?叫(?:做)?(?:什么|啥)(?:名字|名称)?|名字/g },
  {
    topic: 'gist',
    pattern:
      /(?:主要|大概|大致|大体|到底|究竟|具体)*(?:讲|说|写|谈|报道|报导|介绍|描述|叙述|讨论|关于|反映)(?:述|到|及)?(?:了|的)?(?:是)?(?:些|一些|一件|哪些|个|哪)?(?:什么|啥|哪些|何)(?:事情|事|内容|东西|问题|方面|故事)?|主要(?:内容|意思|观点|讲|说)(?:是)?(?:什么|啥)?|主题|主旨|中心(?:思想|内容)|大意|概要|概括|总结|摘要|梗概|要点|what(?:'s| is| was) (?:it|this|the article|the text|this article|the story) (?:all )?about|\b(?:gist|tl;?dr|summar(?:y|i[sz]e)|main (?:point|idea|topic))\b/g,
  },
];

/** What is left of a question about an article when its asking words are gone. */
const ASIDE =
  /请问|一下|帮我|给我|告诉我|\b(?:who|when|where|what|which|is|the)\b|谁|哪一?[位个名些里儿家两三几]位?|什么|啥|多少|为何|如何|何在|姓名|名字|时间|日期|负责|担任|内容|一句话|简单|简要|关于|有关|怎么|太长不看|太长了|长话短说|省流|说说|讲讲|讲一下|说一下|\b(?:of|in|it|this|that|does|do|did|was|were|are|has|have|say|says|said|about|me|tell|please|there|by|for|a|an|article|text|story|piece|read)\b/g;
/** Words of nothing but particles, copulas, pointers, counts. */
const GLUE = /^[的了是在于由被从自这那此该个位名着过上里中呀啊吧呢嘛么哈哦篇有人叫请用何几两三吗讲写说谈]+$/;
/** How facts are told where it is asked which article has them. */
const TOLD = new RegExp(`责任编辑|责编|编[辑缉集]|来自|出自|转自|来源|作者|${PUBLISHED}`, 'g');

/** Everything that a folded question may ask about an article itself, the likelier first; mostly nothing. */
export function articleQuestionsIn(folded: string): ArticleQuestion[] {
  const spokenOf = folded.search(ARTICLE) >= 0 && !INSIDE.test(folded);
  const described = DESCRIBED.test(folded);
  const found: ArticleQuestion[] = [];
  if (folded.search(WHICH_ARTICLE) >= 0) {
    const words = wordsOf(folded.replace(WHICH_ARTICLE, ' ').replace(TOLD, ' '));
    if (words.length > 0)
      found.push({ topic: 'title', term: '', spokenOf, described: false, ownTerm: undefined, which: true, words });
  }
  for (const { topic, pattern, sure, ofPart, spokenOf: mustBeSpokenOf = false } of ASKED) {
    const [term] = folded.match(pattern) ?? [];
    if (term === undefined || (mustBeSpokenOf && !spokenOf)) continue;
    // 报道 is the article in 这篇报道什么时候刊登的 and what was done to it in 什么时候报道的.
    const readings = [folded.replace(pattern, ' '), folded.replace(ARTICLE, ' ').replace(pattern, ' ')].map((rest) =>
      wordsOf(ofPart === true ? rest.replace(ANY_PART, ' ') : rest),
    );
    const [words = []] = readings.sort((a, b) => a.length - b.length);
    found.push({ topic, term, spokenOf, described, ownTerm: sure && term, which: false, words });
  }
  return found;
}

/** Whether a question asks about an article itself and nothing else, whichever article that is. */
export function asksAboutArticle(asked: string): boolean {
  return articleQuestionsIn(readQuestion(asked).folded).some(({ words }) => words.length === 0);
}

/** The words of a text that neither speak of an article nor ask. */
function wordsOf(text: string): string[] {
  const rest = blanked(text.replace(ARTICLE, ' '), null).replace(ASIDE, ' ');
  return tag(rest)
    .map((word) => word.text)
    .filter((word) => !isStopWord(word) && !GLUE.test(word));
}
