import type { Article } from '../article/article.ts';
import { fold } from '../language/fold.ts';
import { hasNumber } from './evidence/word-features.ts';
import type { Passage } from './passages.ts';
import type { ContentWord, Question } from './question.ts';
import { paraphrasesOf } from './sentence/paraphrases.ts';

/** What of a question the article that would answer it has nowhere, not even in a heading. */
export interface Lacking {
  /** Places and years that the question names: 武威市, 2023. */
  readonly names: readonly string[];
  /** Other content words, in no other words either. */
  readonly words: readonly ContentWord[];
  /** The noun that is asked for (…的丈夫是谁, 多少人口), when it is lacking. */
  readonly head: ContentWord | undefined;
  /** No number has the unit that is asked for (几头, 多大年纪 → 岁). */
  readonly measure: boolean;
}

/**
 * Names and words are looked for in the whole article: the answering passage may say 他 where
 * another names him. What is measured must stand in the passage itself.
 */
export function lackingIn(question: Question, passage: Passage): Lacking {
  const text = textOf(passage.article);
  const has = (word: string): boolean =>
    text.includes(word) ||
    stems(word).some((stem) => text.includes(stem)) ||
    paraphrasesOf(word).some((other) => other.length > 1 && text.includes(other));
  const words = question.words.filter(
    (word) => !has(word.text) && !(UNSURE.test(word.tag) && hasPart(word.text, text)),
  );
  const head = headOf(question);
  return {
    names: [
      ...words
        .filter(({ tag, text: word }) => tag === 'ns' && word.length > 1 && !NO_PLACE.test(word))
        .map(({ text: word }) => word),
      ...[...question.folded.matchAll(YEAR)].map(([year]) => year).filter((year) => !hasNumber(text, year)),
    ],
    words,
    head: head !== undefined && words.includes(head) ? head : undefined,
    measure: lacksMeasure(question, passage.folded),
  };
}

/**
 * Whether the article cannot answer, whatever matches: it names another place or year, has
 * nothing that is asked for or no number of the unit that is, or the question is put to the
 * reader or writer of it (你几岁了). Of 4,500 answerable questions of encyclopedia articles
 * this refuses a few in a thousand.
 */
export function isOutOfReach(question: Question, passage: Passage): boolean {
  if (question.words.length === 0 || PERSONAL.test(question.folded)) return true;
  const { names, words, head, measure } = lackingIn(question, passage);
  if (names.length > 0 || measure) return true;
  if (head !== undefined && VETOING.has(question.kind) && stands(head, question)) return true;
  const present = question.words.length - words.length;
  return present === 0 || (present === 1 && words.length > 1 && question.words.length < MANY_WORDS);
}

/** Kinds of question in which the noun that is asked for is seldom put in other words. */
const VETOING: ReadonlySet<string> = new Set(['who', 'how-many']);

/** Whether the noun is the very thing that is asked for: 丈夫是谁, 多少人口, and not one of the words for asking. */
function stands(head: ContentWord, { asking, folded, kind }: Question): boolean {
  if (asking === null || ASKING_NOUN.test(head.text) || POINTING.test(folded.slice(0, head.start))) return false;
  // 哪位皇帝: the answer is one, and need not be called so.
  if (kind === 'who' && head.start >= asking.end) return false;
  const [from, to] = head.end <= asking.start ? [head.end, asking.start] : [asking.end, head.start];
  return LINK.test(folded.slice(from, to));
}
const LINK = /^(是|有|为|叫|个|名|位)?$/;
/** 这个理论, 这句话: told before in the question itself. */
const POINTING = /[这那该此][\p{Script=Han}]?$/u;
const ASKING_NOUN =
  /于$|^(百分比|得票率|创办人|人为|人|作者|比例|数量|人口数|人数|总数|经费|首歌|级别|钱|时间|名字|名称)$/;

/** A question in so many words is told in other words as a whole. */
const MANY_WORDS = 4;

const PERSONAL = /^(你|您|我)(?!们|想|要知|要问|国|省|市|县|区|校|军|方|家)(?!能|可以|知道|告诉)/;

/** What the dictionary does not know may be cut wrongly (马翠芳管), and a count is no name (一次). */
const UNSURE = /^(x|m)/;

function hasPart(word: string, text: string): boolean {
  for (let at = 0; at + 2 <= word.length; at += 1) if (text.includes(word.slice(at, at + 2))) return true;
  return false;
}

/** 金昌市 is there where 金昌 is. */
function stems(word: string): string[] {
  return word.length > 2 && DIVISION.test(word) ? [word.slice(0, -1)] : [];
}
const DIVISION = /[省市县区镇乡村州国]$/;

/** What cppjieba's dictionary has among the places and a question says of anything. */
const NO_PLACE = /^(东西|两国|各国|本国|外国|该国|全国|国内)$/;

const textByArticle = new WeakMap<Article, string>();

/** All that an article says, folded. */
function textOf(article: Article): string {
  const known = textByArticle.get(article);
  if (known !== undefined) return known;
  const { title, subtitle = '', sections } = article;
  const text = fold(
    [title, subtitle, ...sections.flatMap(({ heading, paragraphs }) => [heading ?? '', ...paragraphs])].join('\n'),
  ).replace(THOUSANDS, '');
  textByArticle.set(article, text);
  return text;
}

/** 1,248 and 1248 are one number. */
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g;

const YEAR = /(?<!\d)(?:1\d|20)\d\d(?=年)/g;

const NOUN = /^(n|x|vn|an|eng)/;

/** The noun that is asked for: right behind the asking words, else the last before them. */
export function headOf({ words, asking, kind, folded }: Question): ContentWord | undefined {
  if (!ASKS_FOR_A_NOUN.has(kind)) return undefined;
  const nouns = words.filter(({ tag }) => NOUN.test(tag));
  const place = asking ?? { start: folded.length, end: folded.length };
  const behind = nouns.find(({ start }) => start >= place.end && start <= place.end + CLOSE);
  return behind ?? nouns.findLast(({ end }) => end <= place.start && end >= place.start - CLOSE);
}
/** 为什么 and 怎么 ask for what happens, not for a noun. */
const ASKS_FOR_A_NOUN: ReadonlySet<string> = new Set(['who', 'how-many', 'what', 'which', 'where', 'when', 'other']);
/** So many characters (是, 了多, 现任) may stand between. */
const CLOSE = 2;

/** What is counted or measured in one way only: how it is asked for, and what then stands behind a number. */
const MEASURES: readonly { readonly asked: RegExp; readonly said: RegExp }[] = [
  {
    asked: /多大(的)?(年纪|岁数|年龄)|(几|多少|多大)岁|年龄|岁数|年纪|(今年|现年)多大/,
    said: /岁|出生|生于|诞生|年生/,
  },
  {
    asked:
      /多少(钱|元|块|美元|万元|亿元|资金|经费|奖金)|价格|票价|售价|房价|房租|租金|费用|工资|收入|学费|造价|利润|股价|经费/,
    said: /元|[\d万亿]镑|法郎|美金|卢布|马克|卢比|[\d百千万]两|免费|[$¥￥€£]/,
  },
  { asked: /身高/, said: /[\d一二三四五六七八九十两]+(\.\d+)?(米|厘米|公分|cm|公尺|英尺|尺|m)/ },
  { asked: /多(长|远|高|宽|深)(?!时间|时|久)/, said: /米|公里|尺|里|丈|寸|km|cm|m|年|天|月|日|小时|分钟/ },
  { asked: /体重|多重/, said: /[\d一二三四五六七八九十百千两](多|余)?(公斤|千克|斤|吨|克|kg|磅)/ },
  { asked: /面积|多大面积/, said: /平方|公顷|亩|坪|㎡|km²|顷/ },
];
const UNITS = /(?:几|多少)(户|头|匹|株|棵|艘|架|吨|公里|平方公里|公顷|亩|米|公斤|斤)/;
const COUNT = '[\\d一二三四五六七八九十百千万亿两几数余多.,]';

function lacksMeasure({ folded, kind }: Question, text: string): boolean {
  if (kind !== 'how-many' && kind !== 'other') return false;
  const unit = UNITS.exec(folded)?.[1];
  if (unit !== undefined) return !new RegExp(`${COUNT}(?:个|多|余)?${unit}|平方${unit}|公${unit}`).test(text);
  const measure = MEASURES.find(({ asked }) => asked.test(folded));
  return measure !== undefined && !measure.said.test(text);
}
