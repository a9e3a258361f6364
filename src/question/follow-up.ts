import { asksAboutArticle } from './article-question.ts';
import { namesSomebody } from './names.ts';
import { type ContentWord, type Question, readQuestion } from './question.ts';
import { toTheBot } from './to-the-bot.ts';

/** What was asked before, and what that was about. */
export interface AskedBefore {
  /** As it was understood; empty where only what was told is known. */
  readonly question: string;
  /** Whom it was about, and what else. */
  readonly person?: string;
  readonly thing?: string;
}

/** What somebody means who goes on from there: a question that stands by itself, or more of the same. */
export type FollowUp = { readonly kind: 'question' | 'more'; readonly question: string };

/** Longer messages say themselves what they are about. UTF-16 units of the text without closing marks. */
const LONGEST = 40;
const CLOSING = /[\p{P}\s]{1,10}$/u;

const MORE =
  /^(?:那|那么)?(?:还有|还有别的|别的|其他的?|其它的?|另外的?)(?:呢|吗|么|没有?|吧)?$|^(?:继续|更多|再来(?:一些|点|几个)?|接着说|然后呢)$|^(?:(?:what|anything|something) else|more|go on|and then)$/;
const WHY =
  /^(?:那|那么|这)?(?:又?是)?(?:为什么|为啥|为何|怎么会|咋会|什么原因|原因是?什么|凭什么)(?:呢|啊|呀|会|会这样|这样|如此)?$|^(?:why(?: is that| so| not)?|how come)$/;
/** A yes or no was asked: what it says without asking. */
const YES_OR_NO = /(?:[吗嗎]|[么麼]|[没沒]有?|吧)$/;
const ABOUT = /^(?:那么?|那如果是|如果是|换成|要是)?(.{1,16}?)呢$|^(?:and|what about|how about)(?: the)? (.{1,30})$/;
/** Begins with what it asks: 几栋, 在哪, 多大了, 什么时候. */
const BARE =
  /^(?:那么?)?(?:是|有|在|要|叫|住)?(?:几|多少|多[大高长久远重宽深]|哪|什么|啥|何时|何地|谁|怎么|怎样|如何|咋)/;
/** What is done to anything: 什么时候开始的 leaves out of what. */
const LIGHT_VERB = /^(?:.|开始|结束|成立|完成|完工|开工)$/;
const NAME_TAG = /^n[rstz]/;
const PERSON =
  /^(?:那么?)?(?:他|她|这人|那人|这个人|那个人|此人|ta(?![a-z]))(?!们|国|乡|人|山)|(?<=[,，、\s])(?:他|她)(?!们|国|乡|人|山)/;
const THING = /^(?:那么?)?(?:它们?|牠们?|他们|她们|这个|那个|这东西|那东西|这里|那里|这儿|那儿)(?!人|的?时候|月|星期)/;
const ENGLISH_PERSON = /\b(?:she|he|her|him)\b/i;
const ENGLISH_THING = /\b(?:it|they|them)\b/i;
const LEADING = /^那么?/;
/** How many are asked for, and of what, at the end of a question. */
const COUNTED = /(多少|[几幾])([^\s\p{P}多少几幾]{0,3})$/u;

/**
 * What a message means as a follow-up: a pronoun stands for whom or what the last answer was about, 那楼呢 for
 * the last question with 楼 in the place of what it exchanges, a bare 为什么 or 几栋 asks of the last subject.
 * @returns undefined where it is a question of its own, or nothing is known that it could stand for
 */
export function followUpOf(message: string, before: AskedBefore): FollowUp | undefined {
  const question = readQuestion(message);
  const length = question.folded.replace(CLOSING, '').length;
  const [text, folded] = [question.text.slice(0, length), question.folded.slice(0, length)];
  if (length === 0 || length > LONGEST || toTheBot(folded) !== undefined) return undefined;
  if (MORE.test(folded)) return before.question === '' ? undefined : { kind: 'more', question: before.question };
  const understood =
    whyAsked(folded, before) ??
    otherAsked(text, folded, before) ??
    pronounFilled(text, folded, before, question) ??
    bareAsked(text, folded, before, question);
  return understood === undefined ? undefined : { kind: 'question', question: understood };
}

function whyAsked(folded: string, before: AskedBefore): string | undefined {
  if (!WHY.test(folded)) return undefined;
  const last = withoutMarks(before.question);
  if (YES_OR_NO.test(last)) return `为什么${last.replace(YES_OR_NO, '')}`;
  const subject = before.person ?? before.thing;
  return subject === undefined ? undefined : `${subject}为什么`;
}

/** The last question with something else in it. */
function otherAsked(text: string, folded: string, before: AskedBefore): string | undefined {
  const match = ABOUT.exec(folded);
  const other = match?.[1] ?? match?.[2];
  if (match === null || other === undefined || before.question === '') return undefined;
  const at = folded.lastIndexOf(other);
  const shown = text.slice(at, at + other.length);
  const asked = readQuestion(other);
  // 他为什么走呢 is no exchange.
  if (asked.asking !== null || PERSON.test(other) || THING.test(other)) return undefined;
  return exchanged(withoutMarks(before.question), shown, asked, before);
}

function exchanged(
  last: string,
  shown: string,
  { folded: other, words }: Question,
  before: AskedBefore,
): string | undefined {
  const read = readQuestion(last);
  const { text, folded } = read;
  const put = ({ start, end }: { start: number; end: number }) => text.slice(0, start) + shown + text.slice(end);
  const person = before.person === undefined ? -1 : text.indexOf(before.person);
  if (words.some(namesSomebody) && before.person !== undefined && person >= 0)
    return put({ start: person, end: person + before.person.length });
  const alike = mostAlike(folded, other);
  if (alike !== undefined) return put(alike);
  const counted = COUNTED.exec(folded);
  if (other.length === 1 && counted !== null)
    return put({ start: counted.index + (counted[1]?.length ?? 0), end: folded.length });
  const word = sameKind(read.words, words) ?? read.words[0];
  return word === undefined ? undefined : put(word);
}

/** The place in a question that looks like what stands in for it: 一号馆 for 三号馆, 2021年 for 2022年. */
function mostAlike(folded: string, other: string): { start: number; end: number } | undefined {
  const [length, fewest] = [other.length, Math.ceil(other.length / 2)];
  let best: { start: number; end: number } | undefined;
  let most = 0;
  for (let start = 0; length > 1 && start + length <= folded.length; start += 1) {
    let same = 0;
    for (let at = 0; at < length; at += 1) if (folded.charAt(start + at) === other.charAt(at)) same += 1;
    const endsAlike = folded.charAt(start + length - 1) === other.charAt(length - 1);
    if (same < length && same >= fewest && endsAlike && same > most) {
      best = { start, end: start + length };
      most = same;
    }
  }
  return best;
}

/** The first word of the same part of speech. */
function sameKind(words: readonly ContentWord[], others: readonly ContentWord[]): ContentWord | undefined {
  const tag = others.at(-1)?.tag;
  return tag === undefined ? undefined : words.find((word) => word.tag === tag);
}

function pronounFilled(text: string, folded: string, before: AskedBefore, { words }: Question): string | undefined {
  if (words.some(namesSomebody)) return undefined;
  const things = before.thing ?? before.person;
  for (const [pronoun, stands] of [
    [PERSON, before.person],
    [ENGLISH_PERSON, before.person],
    [THING, things],
    [ENGLISH_THING, things],
  ] as const) {
    const match = pronoun.exec(folded);
    if (match === null || stands === undefined) continue;
    return text.slice(0, match.index) + stands + text.slice(match.index + match[0].length);
  }
  return undefined;
}

function bareAsked(text: string, folded: string, before: AskedBefore, { words, asking }: Question): string | undefined {
  if (!BARE.test(folded) || words.length > 1 || !words.every((word) => isLight(word, folded, asking))) return undefined;
  if (asksAboutArticle(folded)) return undefined;
  const asked = text.replace(LEADING, '');
  const last = withoutMarks(before.question);
  if (COUNTED.test(asked) && COUNTED.test(last)) return last.replace(COUNTED, asked);
  const subject = before.person ?? before.thing;
  return subject === undefined ? undefined : subject + asked;
}

/** Whether a word says nothing of what is asked: it is what is counted (几栋楼, 哪个县), or what is done to anything. */
function isLight(word: ContentWord, folded: string, asking: Question['asking']): boolean {
  if (NAME_TAG.test(word.tag) || namesSomebody(word)) return false;
  if (LIGHT_VERB.test(word.text)) return true;
  if (asking === null || !WHICH.test(folded.slice(asking.start, asking.end))) return false;
  return word.start >= asking.end && word.start - asking.end <= 1;
}
const WHICH = /^(?:几|多少|哪.?|什么|啥)$/;

/** Whether a folded question leaves to what was said before whom or what it is about: 她多大. */
export function leansOnBefore(folded: string): boolean {
  return [PERSON, THING, ENGLISH_PERSON, ENGLISH_THING].some((pronoun) => pronoun.test(folded));
}

function withoutMarks(question: string): string {
  return readQuestion(question).text.replace(CLOSING, '');
}
