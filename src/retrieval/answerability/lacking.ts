import Nzh from 'nzh';
import { measureAskedBy } from '../../question/measures.ts';
import { namesPlace, namesSomebody } from '../../question/names.ts';
import type { ContentWord, Question } from '../../question/question.ts';
import { paraphrasesOf } from '../evidence/paraphrases.ts';
import type { Passage } from '../passages/passages.ts';
import { type SaidWords, saidWordsOf } from '../passages/said-words.ts';

import { isWording } from './wording.ts';

/** What of a question the article that would answer it has nowhere, not even in a heading. */
export interface Lacking {
  /** Content words, in no other words either. */
  readonly words: readonly ContentWord[];
  /** Of all that the article says, in characters. */
  readonly length: number;
  /** How many content words the article has. */
  readonly present: number;
  /** Those of `words` that name a place: 武威市. */
  readonly places: readonly ContentWord[];
  /** Those that name somebody: 李翠芳. */
  readonly persons: readonly ContentWord[];
  /** Years that the question names: 2023. */
  readonly years: readonly string[];
  /** Other numbers of the question. */
  readonly numbers: readonly string[];
  /** The noun that is asked for (…的丈夫是谁, 多少人口), when it is lacking. */
  readonly head: ContentWord | undefined;
  /** That noun stands behind the asking words (哪个国家), so that the answer is one and need not be called so. */
  readonly headIsCategory: boolean;
  /** That noun is the very thing that is asked for, and seldom said otherwise. */
  readonly headIsAsked: boolean;
  /** No number of the passage has the unit that is asked for (几头, 多大年纪 → 岁). */
  readonly measure: boolean;
}

/**
 * Names and words are looked for in the whole article: the answering passage may say 他 where
 * another names him. What is measured must stand in the passage itself.
 */
export function lackingIn(question: Question, passage: Passage): Lacking {
  const said = saidWordsOf(passage.article);
  const has = (word: string): boolean =>
    said.has(word) ||
    stems(word).some(said.has) ||
    paraphrasesOf(word).some((other) => other.length > 1 && said.has(other));
  const words = question.words.filter(
    (word) =>
      // 两种, 一场: a count is put in many ways; numbers in digits are looked at by themselves.
      word.tag !== 'm' &&
      !isWording(word.text) &&
      !has(word.text) &&
      !(UNSURE.test(word.tag) && hasPart(word.text, said)),
  );
  const head = headOf(question);
  const lackedHead = head !== undefined && words.includes(head) ? head : undefined;
  const measure = measureAskedBy(question);
  const years = [...question.folded.matchAll(YEAR)].map(([year]) => year);
  return {
    words,
    length: said.length,
    present: question.words.length - words.length,
    places: words.filter(namesPlace),
    persons: words.filter(namesSomebody),
    years: years.filter((year) => !said.hasNumber(year)),
    numbers: question.numbers.filter((number) => !years.includes(number) && !saysNumber(said, number)),
    head: lackedHead,
    headIsCategory: lackedHead !== undefined && lackedHead.start >= (question.asking?.end ?? Number.POSITIVE_INFINITY),
    headIsAsked: lackedHead !== undefined && VETOING.has(question.kind) && stands(lackedHead, question),
    measure: measure !== undefined && passage.folded.search(measure) < 0,
  };
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
/** Nouns that name the asking itself: a text says 1981年由张三创办 and no 创办人, 三成 and no 比例. */
const ASKING_NOUN =
  /于$|^(百分比|得票率|创办人|人为|人|作者|比例|数量|人口数|人数|总数|经费|首歌|级别|钱|时间|名字|名称)$/;

/** What the dictionary does not know may be cut wrongly (马翠芳管), and a count is no name (一次). */
const UNSURE = /^(x|m)/;

/** Whether an article has a word but for what was joined to its end; of a longer one any part. */
function hasPart(word: string, said: SaidWords): boolean {
  const core = word.replace(FUNCTIONAL, '');
  if (core !== word && said.has(core)) return true;
  // 李翠芳 is not there where 马翠芳 is.
  if (word.length <= NAME_LENGTH) return word.length > 2 && said.has(word.slice(0, -1));
  for (let at = 0; at + 2 <= word.length; at += 1) if (said.has(word.slice(at, at + 2))) return true;
  return false;
}
/** What the hidden Markov model joins to either side of what it does not know: 时即, 论为, 将会; some to one side only. */
const JOINED = '于为时会由所以及在将被也又还可即才自而则仅多内上下后前中就都把从与和';
const FUNCTIONAL = new RegExp(`^[${JOINED}其约曾]+|[${JOINED}是]+$`, 'g');
/** Of a Chinese name, at most. */
const NAME_LENGTH = 3;

/** 金昌市 is there where 金昌 is. */
function stems(word: string): string[] {
  const stem = word.replace(DIVISION, '');
  return stem.length > 1 && stem !== word ? [stem] : [];
}
const DIVISION = /(地区|[省市县区镇乡村州国])$/;

const YEAR = /(?<!\d)(?:1\d|20)\d\d(?=年)/g;

const NOUN = /^(n|x|vn|an|eng)/;

/** The noun that is asked for: right behind the asking words, else the last before them. */
function headOf({ words, asking, kind, folded }: Question): ContentWord | undefined {
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

/** Larger ones nobody writes in words. */
const LARGEST_IN_WORDS = 1e8;

/** Whether an article has a number, in digits or in words: 18, 十八; 2000, 二千, 两千. */
function saysNumber(said: SaidWords, number: string): boolean {
  if (said.hasNumber(number)) return true;
  const value = Number(number);
  if (!Number.isInteger(value) || value < 1 || value > LARGEST_IN_WORDS) return false;
  const words = Nzh.cn.encodeS(value, { tenMin: true });
  return [words, words.replace(/二(?=[百千万亿])/g, '两')].some((way) => said.has(way));
}
