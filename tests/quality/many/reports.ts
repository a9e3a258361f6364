import type { Article } from '../../../src/article/article.ts';
import { articleFromJson } from '../../../src/article/json.ts';

/** Figures of a year in a made-up county. */
export interface Year {
  readonly year: number;
  readonly product: string;
  readonly grain: string;
  readonly people: string;
  readonly visitors: string;
  readonly roads: string;
}

export const YEARS: readonly Year[] = [
  { year: 2019, product: '186.4亿元', grain: '31.2万吨', people: '42.7万人', visitors: '265万人次', roads: '68公里' },
  { year: 2020, product: '190.8亿元', grain: '31.9万吨', people: '42.5万人', visitors: '148万人次', roads: '52公里' },
  { year: 2021, product: '207.3亿元', grain: '32.4万吨', people: '42.1万人', visitors: '231万人次', roads: '75公里' },
  { year: 2022, product: '215.9亿元', grain: '32.8万吨', people: '41.8万人', visitors: '204万人次', roads: '81公里' },
  { year: 2023, product: '229.5亿元', grain: '33.6万吨', people: '41.6万人', visitors: '388万人次', roads: '94公里' },
];

/** A report every year: the year of its figures stands in the title alone, that of the year before also in the text. */
export function yearlyReports(): Article[] {
  return YEARS.map(({ year, product, grain, people, visitors, roads }, at) => {
    const before = YEARS[at - 1];
    const compared = before === undefined ? '' : `${before.year}年生产总值为${before.product}，`;
    return articleFromJson(
      new TextEncoder().encode(
        JSON.stringify({
          id: `report-${year}`,
          title: `丰泽县${year}年国民经济和社会发展统计公报`,
          source: '丰泽县统计局',
          publishedAt: `${year + 1}-03-${10 + at}`,
          editors: [],
          script: 'hans',
          sections: [
            {
              number: 1,
              heading: '一、综合',
              paragraphs: [
                `初步核算，全年全县生产总值${product}，按不变价格计算比上年增长。${compared}两年的口径一致。`,
                `年末全县常住人口${people}，城镇人口的比重继续上升。`,
              ],
            },
            {
              number: 2,
              heading: '二、农业和交通',
              paragraphs: [
                `全年粮食总产量${grain}，单产略有提高，蔬菜和水果稳定。`,
                `全年新建和改建农村公路${roads}，通车的行政村达到全部。`,
              ],
            },
            {
              number: 3,
              heading: '三、旅游',
              paragraphs: [`全年接待游客${visitors}，多数来自邻近的三个市，住一晚以上的不到一半。`],
            },
          ],
        }),
      ),
      `report-${year}`,
    );
  });
}
