import type { QuestionKind } from '../../question/kind.ts';
import { measureAskedBy } from '../../question/measures.ts';
import type { Question } from '../../question/question.ts';

/**
 * What an answer of each kind looks like, over folded text; kinds that look like anything have none. A number is
 * looked at from its beginning only: from each of its digits, one without end would cost its length squared.
 */
const LOOKS: Partial<Record<QuestionKind, RegExp>> = {
  when: /(?<!\d)\d+ *(?:年|月|日|世纪|点|时)(?:\d+月)?(?:\d+日)?|(?<![一二三四五六七八九十元])[一二三四五六七八九十元]+年|世纪|年代|时期|时代|[春夏秋冬]/g,
  'how-long':
    /(?<![\d一二三四五六七八九十百千半两几])[\d一二三四五六七八九十百千半两几]+ *[多余]?个?(?:年|月|日|天|小时|分钟|秒|周|星期|世纪)/g,
  'how-many':
    /(?<![\d,.])[\d,.]*\d(?![\d,.]|[年月日])|(?<![一二三四五六七八九十百千万两])[一二三四五六七八九十百千万两]+(?:个|名|人|位|座|家|次|种|年|岁|倍|成|分|间|所|篇|部|条|层|队|集)|百分之/g,
  why: /因为|由于|因此|所以|为了|原因|导致|以致|使得|因而|鉴于|之故|缘故/g,
};
/** Bounds the work on a passage full of numbers. */
const MOST_TRIED = 30;

/** What an answer to the question looks like; undefined where that may be anything. */
export function looksOfAnswer(question: Question): RegExp | undefined {
  return measureAskedBy(question) ?? LOOKS[question.kind];
}

/** Offsets of what looks like an answer to the question and is not its own, ascending. */
export function answersIn(text: string, looks: RegExp, question: Question): number[] {
  const offsets: number[] = [];
  for (const { 0: run, index } of text.matchAll(looks)) {
    if (offsets.length === MOST_TRIED) break;
    if (!question.content.includes(run)) offsets.push(index);
  }
  return offsets;
}
