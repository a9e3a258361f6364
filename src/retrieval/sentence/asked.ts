import type { QuestionKind } from '../../question/kind.ts';

/** What an answer has to be, more finely than the kind of question tells: 哪位导演 asks for a person, 哪本书 for a work. */
export type Asked =
  | 'person'
  | 'place'
  | 'organisation'
  | 'date'
  | 'duration'
  | 'quantity'
  | 'work'
  | 'name'
  | 'reason'
  | 'manner'
  | 'meaning'
  | 'choice'
  | 'thing';

export const ASKED: readonly Asked[] = [
  'person',
  'place',
  'organisation',
  'date',
  'duration',
  'quantity',
  'work',
  'name',
  'reason',
  'manner',
  'meaning',
  'choice',
  'thing',
];

/** Kinds of question that leave no doubt about what is asked for. */
const BY_KIND: Readonly<Partial<Record<QuestionKind, Asked>>> = {
  who: 'person',
  when: 'date',
  'how-long': 'duration',
  'how-many': 'quantity',
  why: 'reason',
  how: 'manner',
  'yes-no': 'choice',
};

/** How the noun that is asked for ends tells what it is; the first that fits decides. */
const BY_NOUN: readonly { readonly asked: Asked; readonly ending: RegExp }[] = [
  { asked: 'reason', ending: /(原因|理由|目的|起因|缘故|动机|因素|主因|由来)$/ },
  {
    asked: 'name',
    ending: /(名称|名字|别名|俗名|原名|本名|学名|旧名|简称|全名|称号|绰号|外号|昵称|年号|名|称|称之|叫|叫做)$/,
  },
  { asked: 'meaning', ending: /(定义|意思|意义|含义|意涵|指的|是指|指|代表)$/ },
  { asked: 'manner', ending: /(方式|方法|办法|手段|途径|措施|做法|形式|计谋|模式)$/ },
  { asked: 'date', ending: /(时间|日期|年份|年代|时候|时期|时代|世纪|朝代|时|年|月|日|天)$/ },
  {
    asked: 'quantity',
    ending: /(人口|人数|数量|数目|面积|距离|长度|高度|深度|宽度|价格|金额|温度|比例|比率|总数|票房|身高|体重|速度)$/,
  },
  {
    asked: 'work',
    ending:
      /(书|书籍|著作|作品|电影|影片|歌|歌曲|专辑|小说|报|报纸|刊物|杂志|剧|节目|游戏|诗|论文|画|文章|文献|条约|法律|歌剧)$/,
  },
  {
    asked: 'organisation',
    ending:
      /(大学|公司|机构|单位|组织|学院|学校|政党|党|部门|部|局|委员会|协会|队|球队|集团|企业|银行|医院|媒体|电视台|机关|政府|团体|校|院)$/,
  },
  {
    asked: 'person',
    ending:
      /(人|者|学家|专家|作家|画家|科学家|帝|王|员|市长|校长|首长|部长|师|母|父|母亲|父亲|妻子|丈夫|儿子|女儿|弟弟|哥哥|姐姐|妹妹|兄弟|弟子|总统|首相|主席|皇后|将领|教授|导演|太后|天皇|教宗|总理|将军|诗人|艺人|歌手|选手|君主|国王)$/,
  },
  {
    asked: 'place',
    ending:
      /(国|国家|省|市|县|州|区|城|镇|村|岛|洲|地|山|河|湖|海|港|站|街|路|桥|首都|位置|地点|地方|大陆|地区|城市|首府|山脉|河流|流域|宫|方位|何处|哪里|哪儿)$/,
  },
];

/**
 * What the answer has to be.
 * @param nounAfter what stands behind the asking words (哪位 → 导演), may be empty.
 * @param nounBefore the last word before them (…的作者是谁 → 作者), may be empty.
 */
export function askedOf(kind: QuestionKind, folded: string, nounAfter: string, nounBefore: string): Asked {
  if (/[^\p{P}]还是[^\p{P}]/u.test(folded)) return 'choice';
  // 西元几年 asks for a year, not for how many of them.
  if (kind === 'how-long' && /(?:西元|公元|民国|在|于)(?:几|多少)年/.test(folded)) return 'date';
  const certain = BY_KIND[kind];
  if (certain !== undefined) return certain;
  const byNoun = endingOf(nounAfter === '' ? nounBefore : nounAfter);
  if (byNoun !== undefined) return byNoun;
  if (kind === 'where') return 'place';
  return kind === 'definition' ? 'meaning' : 'thing';
}

function endingOf(noun: string): Asked | undefined {
  return noun === '' ? undefined : BY_NOUN.find(({ ending }) => ending.test(noun))?.asked;
}
