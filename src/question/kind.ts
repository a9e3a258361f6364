import { tag } from '../language/segment.ts';
import type { Span } from '../language/sentences.ts';

/** What kind of thing a question asks for. */
export type QuestionKind =
  | 'who'
  | 'when'
  | 'where'
  | 'how-long'
  | 'how-many'
  | 'why'
  | 'how'
  | 'definition'
  | 'which'
  | 'what'
  | 'yes-no'
  | 'other';

/** The kind of a question and the words that ask. */
export interface Asking {
  readonly kind: QuestionKind;
  /** Where the asking words stand in the folded question; null when nothing asks (诗的主题). */
  readonly span: Span | null;
}

/** 何 asks where it is a word (有何, 何种); 何雨桐 is somebody. */
const HE = /何/;

/**
 * How each kind is asked for, over folded text. The first pattern that is found decides, so
 * the more exact ones stand first: 哪一年 before 哪, 多少年 before 多少, 什么时候 before 什么.
 */
const PATTERNS: readonly { readonly kind: QuestionKind; readonly pattern: RegExp }[] = [
  // Reasons: 为什么 (not 称为什么, and not at the end: 目的为什么), and a noun of reason that is asked for.
  {
    kind: 'why',
    pattern:
      /(?<![称名作成改定译认视分命变化转])为(什么|甚么|啥)(?=[^\p{P}\s])|^[\p{P}\s]*为什么|为何(?=[^\p{P}\s])|因何|缘何|何故|何以|怎么会|(什么|何种|哪些|何)(原因|缘故|理由|因素)|(原因|理由|起因)(主要|是|为|在于)*(什么|何)|(原因|理由|起因)(主要|是|为|因为|在于)*(?=[\p{P}\s]*$)/u,
  },
  // Points of time; 几 only before units that are named, not counted.
  {
    kind: 'when',
    pattern:
      /(什么|啥|甚么|哪个|哪一个|哪段|何)(时候|时间|时期|时代|年代|日子|日期|年份|朝代|时段|时刻|时)|几时|([哪何几]年)?([哪何几]月)[哪何几][日天号]|[哪何几]年[哪何几]月|(哪|那一)(一|几)?个?(年代|年(?![级轻龄])|天(?![皇然气文才])|日(?![本报语])|月份|月(?![球亮])|世纪|朝代|届|季(?!节)|星期|周(?![边围])|时期|时间|时候)|何(年|月|日)|(几|多少)(月|点钟|点)(?!\S*(钱|人))|(?<!(电话|手机|热线|专线|门牌|房间|座位|编号|号码|地铁)(号码?)?(是|为)?)几号(?!线|楼|院|馆|门|库|机|房|\S*(钱|人))|多早|星期几|周几/,
  },
  // Spans of time.
  {
    kind: 'how-long',
    pattern:
      /多久|多长时间|多少?(个)?(年(?![轻龄级])|天(?!然)|个月|小时|分钟|秒|周|星期|岁月)|几(年(?!级)|天|个月|个?小时|分钟|秒|周|个?星期)|多少时间/,
  },
  // Quantities.
  {
    kind: 'how-many',
    pattern:
      /多少|若干|几(分之几|成|十|百|千|万|亿)?|第几|(?<![许很众诸])多(大(?!学)|高(?![校达])|长|远|重|宽|深|快|厚|广|老)(?=$|[\p{P}的呢啊]|\S)/u,
  },
  // People.
  { kind: 'who', pattern: /谁|何人|什么人|啥人|哪(一)?(位|名|个人|些人|人)/ },
  // Places.
  {
    kind: 'where',
    pattern:
      /(哪|(?<![如任几])何)(里|儿|处|地|方|边)|(什么|啥|哪个|哪一个|哪些|哪几个|哪一|哪)(地方|地点|位置|地区|国家|城市|省份|大洲|国(?![王际旗歌企])|省|市(?![场民])|县|州|区(?!别)|镇|村(?!民)|乡|洲|岛|都市|地(?![铁位形理质震]))/,
  },
  // Ways.
  {
    kind: 'how',
    pattern:
      /如何|怎么样|怎么|怎样|咋样|咋|(什么|何种|哪种)(方式|方法|办法|手段|途径|措施|做法|形式)|(用|靠|以|通过|透过)(什么|何)/,
  },
  // What a name means or stands for.
  {
    kind: 'definition',
    // 冰芯是什么: nothing but a name, and no 的 before a noun of it (第二名的成绩是什么).
    pattern:
      /(什么|啥)(是|叫做?)(?=[^的])|何谓|(指的是|是指|指|意思是|代表|意为|意指|(含义|涵义)(是|为))(的)?(什么|何|啥)|(什么|啥|何)意思|的定义|(?<=^[^\p{P}\s的]{2,12}是)(个)?(什么|啥)(东西|概念)?(?=[呀啊呢]?[\p{P}\s]*$)/u,
  },
  // One or several out of a set.
  {
    kind: 'which',
    pattern:
      /哪(一|些|几|两|三)?(个|种|项|类|部|款|只|本|所|家|场|支|条|方|样|座|间|首|片|届|颗|艘|幅|门|句|架|份|篇|枚|队|派|群|层|型|期|族|组|站|线|路|套|台|辆|张)?|何种|何者|何项|何类/,
  },
  { kind: 'what', pattern: /什么样|什么|甚么|啥/ },
  { kind: 'what', pattern: HE },
  // Questions that stop short of their asking word: 开幕的时间为？ 人口约为？
  { kind: 'when', pattern: /(时间|日期|年份|年代)(约|大约|是|为|在|于)*(?=[\p{P}\s]*$)/u },
  {
    kind: 'how-many',
    pattern:
      /(人口|人数|数量|数目|面积|距离|长度|高度|深度|宽度|价格|金额|温度|比例|比率|总数|票房|得分|成绩)(约|大约|是|为|有|达)*(?=[\p{P}\s]*$)/u,
  },
  { kind: 'where', pattern: /(地点|位置|首都|首府|省会|发源地|产地|所在地|出生地)(是|为|在|于)*(?=[\p{P}\s]*$)/u },
  {
    kind: 'who',
    pattern:
      /(作者|创办人|创始人|领导人|领导者|负责人|发明人|总统|皇帝|国王|首相|主席|校长|市长)(是|为|叫)*(?=[\p{P}\s]*$)/u,
  },
  // Statements to be confirmed.
  {
    kind: 'yes-no',
    pattern: /是否|是不是|有没有|能不能|会不会|可不可以|对不对|有无|能否|可否|吗(?=[\p{P}\s]*$)|么(?=[\p{P}\s]*$)/u,
  },
];

/** What a folded question asks for, and the words that ask. */
export function askingOf(folded: string): Asking {
  for (const { kind, pattern } of PATTERNS) {
    const match = pattern.exec(folded);
    if (match === null || (pattern === HE && isSurname(folded, match.index))) continue;
    return { kind, span: { start: match.index, end: match.index + match[0].length } };
  }
  return { kind: 'other', span: null };
}

function isSurname(folded: string, at: number): boolean {
  return tag(folded).some((word) => word.start === at && word.text.length > 1 && NAME_TAG.test(word.tag));
}
/** What cppjieba takes for a person, or does not know. */
const NAME_TAG = /^(nr|x)/;
