import { asksAboutArticle } from '../question/article-question.ts';
import { namesSomebody } from '../question/names.ts';
import { type ContentWord, type Question, readQuestion } from '../question/question.ts';
import { toTheBot, withoutGreetings } from '../question/to-the-bot.ts';

/** What was asked before, and what that was about. */
export interface AskedBefore {
  /** As it was understood; empty where only what was told is known. */
  readonly question: string;
  /** Whom it was about, and what else. */
  readonly person?: string;
  readonly thing?: string;
}

/**
 * What somebody means who goes on from there: a question that stands by itself, more of the same, or the reason
 * of what the last question was answered with. The last two have the last question.
 */
export type FollowUp = { readonly kind: 'question' | 'more' | 'reason'; readonly question: string };

/** What a message leaves open that only what was said before could tell: of whom it speaks, or of what. */
export type LeftOpen = 'whom' | 'what';

/** Longer messages say themselves what they are about. UTF-16 units of the text without closing marks. */
const LONGEST = 40;
const CLOSING = /[\p{P}\s]{1,10}$/u;

const MORE =
  /^(?:那|那么)?(?:还有|还有别的|别的|其他的?|其它的?|另外的?)(?:呢|吗|么|没有?|吧)?$|^(?:继续|更多|再来(?:一些|点|几个)?|接着说|然后呢)$|^(?:(?:what|anything|something) else|more|go on|and then)$/;
const WHY =
  /^(?:那|那么|这)?(?:又?是)?(?:为什么|为啥|为何|点解|怎么会|咋会|什么原因|原因是?什么|凭什么)(?:会这样|会|这样|如此)?(?:呢|啊|呀)?$|^(?:why(?: is that| so| not)?|how come)$/;
/** A yes or no was asked: what it says without asking. */
const YES_OR_NO = /(?:[吗嗎]|[么麼]|[没沒]有?|吧)$/;
const ABOUT = /^(?:那么?|那如果是|如果是|换成|要是)?(.{1,16}?)呢$|^(?:and|what about|how about)(?: the)? (.{1,30})$/;
/** Begins with what it asks: 几栋, 在哪, 多大了, 什么时候. */
const BARE =
  /^(?:那么?)?(?:是|有|在|要|叫|住)?(?:几|多少|多[大高长久远重宽深]|哪|什么|啥|何时|何地|谁|怎么|怎样|如何|咋)/;
/** What is done to anything: 什么时候开始的 leaves out of what. */
const LIGHT_VERB = /^(?:.|开始|结束|成立|完成|完工|开工)$/;
const PARTICLES = /[的了呢啊呀]{1,4}$/;
const OF_SOMEBODY = /^(?:年纪|岁数|年龄|名字|职务|职业|身份|工作)$/;
const THERE_IS = /^有/;
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
 * the last question with 楼 in the place of what it exchanges, a bare 几栋 asks of the last subject.
 * @returns undefined where it is a question of its own, or nothing is known that it could stand for
 */
export function followUpOf(message: string, before: AskedBefore): FollowUp | undefined {
  const question = readQuestion(withoutGreetings(message));
  const length = question.folded.replace(CLOSING, '').length;
  const [text, folded] = [question.text.slice(0, length), question.folded.slice(0, length)];
  if (length === 0 || length > LONGEST || toTheBot(folded) !== undefined) return undefined;
  if (MORE.test(folded)) return before.question === '' ? undefined : { kind: 'more', question: before.question };
  if (WHY.test(folded)) return whyAsked(before);
  const understood =
    otherAsked(text, folded, before) ??
    pronounFilled(text, folded, before, question) ??
    bareAsked(text, folded, before, question);
  return understood === undefined ? undefined : { kind: 'question', question: understood };
}

/** The reason of a yes or no makes a question; of anything else it would be one that nobody asked (马翠芳为什么). */
function whyAsked({ question }: AskedBefore): FollowUp {
  const last = withoutMarks(question);
  if (YES_OR_NO.test(last)) return { kind: 'question', question: `为什么${last.replace(YES_OR_NO, '')}` };
  return { kind: 'reason', question };
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

function bareAsked(text: string, folded: string, before: AskedBefore, question: Question): string | undefined {
  if (!BARE.test(folded) || !isBare(question, folded) || asksAboutArticle(folded)) return undefined;
  const asked = text.replace(LEADING, '');
  const last = withoutMarks(before.question);
  const counts = COUNTED.test(asked);
  const rest = last.replace(COUNTED, '');
  // Of 有多少车位 nothing would be left.
  if (counts && rest !== last && readQuestion(rest).words.length > 0) return rest + asked.replace(THERE_IS, '');
  // 多少展商 asks by itself.
  if (counts && question.words.some(({ text: counted }) => counted.length > 1)) return undefined;
  const subject = before.person ?? before.thing;
  return subject === undefined ? undefined : subject + asked;
}

/** Whether nothing but the asking words is there and what they count (几栋楼, 哪个县), or what is done to anything. */
function isBare({ kind, asking, words }: Question, folded: string): boolean {
  if (asking === null || words.length > 1) return false;
  const behind = folded.slice(asking.end).replace(PARTICLES, '');
  if (behind === '' || OF_SOMEBODY.test(behind)) return words.length === 0;
  // Who or which one does it is a whole question: 哪站最深, 谁来了.
  const asksSubject = kind === 'who' || kind === 'definition' || kind === 'yes-no' || kind === 'other';
  if (asksSubject || words.some((word) => NAME_TAG.test(word.tag) || namesSomebody(word))) return false;
  if (COUNTS.has(kind)) return isCounted(behind, words[0], folded);
  return LIGHT_VERB.test(behind);
}

/** Of these kinds something is counted or chosen. */
const COUNTS: ReadonlySet<Question['kind']> = new Set(['how-many', 'which', 'what']);
const NOUN_TAG = /^(?:n|zg|q)/;
const BEGINS_WITH_PLACE = /^(?:那么?)?[在住]/;

/** A measure, a noun, or both: 户, 栋楼, 职务. But 有多少展商 says what it asks. */
function isCounted(behind: string, word: ContentWord | undefined, folded: string): boolean {
  if (word === undefined) return behind.length === 1;
  if (behind.length - word.text.length > 1 || !behind.endsWith(word.text)) return false;
  if (THERE_IS.test(folded) && word.text.length > 1) return false;
  return NOUN_TAG.test(word.tag) || (BEGINS_WITH_PLACE.test(folded) && LIGHT_VERB.test(word.text));
}

/** Whether a folded question leaves to what was said before whom or what it is about: 她多大. */
export function leansOnBefore(folded: string): boolean {
  return [PERSON, THING, ENGLISH_PERSON, ENGLISH_THING].some((pronoun) => pronoun.test(folded));
}

/** What a message leaves open where nothing before tells: 她是谁, a bare 为什么. */
export function leftOpenBy(message: string): LeftOpen | undefined {
  const { folded, words } = readQuestion(withoutGreetings(message));
  const said = folded.replace(CLOSING, '');
  if (WHY.test(said)) return 'what';
  return (PERSON.test(said) && words.length === 0) || ENGLISH_WHOM.test(said) ? 'whom' : undefined;
}
const ENGLISH_WHOM = /^(?:who|where|how old) (?:is|was) (?:she|he)$/;

function withoutMarks(question: string): string {
  return readQuestion(question).text.replace(CLOSING, '');
}
