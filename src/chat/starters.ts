import { type Address, formatAddress } from '../article/address.ts';
import type { Article } from '../article/article.ts';
import { splitSentences } from '../language/sentences.ts';
import type { Library } from '../library/library.ts';
import { addressOf } from '../passages/passages.ts';
import { forReader } from './cards/parts.ts';
import { type Context, homeOf } from './command.ts';

/** How many questions are offered. */
const OFFERED = 4;
/** Of different kinds where there are; fewer are filled up with more of the same. */
const FEWEST = 3;
/** How many are tried: each costs a search. */
const TRIED = 24;

/** A question made from a sentence that answers it, and where that sentence stands. */
interface Candidate {
  readonly kind: string;
  readonly question: string;
  readonly address: string;
}

/** How something is counted in the middle of a clause; 一个 counts nothing, 第三 is no number of things. */
const NUMERALS = '一二三四五六七八九十百千万萬亿億零两兩';
const NUMBER = String.raw`(?<![第的又才着著每各里裡${NUMERALS}])(?:\d[\d,.]{0,8}[百千万萬亿億]{0,2}|[${NUMERALS}][${NUMERALS}点點]{1,8}|[二三四五六七八九十两兩])`;
const MEASURE = '[个個名位户戶座栋棟辆輛张張间間家台只隻棵款件部条條场場次节節元米人吨噸亩畝岁歲公平]';
const COUNTED = new RegExp(
  String.raw`^(\p{Script=Han}[\p{Script=Han}、]{2,14}?)${NUMBER}[多余餘]?(${MEASURE}(?![的月多]|以[上下内內])\p{Script=Han}{0,8})(?<![时時])[，。；]`,
  'u',
);
/** Only how much, and how few, the number is. */
const HEDGE = /(?:不到|不足|只|仅|僅|约|約|大约|大約|近|超过|超過|共|一共)(?=有?$)/;
const ON = /(?:定于|定於|于|於|在)$/;

/** Shapes of sentences that answer a question a reader might have, and that question. */
const SHAPES: readonly { kind: string; shape: RegExp; question: (groups: readonly string[]) => string }[] = [
  // 2020年2月，金昌市被……确定为……城市。
  {
    kind: 'when',
    shape: /^(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?[，,](\p{Script=Han}{8,36})[。，]/u,
    question: ([what]) => `${what}是什么时候的事？`,
  },
  // 44岁的马翠芳是……的一名网格员
  {
    kind: 'who',
    shape: /^(?:\d+[岁歲]的)?(\p{Script=Han}{2,4})是[^。]{2,30}(?:一名|一位)/u,
    question: ([who]) => `${who}是谁？`,
  },
  // 网格是市域社会治理的最基本单元
  {
    kind: 'what',
    shape: /^(\p{Script=Han}{2,10})(?<![不都的里裡也就])是[^不否从從由在]\p{Script=Han}{5,}/u,
    question: ([what]) => `${what}是什么？`,
  },
  // 实施《金昌市文明行为促进条例》
  {
    kind: 'document',
    shape: /([出发發颁頒制印实實施][台臺布发發定行施])《([^》]{4,24})》/u,
    question: ([verb, name]) => `谁${verb}了《${name}》？`,
  },
  // 采取“六步议事”程序
  {
    kind: 'term',
    shape:
      /“(\p{Script=Han}{3,8})”(?:的)?(?:\p{Script=Han}{0,4})(?:模式|程序|体系|體系|机制|機制|工程|计划|計畫|行动|行動|经验|經驗|制度|工作法)/u,
    question: ([term]) => `“${term}”是什么？`,
  },
  // 全线最深的站是大成门
  {
    kind: 'which',
    shape: /^(\p{Script=Han}{0,8}最\p{Script=Han}{1,4}的\p{Script=Han}{1,4})(?<![不都])是\p{Script=Han}{2,10}[，。]/u,
    question: ([what]) => `${what}是哪个？`,
  },
  // 博览会定于4月17日至21日在会展馆举行
  {
    kind: 'on',
    shape:
      /^(\p{Script=Han}{3,20})(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?:至(?:\d{1,2}月)?\d{1,2}日)?(?![前后後起止以至到的])(\p{Script=Han}{2,20})[，。；]/u,
    question: ([what = '', then]) => `${what.replace(ON, '')}什么时候${then}？`,
  },
  // 会展馆只有700个车位
  {
    kind: 'how-many',
    shape: COUNTED,
    question: ([what = '', counted]) => `${what.replace(HEDGE, '')}多少${counted}？`,
  },
  // 项目经理屠建新说，
  {
    kind: 'somebody',
    shape:
      /(?:经理|經理|主任|站长|站長|馆长|館長|校长|校長|村长|村長|队长|隊長|局长|局長|会长|會長|书记|書記|教练|教練|老师|老師|医生|醫生|负责人|負責人|店主|村民|居民|工程师|工程師)(\p{Script=Han}{2,3})[说說][，：,:]/u,
    question: ([who]) => `${who}是谁？`,
  },
  // 夜校停了三年，因为没有老师
  {
    kind: 'why',
    shape: /^(\p{Script=Han}{5,24})，?是?因[为為]/u,
    question: ([what]) => `为什么${what}？`,
  },
];

/** A subject like these points to a sentence before it, and is nothing to ask about. */
const POINTS_BACK =
  /^(这|這|那|它|他|她|其|此|本|该|該|我|你|目标|目標|关键|關鍵|问题|問題|目的|今年|如今|现在|現在|但|而|不过|不過|可|所以|因此|于是|於是|另|同时|同時|如果|只要|有人|有的|也|还|還)/;

/** By the library that has to answer them: one of the operator's articles stands in many. */
const knownIn = new WeakMap<Library, WeakMap<Article, readonly string[]>>();

/**
 * Questions that the library does answer, from the very sentence they were made of; in the
 * reader's script, at most four.
 * @param article of which; the one that is asked first, else several, unless told
 */
export function starterQuestions(context: Context, article = homeOf(context)): string[] {
  const articles = article === undefined ? context.library.articles.slice(0, OFFERED) : [article];
  const each = Math.ceil(OFFERED / Math.max(1, articles.length));
  return articles
    .flatMap((one) =>
      questionsOf(one, context)
        .slice(0, each)
        .map((question) => writtenAsIn(context.script ?? one.script, forReader(question, one, context))),
    )
    .slice(0, OFFERED);
}

/** The question is the bot's own: it asks, and has its quotation marks, in the reader's script. */
function writtenAsIn(script: Article['script'], question: string): string {
  if (script !== 'hant') return question;
  return ASKED_IN_HANT.reduce((text, [hans, hant]) => text.replaceAll(hans, hant), question);
}
const ASKED_IN_HANT = [
  ['“', '「'],
  ['”', '」'],
  ['什么', '什麼'],
  ['时候', '時候'],
  ['为什', '為什'],
  ['哪个', '哪個'],
  ['谁', '誰'],
] as const;

function questionsOf(article: Article, context: Context): readonly string[] {
  const known = knownIn.get(context.library) ?? new WeakMap<Article, readonly string[]>();
  knownIn.set(context.library, known);
  const before = known.get(article);
  if (before !== undefined) return before;
  const questions: Candidate[] = [];
  const alike: Candidate[] = [];
  for (const candidate of candidates(article).slice(0, TRIED)) {
    if (questions.length === OFFERED) break;
    if (questions.some(({ kind }) => kind === candidate.kind)) alike.push(candidate);
    else if (answersItself(candidate, article, context)) questions.push(candidate);
  }
  for (const candidate of alike) {
    if (questions.length >= FEWEST) break;
    const isNew = questions.every(({ question }) => question !== candidate.question);
    if (isNew && answersItself(candidate, article, context)) questions.push(candidate);
  }
  const found = questions.map(({ question }) => question);
  known.set(article, found);
  return found;
}

/** One of each kind in turn, in document order, so that the few that are tried are of many kinds. */
function candidates(article: Article): Candidate[] {
  const all = article.sections.flatMap(({ number, paragraphs }) =>
    paragraphs.flatMap((text, index) => candidatesIn(text, { section: number, paragraph: index + 1 })),
  );
  const seen = new Map<string, number>();
  const turns = all.map((candidate) => {
    const turn = seen.get(candidate.kind) ?? 0;
    seen.set(candidate.kind, turn + 1);
    return { candidate, turn };
  });
  return turns.sort((a, b) => a.turn - b.turn).map(({ candidate }) => candidate);
}

function candidatesIn(paragraph: string, address: Address): Candidate[] {
  return splitSentences(paragraph).flatMap(({ start, end }) =>
    SHAPES.flatMap(({ kind, shape, question }) => {
      const groups = shape.exec(paragraph.slice(start, end))?.slice(1);
      if (groups === undefined || POINTS_BACK.test(groups[0] ?? '')) return [];
      return [{ kind, question: question(groups), address: formatAddress(address) }];
    }),
  );
}

/** Of a question made of a sentence so much is found again there: the rest is its own asking words. */
const FOUND_AGAIN = 0.6;

function answersItself(candidate: Candidate, article: Article, context: Context): boolean {
  const [first] = context.library.search(candidate.question, { limit: 1 });
  if (first === undefined || first.coverage < FOUND_AGAIN) return false;
  return first.passage.article.id === article.id && addressOf(first.passage) === candidate.address;
}
