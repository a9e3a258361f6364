import type { Question } from '../question.ts';

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
/** Things that are counted by the very word that asks for them. */
const UNITS = /(?:几|多少)(户|头|匹|株|棵|艘|架|吨|公里|平方公里|公顷|亩|米|公斤|斤)/;
const COUNT = '[\\d一二三四五六七八九十百千万亿两几数余多.,]';
const SAID_UNITS = new Map<string, RegExp>();

/** Whether a question asks for a measure of which a folded passage has no number. */
export function lacksMeasure({ folded, kind }: Question, passage: string): boolean {
  if (kind !== 'how-many' && kind !== 'other') return false;
  const unit = UNITS.exec(folded)?.[1];
  if (unit !== undefined) return !saidUnit(unit).test(passage);
  const measure = MEASURES.find(({ asked }) => asked.test(folded));
  return measure !== undefined && !measure.said.test(passage);
}

function saidUnit(unit: string): RegExp {
  const known = SAID_UNITS.get(unit) ?? new RegExp(`${COUNT}(?:个|多|余)?${unit}|平方${unit}|公${unit}`);
  SAID_UNITS.set(unit, known);
  return known;
}
