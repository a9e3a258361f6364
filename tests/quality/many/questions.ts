import { LAKE } from './long-report.ts';
import { YEARS } from './reports.ts';
import { TOWNS, type Town } from './towns.ts';

/** What is right for a question: an article's sentence that has some words, a question back, or no answer. */
export type Right =
  | { readonly kind: 'answer'; readonly article: string; readonly has: string }
  /** Of these articles, all of which answer it. */
  | { readonly kind: 'which'; readonly articles: readonly string[] }
  | { readonly kind: 'held' };

/** Which library is asked: of the towns, of the yearly reports, of the long report, of all together. */
export type Shelf = 'towns' | 'reports' | 'long' | 'all';

export interface ManyQuestion {
  readonly shelf: Shelf;
  /**
   * `named`: it names the article's place, year or person; `alone`: it names none, and one article tells it; `open`: it
   * names none, and several do; `lacking`: the article that it names does not say; `nobody`: it names what no article is about; `followUp`:
   * it goes on from what was asked before.
   */
  readonly kind: 'named' | 'alone' | 'open' | 'lacking' | 'nobody' | 'long' | 'followUp';
  /** Messages of one person, one after the other; what is right is right of the last. */
  readonly q: readonly string[];
  readonly right: Right;
}

const withLast = TOWNS.filter(({ last }) => last !== undefined);
const withFare = TOWNS.filter(({ fare }) => fare !== undefined);
const ids = (towns: readonly Town[]) => towns.map(({ id }) => id);
const reports = YEARS.map(({ year }) => `report-${year}`);

export const MANY: readonly ManyQuestion[] = [
  ...withLast.flatMap((town, at) =>
    asked(
      'towns',
      'named',
      [`${town.name}末班车几点？`, `${town.name}最后一班车是几点的`, `末班车${town.name}是几点`][at % 3],
      town,
      town.last,
    ),
  ),
  ...TOWNS.flatMap((town, at) =>
    asked('towns', 'named', [`${town.name}首班车几点发车`, `${town.name}头班车几点`][at % 2], town, town.first),
  ),
  ...withFare.flatMap((town, at) =>
    asked(
      'towns',
      'named',
      [`${town.name}公交快线坐一次多少钱？`, `${town.name}的车票多少钱`, `${town.name}快线票价`][at % 3],
      town,
      town.fare,
    ),
  ),
  ...TOWNS.flatMap((town, at) =>
    asked(
      'towns',
      'named',
      [`${town.name}快线有多长`, `${town.name}那条线一共多少站`][at % 2],
      town,
      at % 2 === 0 ? town.length : `${town.stops}`,
    ),
  ),
  ...TOWNS.filter((_, at) => at % 2 === 0).flatMap((town) =>
    asked('towns', 'named', `${town.name}快线总投资多少`, town, town.cost),
  ),
  ...TOWNS.filter((_, at) => at % 3 === 0).flatMap((town) =>
    asked('towns', 'named', `${town.name}买了多少辆车`, town, `${town.buses}辆`),
  ),
  ...TOWNS.filter((_, at) => at % 3 === 1).flatMap((town) =>
    asked('towns', 'named', `${town.name}车队的负责人是谁`, town, town.manager),
  ),
  // Somebody who is named in one article alone.
  ...answers('towns', 'alone', [
    ['程望舒以前是做什么的', 'yuecheng', '长途客车'],
    ['丢了东西去哪里认领', 'yuecheng', '失物柜'],
    ['银杏由谁认养', 'yucheng', '退休工人'],
    ['刮台风怎么办', 'haicheng', '停运'],
    ['能带活鸡上车吗', 'qinghe', '活禽'],
    ['防滑链在哪里装', 'yunling', '垭口'],
    ['旧车改成了什么', 'shazhou', '流动图书馆'],
    ['站牌是用什么做的', 'dongping', '毛竹'],
    ['藕筐要怎么办', 'beitang', '防水布'],
    ['双层巴士的二层能站人吗', 'jiangkou', '站席'],
    ['夜班工人凑满多少人加开专车', 'baishi', '十五人'],
  ]),
  ...(
    [
      ['末班车几点？', withLast],
      ['最后一班车几点收车', withLast],
      ['首班车几点', TOWNS],
      ['票价多少', withFare],
      ['坐一趟多少钱？', withFare],
      ['快线全长多少公里', TOWNS],
      ['一共有多少个站', TOWNS],
      ['总投资多少钱', TOWNS],
      ['投入了多少辆新车', TOWNS],
    ] as const
  ).map(
    ([q, towns]): ManyQuestion => ({
      shelf: 'towns',
      kind: 'open',
      q: [q],
      right: { kind: 'which', articles: ids(towns) },
    }),
  ),
  ...held('towns', 'lacking', [
    '沙洲末班车几点？',
    '沙洲的车最晚开到几点',
    '海城快线坐一次多少钱',
    '海城坐全程多少钱？',
    '海城票价多少',
    '玉城防滑链在哪里装',
    '月城的银杏由谁认养',
    '清河双层巴士的二层能站人吗',
  ]),
  ...held('towns', 'nobody', [
    '星城末班车几点？',
    '临川县末班车几点',
    '榆林首班车几点',
    '苏州票价多少',
    '黑石镇快线有多长',
    '南塘的车票多少钱',
    '西屏县总投资多少',
    '宁海快线有多少站',
  ]),
  // What is typed in letters or by a wrong character of the same sound is put right; 青河 is another place than 清河.
  ...answers('towns', 'named', [
    ['江扣末班车几点', 'jiangkou', '23时20分'],
    ['jiangkou mobanche jidian', 'jiangkou', '23时20分'],
    ['《玉城公交快线开门迎客》里末班车几点', 'yucheng', '22时15分'],
    ['《清河县公交快线》票价多少', 'qinghe', '1.5元'],
  ]),
  ...held('towns', 'nobody', ['青河末班车几点']),
  ...YEARS.flatMap(({ year, product, grain, people, visitors, roads }): ManyQuestion[] => {
    const article = `report-${year}`;
    return answers('reports', 'named', [
      [`${year}年生产总值`, article, product],
      [`${year}年全县生产总值是多少？`, article, product],
      [`${year}年粮食产量多少`, article, grain],
      [`${year}年末常住人口有多少`, article, people],
      [`丰泽县${year}年来了多少游客`, article, visitors],
      [`${year}年修了多少公里农村公路`, article, roads],
    ]);
  }),
  ...['生产总值多少', '常住人口是多少', '粮食总产量多少', '接待了多少游客', '新建农村公路多少公里'].map(
    (q): ManyQuestion => ({ shelf: 'reports', kind: 'open', q: [q], right: { kind: 'which', articles: reports } }),
  ),
  ...held('reports', 'nobody', ['2016年生产总值', '2024年粮食产量多少', '2025年常住人口', '2017年来了多少游客']),
  ...held('reports', 'lacking', ['2021年财政收入多少', '2022年出生了多少人']),
  ...answers('long', 'long', [
    [`${LAKE}大坝多高`, 'reservoir', '47.5米'],
    ['大坝有多高', 'reservoir', '47.5米'],
    [`${LAKE}的总库容`, 'reservoir', '1.36亿'],
    ['水库管理站的站长是谁', 'reservoir', '靳远山'],
    ['除险加固工程是谁承建的', 'reservoir', '省水利二局'],
    ['水库每年灌溉多少农田', 'reservoir', '23万亩'],
    ['水库的坝是哪年动工的', 'reservoir', '1968年'],
  ]),
  ...after([
    ['towns', ['末班车几点？', '玉城'], 'yucheng', '22时15分'],
    ['towns', ['末班车几点？', '月城的', '首班车几点'], 'yuecheng', '6时10分'],
    ['towns', ['票价多少', '清河县公交快线试运行'], 'qinghe', '1.5元'],
    ['towns', ['票价多少', '清河', '末班车几点？'], 'qinghe', '19时30分'],
    ['towns', ['月城末班车几点？', '首班车呢'], 'yuecheng', '6时10分'],
    ['towns', ['月城末班车几点？', '那玉城呢'], 'yucheng', '22时15分'],
    ['towns', ['江口末班车几点？', '云岭呢？'], 'yunling', '18时30分'],
    ['towns', ['票价多少', '清河', '北塘末班车几点？'], 'beitang', '19时'],
    ['reports', ['生产总值多少', '2021年'], 'report-2021', '207.3亿元'],
    ['reports', ['2021年粮食产量多少', '2022年呢'], 'report-2022', '32.8万吨'],
    ['reports', ['2019年来了多少游客', '2023年呢？'], 'report-2023', '388万人次'],
  ]),
  // Among articles on other subjects the same is right.
  ...answers('all', 'named', [
    ['月城末班车几点', 'yuecheng', '21时40分'],
    ['玉城首班车几点', 'yucheng', '5时50分'],
    ['2021年生产总值', 'report-2021', '207.3亿元'],
    ['2023年来了多少游客', 'report-2023', '388万人次'],
    [`${LAKE}大坝多高`, 'reservoir', '47.5米'],
  ]),
  ...answers('all', 'alone', [
    ['大坝有多高', 'reservoir', '47.5米'],
    ['失物到哪里认领', 'yuecheng', '失物柜'],
    ['除险加固工程是谁承建的', 'reservoir', '省水利二局'],
  ]),
  { shelf: 'all', kind: 'open', q: ['末班车几点'], right: { kind: 'which', articles: ids(withLast) } },
  { shelf: 'all', kind: 'open', q: ['常住人口多少'], right: { kind: 'which', articles: reports } },
  ...held('all', 'nobody', ['星城末班车几点', '2016年生产总值']),
];

function asked(shelf: Shelf, kind: ManyQuestion['kind'], q: string | undefined, town: Town, has = ''): ManyQuestion[] {
  return q === undefined ? [] : [{ shelf, kind, q: [q], right: { kind: 'answer', article: town.id, has } }];
}

function answers(
  shelf: Shelf,
  kind: ManyQuestion['kind'],
  lines: readonly (readonly [string, string, string])[],
): ManyQuestion[] {
  return lines.map(([q, article, has]) => ({ shelf, kind, q: [q], right: { kind: 'answer', article, has } }));
}

function held(shelf: Shelf, kind: ManyQuestion['kind'], lines: readonly string[]): ManyQuestion[] {
  return lines.map((q) => ({ shelf, kind, q: [q], right: { kind: 'held' } }));
}

function after(lines: readonly (readonly [Shelf, readonly string[], string, string])[]): ManyQuestion[] {
  return lines.map(([shelf, q, article, has]) => ({
    shelf,
    kind: 'followUp',
    q,
    right: { kind: 'answer', article, has },
  }));
}
