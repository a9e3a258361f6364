import { withoutThousands } from '../language/thousands.ts';

/**
 * What must not be cut off from words for them to say the same: the rest of a number, the rest
 * of a word in Latin letters, what denies them. All of it is told from a few characters beside
 * the words, folded.
 */

/** With its sign, its currency and its percent. A hyphen between figures or behind Latin letters is no sign. */
const NUMBER = /[¥$€£]?(?:(?<![\p{Script=Latin}\p{N}])[-−])?\d+(?:\.\d+)*[%‰]?/gu;

/** The numbers of a folded text in order, each as it is written; 1,248 is 1248. */
export function numbersIn(folded: string): string {
  const numbers = withoutThousands(folded.replaceAll('￥', '¥')).match(NUMBER) ?? [];
  return numbers.join(' ').replaceAll('−', '-');
}

/**
 * The numbers of words as they stand in a text: a sign or a currency right before them and a
 * percent sign right behind, which are no letters, are theirs.
 */
export function numbersAsTheyStand(before: string, said: string, after: string): string {
  const sign = BEGINS_WITH_DIGIT.test(said) ? (SIGN_BEFORE.exec(before)?.[0] ?? '') : '';
  const share = ENDS_WITH_DIGIT.test(said) ? (SHARE_BEHIND.exec(after)?.[0] ?? '') : '';
  return numbersIn(sign + said + share);
}

const BEGINS_WITH_DIGIT = /^\d/;
const ENDS_WITH_DIGIT = /\d$/;
const SIGN_BEFORE = /(?:(?<![\p{Script=Latin}\p{N}])[-−]|[¥￥$€£])$/u;
const SHARE_BEHIND = /^[%‰]/;
/** A number goes on across these. */
const NUMBER_BEFORE = /\d[.,]?$/;
/** More digits, or the thousands that it counts: 268 is not what 268万 says. */
const NUMBER_BEHIND = /^(?:[.,]?\d|[十百千万亿])/;

const NUMERAL = '[〇零一二两三四五六七八九]';
const RANK = '[十百千万亿]';
/** 三|十个, 三十|二个: a number in words that is torn apart. */
const TORN_BEFORE = new RegExp(`${NUMERAL}$`);
const TORN_BEFORE_RANK = new RegExp(`${NUMERAL}${RANK}$`);
const BEGINS_WITH_NUMERAL = new RegExp(`^${NUMERAL}`);
const BEGINS_WITH_RANK = new RegExp(`^${RANK}`);
const ENDS_WITH_NUMERAL = new RegExp(`${NUMERAL}$`);
const ENDS_WITH_RANK = new RegExp(`${NUMERAL}${RANK}$`);

/** Whether the words are a part of a number, at either end. @param before, said, after neighbouring text, folded */
export function cutsNumber(before: string, said: string, after: string): boolean {
  if (BEGINS_WITH_DIGIT.test(said) && NUMBER_BEFORE.test(before)) return true;
  if (ENDS_WITH_DIGIT.test(said) && NUMBER_BEHIND.test(after)) return true;
  if (TORN_BEFORE.test(before) && BEGINS_WITH_RANK.test(said)) return true;
  if (TORN_BEFORE_RANK.test(before) && BEGINS_WITH_NUMERAL.test(said)) return true;
  if (ENDS_WITH_NUMERAL.test(said) && BEGINS_WITH_RANK.test(after)) return true;
  return ENDS_WITH_RANK.test(said) && BEGINS_WITH_NUMERAL.test(after);
}

const LATIN_BEFORE = /\p{Script=Latin}$/u;
const LATIN_BEHIND = /^\p{Script=Latin}/u;

/** Whether the words begin or end within a word of Latin letters: art is not in start. */
export function cutsWord(before: string, said: string, after: string): boolean {
  if (LATIN_BEHIND.test(said) && LATIN_BEFORE.test(before)) return true;
  return LATIN_BEFORE.test(said) && LATIN_BEHIND.test(after);
}

/**
 * Stands before what it denies: 不, 没有, 不再, 从未, 并非, 不应, 否认 …; 淹没 and 是非 deny nothing.
 * What comes behind the denying character is closed: 不断, 不仅 and 非常 are words of their own.
 */
const DENIAL =
  /(?:不|(?<![淹沉埋吞覆湮隐出])没|未|(?<!有)无|(?<![是除南北东西])非|勿|莫|否认|否定|拒绝|反对|禁止|严禁|杜绝|驳斥)(?:[再有曾能会得必须是应该可要敢肯想愿许准让用]{1,2}|[了过])?$/;
const DENIAL_IN_ENGLISH = /(?:^|[^a-z])(?:not|no|never|without|[a-z]{2,6}n['’]t) {1,3}$/;

/** 不仅只 and the like: without it what is left says the contrary; before anything else it denies nothing. */
const MORE_THAN = /不[仅但只单光止]$/;
const ONLY = /^[只仅单光限]/;

/** Whether what denies the words stands right before them. @param before, said neighbouring text, folded */
export function cutsDenial(before: string, said: string): boolean {
  return DENIAL.test(before) || DENIAL_IN_ENGLISH.test(before) || (MORE_THAN.test(before) && ONLY.test(said));
}

/** How many characters at the end of a folded text deny what follows; 0 where none do. */
export function denialAtEnd(folded: string): number {
  const tail = folded.slice(-8);
  return (DENIAL.exec(tail) ?? MORE_THAN.exec(tail) ?? DENIAL_IN_ENGLISH.exec(tail))?.[0].length ?? 0;
}
