import { type Address, formatAddress } from '../article/address.ts';
import type { Article } from '../article/article.ts';
import { splitSentences } from '../language/sentences.ts';
import { addressOf } from '../retrieval/passages/passages.ts';
import { forReader } from './cards/parts.ts';
import type { Context } from './command.ts';

/** How many questions are offered. */
const OFFERED = 4;
/** How many are tried: each costs a search. */
const TRIED = 24;

/** A question made from a sentence that answers it, and where that sentence stands. */
interface Candidate {
  readonly kind: string;
  readonly question: string;
  readonly address: string;
}

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
    shape: /^(\p{Script=Han}{2,10})是[^不否]\p{Script=Han}{5,}/u,
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
];

/** A subject like these points to a sentence before it, and is nothing to ask about. */
const POINTS_BACK = /^(这|這|那|它|他|她|其|此|本|该|該|我|你|目标|目標|关键|關鍵|问题|問題|目的|今年|如今|现在|現在)/;

const known = new WeakMap<Article, readonly string[]>();

/**
 * Questions that the library does answer, from the very sentence they were made of; in the
 * reader's script, at most four.
 */
export function starterQuestions(context: Context, article?: Article): string[] {
  const articles = article === undefined ? context.library.articles.slice(0, OFFERED) : [article];
  const each = Math.ceil(OFFERED / Math.max(1, articles.length));
  return articles
    .flatMap((one) =>
      questionsOf(one, context)
        .slice(0, each)
        .map((question) => quotedAsIn(context, forReader(question, one, context))),
    )
    .slice(0, OFFERED);
}

/** The question is the bot's own: it has the quotation marks of the reader's script. */
function quotedAsIn({ script }: Context, question: string): string {
  return script === 'hant' ? question.replaceAll('“', '「').replaceAll('”', '」') : question;
}

function questionsOf(article: Article, context: Context): readonly string[] {
  const before = known.get(article);
  if (before !== undefined) return before;
  const questions: Candidate[] = [];
  for (const candidate of candidates(article).slice(0, TRIED)) {
    if (questions.length === OFFERED) break;
    if (questions.some(({ kind }) => kind === candidate.kind)) continue;
    if (answersItself(candidate, article, context)) questions.push(candidate);
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
