import type { Article } from '../../../src/article/article.ts';
import { articleFromJson } from '../../../src/article/json.ts';

/** A town with a new bus line, and what its article tells. All of it is made up. */
export interface Town {
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  readonly title: string;
  readonly first: string;
  /** Undefined where the article does not say when the last bus leaves. */
  readonly last?: string;
  /** Undefined where the article does not say what a ride costs. */
  readonly fare?: string;
  readonly length: string;
  readonly stops: number;
  readonly cost: string;
  readonly buses: number;
  readonly manager: string;
  /** What this article alone tells. */
  readonly own: string;
}

export const TOWNS: readonly Town[] = [
  {
    id: 'yuecheng',
    name: '月城',
    title: '月城首条公交快线开通',
    first: '6时10分',
    last: '21时40分',
    fare: '2元',
    length: '18.6公里',
    stops: 23,
    cost: '1.2亿元',
    buses: 30,
    manager: '程望舒',
    own: '车上丢了东西，可以在三天内到东门总站的失物柜认领，柜子由值班员老祁看管。',
  },
  {
    id: 'yucheng',
    name: '玉城',
    title: '玉城公交快线开门迎客',
    first: '5时50分',
    last: '22时15分',
    fare: '3元',
    length: '24.3公里',
    stops: 28,
    cost: '1.9亿元',
    buses: 42,
    manager: '费南星',
    own: '沿线种了四百棵银杏，树坑里埋着滴灌管，由园林处的退休工人认养。',
  },
  {
    id: 'haicheng',
    name: '海城',
    title: '海城：快线公交今起运行',
    first: '6时20分',
    last: '20时50分',
    length: '31公里',
    stops: 19,
    cost: '2.4亿元',
    buses: 36,
    manager: '隋海宽',
    own: '台风红色预警发布后，跨海段停运，乘客改坐轮渡，凭车票不再买船票。',
  },
  {
    id: 'qinghe',
    name: '清河',
    title: '清河县公交快线试运行',
    first: '6时30分',
    last: '19时30分',
    fare: '1.5元',
    length: '12.8公里',
    stops: 15,
    cost: '4600万元',
    buses: 16,
    manager: '尚明川',
    own: '赶集日在老桥加设一个临时站，农户可以带不超过二十斤的活禽，装笼上车。',
  },
  {
    id: 'baishi',
    name: '白石',
    title: '白石镇开通首条公交快线',
    first: '6时45分',
    last: '18时50分',
    fare: '1元',
    length: '9.4公里',
    stops: 11,
    cost: '2100万元',
    buses: 8,
    manager: '闻立秋',
    own: '采石场的夜班工人提过意见，车队答应凑满十五人就加开一趟专车。',
  },
  {
    id: 'jiangkou',
    name: '江口',
    title: '江口市公交快线上路',
    first: '5时40分',
    last: '23时20分',
    fare: '2元',
    length: '27.5公里',
    stops: 31,
    cost: '2.1亿元',
    buses: 55,
    manager: '蔺长河',
    own: '双层巴士的二层不设站席，雨天顶篷关上，观光解说有普通话和船工号子两种。',
  },
  {
    id: 'yunling',
    name: '云岭',
    title: '云岭县快线公交投入运营',
    first: '7时',
    last: '18时30分',
    fare: '2.5元',
    length: '36.2公里',
    stops: 17,
    cost: '8800万元',
    buses: 14,
    manager: '单雪峰',
    own: '冬天路面结冰，每辆车备两副防滑链，装链只许在垭口的平台上进行。',
  },
  {
    id: 'shazhou',
    name: '沙洲',
    title: '沙洲市首条快线公交发车',
    first: '6时05分',
    fare: '2元',
    length: '20.1公里',
    stops: 26,
    cost: '1.5亿元',
    buses: 38,
    manager: '褚思源',
    own: '旧车没有报废，十二辆改成了流动图书馆，周末停在三所小学门口。',
  },
  {
    id: 'dongping',
    name: '东屏',
    title: '东屏县公交快线通车',
    first: '6时15分',
    last: '20时10分',
    fare: '2元',
    length: '15.7公里',
    stops: 18,
    cost: '5300万元',
    buses: 20,
    manager: '郁春山',
    own: '站牌用本地的毛竹做框，盲文由特教学校的学生一块块校过。',
  },
  {
    id: 'beitang',
    name: '北塘',
    title: '北塘镇快线公交启用',
    first: '6时25分',
    last: '19时',
    fare: '1元',
    length: '11.3公里',
    stops: 13,
    cost: '2700万元',
    buses: 10,
    manager: '权小满',
    own: '藕农清早送货，司机帮忙把藕筐搬到后门，筐上要套防水布。',
  },
];

/** The articles of the towns: each tells the same kinds of things in one of three ways, the name of the town seldom beside them. */
export function townArticles(): Article[] {
  return TOWNS.map((town, at) =>
    articleFromJson(
      new TextEncoder().encode(
        JSON.stringify({
          id: town.id,
          title: town.title,
          source: '城乡交通报',
          publishedAt: `2024-0${(at % 9) + 1}-1${at % 9}`,
          editors: [],
          script: 'hans',
          sections: [{ number: 0, heading: null, paragraphs: paragraphsOf(town, at) }],
        }),
      ),
      town.id,
    ),
  );
}

function paragraphsOf(town: Town, at: number): string[] {
  const { name, first, last, fare, length, stops, cost, buses, manager, own } = town;
  const way = at % 3;
  const opening = [
    `${name}的第一条公交快线昨天通车，天没亮就有人在站台等着拍照。剪彩很简单，没有讲话，车队绕城走了一圈。`,
    `盼了三年，${name}人终于坐上了快线。头一天免费，车厢里站满了老人和孩子，司机开得很慢。`,
    `昨天上午，快线公交在${name}开出第一班车。沿街的店铺挂出灯笼，几所学校的鼓号队到站台迎接。`,
  ];
  const hours = [
    `首班车${first}从起点站发出${last === undefined ? '' : `，末班车${last}收车`}，高峰时五分钟一班，平时十分钟一班。`,
    `每天${first}开出首班车${last === undefined ? '' : `，${last}发末班车`}，早晚高峰每六分钟一趟，其余时间每十二分钟一趟。`,
    `运营时间从${first}首班车算起${last === undefined ? '' : `，到${last}末班车为止`}，间隔八分钟，节假日加密到五分钟。`,
  ];
  const price =
    fare === undefined
      ? '买票可以投币，也可以刷手机，老年人凭证免费，学生半价。'
      : [
          `全程票价${fare}，刷手机打九折，七十岁以上老人凭证免费。`,
          `坐一趟${fare}，不分远近，学生半价，现役军人免票。`,
          `车票${fare}一张，一小时内换乘不再收钱，身高一米二以下的儿童免费。`,
        ][way];
  const route = [
    `线路全长${length}，设${stops}个站，沿途经过医院、菜市场和两所中学。`,
    `快线长${length}，一共${stops}座车站，站台和车门一样高，轮椅可以直接推上去。`,
    `全线${length}，停靠${stops}站，每站都有雨棚和充电口。`,
  ];
  const money = [
    `工程总投资${cost}，其中六成来自专项债，购车${buses}辆，全部是电动车。`,
    `项目花了${cost}，投入${buses}辆新车，车身是孩子们投票选的颜色。`,
    `${buses}辆电动公交是新买的，连同道路改造，一共投资${cost}。`,
  ];
  const people = [
    `快线由新成立的车队管理，队长${manager}从前开过十一年长途客车。`,
    `车队长${manager}说，司机都是本地人，上岗前跑了两个月空车。`,
    `负责运营的${manager}介绍，头三个月会根据客流调整站点。`,
  ];
  return [opening[way], hours[way], price, route[way], money[way], people[way], own].flatMap((text) => text ?? []);
}
