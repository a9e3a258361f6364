import type { Article } from '../../../src/article/article.ts';
import { articleFromJson } from '../../../src/article/json.ts';

/** Of a reservoir whose name and works stand in most paragraphs of its report. Made up. */
export const LAKE = '青螺水库';

const VILLAGES = '上坪 下坪 石桥 柳湾 松岗 枫林 梨园 竹溪 马寨 白沙 东沟 西沟 南岭 北岭 铁炉 陶窑 盐井 茶亭'.split(' ');
const WORKS = '坝坡 溢洪道 闸门 廊道 输水洞 观测房 上坝路 消力池 管理站'.split(' ');
const STATES = '没有渗水 有一处裂缝 长了杂草 漆面脱落 重新抹过 运行正常 等着检修'.split(' ');
const NAMES = '邱 祁 樊 邬 柏 葛 骆 庞 蒲'.split(' ');

/** What the report tells once, among all the rest: paragraph (counted from 0) and sentence. */
export const TOLD: ReadonlyMap<number, string> = new Map([
  [17, `${LAKE}大坝高47.5米，坝顶可以走车，1968年动工时全靠肩挑手推。`],
  [58, `${LAKE}总库容为1.36亿立方米，够全县喝两年。`],
  [83, `${LAKE}的管理站站长是靳远山，他在坝上住了二十六年。`],
  [121, `${LAKE}的除险加固工程由省水利二局承建，去年九月进场。`],
  [149, `${LAKE}每年向下游灌溉农田23万亩，水费按亩收。`],
]);

/** A report of more than 39,000 characters in which the words that questions about it have stand in more than a fifth of the passages. */
export function longReport(): Article {
  const sections = Array.from({ length: 18 }, (_, number) => ({
    number: number + 1,
    heading: `${VILLAGES[number]}片区`,
    paragraphs: Array.from({ length: 10 }, (__, at) => paragraph(number * 10 + at)),
  }));
  const article = {
    id: 'reservoir',
    title: `${LAKE}除险加固工程巡查报告`,
    source: '县水务局',
    publishedAt: '2024-11-02',
    editors: [],
    script: 'hans',
    sections,
  };
  return articleFromJson(new TextEncoder().encode(JSON.stringify(article)), 'reservoir');
}

function paragraph(at: number): string {
  const pick = (from: readonly string[], step: number): string => from[(at * step + step) % from.length] ?? '';
  const [village, work, other, state, name] = [
    pick(VILLAGES, 5),
    pick(WORKS, 4),
    pick(WORKS, 7),
    pick(STATES, 3),
    pick(NAMES, 2),
  ];
  const plain = [
    `第${at + 1}次巡查从${village}村口走到${LAKE}的${work}，同行的是巡查员老${name}，来回${4 + (at % 7)}公里，走了${70 + ((at * 13) % 90)}分钟。`,
    `${work}${state}，大坝的水位比上次${at % 2 === 0 ? '低' : '高'}${3 + ((at * 7) % 28)}厘米，记在第${12 + (at % 31)}号本子上。`,
    `${village}村有${8 + ((at * 11) % 40)}户人家的田靠水库的水，${name}家的渠口堵过一回，清出${2 + (at % 9)}筐泥。`,
    `水库管理站的船停在${other}下面，除险加固工程的材料堆在坝脚，用油布盖着，四角压了石头。`,
    `下一次巡查改走另一边，先看${other}，再看${pick(VILLAGES, 11)}村的涵管，遇雨顺延，电话打到管理站。`,
    `村里人问工程几时完，老${name}说要看天，也要看料，库里的鱼倒不耽误，${pick(VILLAGES, 7)}村今年照样放苗。`,
  ];
  return [...plain, TOLD.get(at) ?? ''].join('');
}
