import type { QuestionKind } from './kind.ts';
import type { Question } from './question.ts';

const COUNT = '[\\d一二三四五六七八九十百千万亿两几数余多半.,]';
const LENGTH = `${COUNT} *[多余来]?(?:公里|千米|英里|海里|米|厘米|毫米|公分|公尺|英尺|尺|里|丈|寸|km|cm|mm|m|层)`;

/** What is counted or measured in one way only: how it is asked for, and what then stands in an answer. */
const MEASURES: readonly { readonly asked: RegExp; readonly said: RegExp }[] = [
  {
    asked: /多大(的)?(年纪|岁数|年龄)|(几|多少|多大)岁|年龄|岁数|年纪|(今年|现年)多大/,
    said: /岁|出生|生于|诞生|年生/g,
  },
  {
    asked:
      /多少(钱|元|块|美元|万元|亿元|资金|经费|奖金)|价格|票价|售价|房价|房租|租金|费用|工资|收入|学费|造价|利润|股价|经费/,
    said: /元|[\d万亿]镑|法郎|美金|卢布|马克|卢比|[\d百千万]两|免费|[$¥￥€£]/g,
  },
  {
    asked: /身高/,
    said: /(?<![\d一二三四五六七八九十两])[\d一二三四五六七八九十两]+(\.\d+)?(米|厘米|公分|cm|公尺|英尺|尺|m)/g,
  },
  {
    asked: /(几|多少)(个)?(小时|分钟|秒)/,
    said: new RegExp(`${COUNT} *个?(?:小时|分钟?|秒|刻钟)`, 'g'),
  },
  { asked: /多(远|高|宽|深)/, said: new RegExp(LENGTH, 'g') },
  {
    asked: /多长(?!时间|时|久)/,
    said: new RegExp(`${LENGTH}|${COUNT} *[多余来]?个?(?:年|天|月|日|小时|分钟)`, 'g'),
  },
  { asked: /体重|多重/, said: /[\d一二三四五六七八九十百千两](多|余)?(公斤|千克|斤|吨|克|kg|磅)/g },
  { asked: /面积|多大面积/, said: /平方|公顷|亩|坪|㎡|km²|顷/g },
  { asked: /(几|多少)(摄氏)?度|(气温|温度)(是|有|为|达到?)?(多少|几)/, said: /度|℃/g },
  { asked: /百分之(几|多少)|多少(个)?百分点/, said: /%|百分|[\d一二三四五六七八九两]成/g },
];
/** What is asked for by its own noun, whatever the asking words: how, and what then stands in an answer. */
const NAMED: readonly { readonly asked: RegExp; readonly said: RegExp }[] = [
  { asked: /颜色/, said: /[红黄蓝绿白黑紫灰棕橙褐银青]|色/g },
  { asked: /(电话|手机|热线|专线)(号码?)?(是|为)?(几|多少|什么|哪个)/, said: /\d{5,}|\d{3,}-\d+/g },
  {
    asked: /(哪|什么)(一)?(所|间|个|家)?(大学|学校|学院|高校|中学|小学)/,
    said: /大学|学院|学校|[中小]学|师范|高中|初中|附中|职校|技校|党校|北大|清华|毕业/g,
  },
  { asked: /(什么|哪种|哪些)(疾病|病)(?!毒|人|菌|床|房|历|因)/, said: /病|症|癌|炎|瘤|疫|疹|梗|中风|感冒|骨折|衰竭/g },
];
/** 几点, which is no number but a time. */
const CLOCK = { asked: /几(点|时)(?!多|人)/, said: new RegExp(`${COUNT} *(?:时|点)|\\d:\\d\\d|午|晚|早|凌晨`, 'g') };
/** Things that are counted by the very word that asks for them. */
const UNITS = /(?:几|多少)(户|头|匹|株|棵|艘|架|吨|公里|平方公里|公顷|亩|米|公斤|斤)/;
const SAID_UNITS = new Map<string, RegExp>();
for (const unit of '户 头 匹 株 棵 艘 架 吨 公里 平方公里 公顷 亩 米 公斤 斤'.split(' ')) {
  SAID_UNITS.set(unit, new RegExp(`${COUNT}(?:个|多|余)?${unit}|平方${unit}|公${unit}`, 'g'));
}

/**
 * What an answer to a question for a measure has to have, over folded text, as a pattern to look
 * for everywhere (flag g); undefined for any other question.
 */
export function measureAskedBy({ folded, kind }: Question): RegExp | undefined {
  if (kind === 'when') return CLOCK.asked.test(folded) ? CLOCK.said : undefined;
  const named = NAMED.find(({ asked }) => asked.test(folded))?.said;
  if (named !== undefined || (kind !== 'how-many' && kind !== 'how-long' && kind !== 'other')) return named;
  const unit = UNITS.exec(folded)?.[1];
  if (unit !== undefined) return SAID_UNITS.get(unit);
  return MEASURES.find(({ asked }) => asked.test(folded))?.said;
}

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

/** What an answer to the question looks like; undefined where that may be anything. */
export function looksOfAnswer(question: Question): RegExp | undefined {
  return measureAskedBy(question) ?? LOOKS[question.kind];
}
