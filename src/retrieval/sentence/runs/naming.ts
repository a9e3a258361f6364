import { type Candidate, flag, type RunFeature } from './candidate.ts';
import { traitsOf } from './word-traits.ts';

/** The hundred most frequent surnames (Ministry of Public Security, 2020) and some of public life: a name of two or three characters begins with one. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马胡朱郭何罗高林郑梁谢唐许冯宋韩邓彭曹曾田萧肖潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文连宁颜阎詹柯洪童骆樊纪温',
);
/** Characters that foreign names are written with. */
const TRANSLITERATED = new Set(
  '阿埃艾安奥巴贝本比彼宾波博布查达戴丹德迪蒂杜多恩尔法费菲弗福夫盖甘戈格古瓜哈海汉赫亨胡霍基吉加贾杰金卡凯坎康柯科克肯库夸拉莱兰朗劳勒雷里利莉连林琳隆卢鲁路伦罗洛马玛迈曼芒梅门蒙米明莫姆穆纳娜内尼努诺欧帕派潘庞佩皮珀普奇恰乔切琼让热日瑞萨赛桑瑟森沙莎山什圣史士斯思索苏所塔泰坦唐汤特提图托瓦万威维韦魏温文沃乌武西希席夏香谢辛雪亚扬耶叶伊因英尤约泽詹珍兹祖佐丝茨鲍柏伯葡丘葛艺巫歇',
);
/** Nouns that stand before the name of who is meant by them: 总监程立, 诗人李白. */
const BEARER = /[员长家师监练者手任记授士官王帝相理民星导编委督裁事爷夫人]$/;
/** Verbs behind the name of who speaks. */
const SPEAKS = /^(?:说|表示|介绍|认为|告诉|指出|坦言|透露|称|回忆|强调|解释|提醒|感慨|笑)/;
/** How names of places and of organisations end. */
const PLACE_ENDING = /[省市县区州国岛湖山河镇村港站街路洲湾城桥寺宫]$/;
const BODY_ENDING = /(?:公司|大学|学院|学校|中心|医院|银行|集团|协会|学会|法院|[局部会党队院校社团所司军署])$/;

/** No word is rarer. */
const MOST = 20;

/** Whether the run looks like a name, and like the whole of it. */
export const NAMING: readonly RunFeature[] = [
  { name: 'begins with a surname', of: (_, { text }) => flag(text.length < 4 && SURNAMES.has(text.charAt(0))) },
  { name: 'share of transliterating characters', of: (_, { text }) => transliterated(text) / text.length },
  {
    name: 'transliterating characters go on before',
    of: (_, { before }) => flag(TRANSLITERATED.has(before.slice(-1))),
  },
  { name: 'transliterating characters go on behind', of: (_, { after }) => flag(TRANSLITERATED.has(after.charAt(0))) },
  { name: 'has a middle dot', of: (_, { text }) => flag(/[·・‧•]/.test(text)) },
  {
    name: 'beside a middle dot',
    of: (_, { before, after }) => flag(/[·・‧•]$/.test(before) || /^[·・‧•]/.test(after)),
  },
  { name: 'behind its bearer', of: (_, { before }) => flag(BEARER.test(before)) },
  { name: 'before its speech', of: (_, { after }) => flag(SPEAKS.test(after)) },
  { name: 'ends like a place', of: (_, { text }) => flag(PLACE_ENDING.test(text)) },
  { name: 'ends like an organisation', of: (_, { text }) => flag(BODY_ENDING.test(text)) },
  // 城市, 口号: what is common names nothing.
  { name: 'its rarest word', of: (_, { words }) => Math.max(0, ...words.map((word) => traitsOf(word).rarity)) },
  { name: 'its commonest word', of: (_, { words }) => Math.min(MOST, ...words.map((word) => traitsOf(word).rarity)) },
];

/** Whether a person may be called so, by the tag of the last word or by a surname and at most two characters more. */
export function looksLikePerson({ run, text }: Candidate): boolean {
  if (run.type === 'person') return text.length > 1;
  return text.length > 1 && text.length < 4 && SURNAMES.has(text.charAt(0));
}

/** Whether a noun says what somebody is: 总监, 教练. */
export function isBearer(noun: string): boolean {
  return noun.length > 1 && BEARER.test(noun);
}

function transliterated(text: string): number {
  let count = 0;
  for (const character of text) if (TRANSLITERATED.has(character)) count += 1;
  return count;
}
