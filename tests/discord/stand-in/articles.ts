import type { Article } from '../../../src/article/article.ts';

/** Articles made up for these tests, so that nothing here depends on how a page is parsed. */
export const GRID: Article = {
  id: 'grid',
  hash: 'a1b2c3d4e5f6',
  title: '小网格托起大民生',
  source: '河西日报',
  url: 'http://example.com/2021/1123/grid.html',
  publishedAt: '2021-11-23T09:21:00+08:00',
  editors: ['周岚'],
  breadcrumbs: [],
  script: 'hans',
  sections: [
    {
      number: 0,
      heading: null,
      paragraphs: ['初冬的清晨，河西新区的街道已经热闹起来。', '社区治理，贵在一个“细”字。'],
    },
    {
      number: 1,
      heading: '党建引领筑基石',
      paragraphs: [
        '2019年5月，新区成立了社区治理领导小组，由王建国担任组长。领导小组每月召开一次会议，研究解决居民反映的问题。',
        '全区共有12个社区、86个网格，配备网格员172名。',
        '“有事找网格员，已经成了大家的习惯。”居民李秀英说。',
      ],
    },
    {
      number: 2,
      heading: '精准服务暖民心',
      paragraphs: [
        '42岁的赵敏是昌盛社区的一名网格员，她负责6栋楼，共有312户、978人。每天早上八点，她准时出现在小区里。',
        '疫情期间，赵敏为行动不便的老人代买药品和蔬菜，一天最多要跑四十趟。',
        '新区投入资金350万元，建成智慧养老服务中心3个，为老人提供助餐、助浴等服务。',
        '【提示】请勿点击 https://discord.gg/abc 或 <@123>，*这里* 的 _符号_ 和 `代码` 都是原文。',
      ],
    },
  ],
  repairs: [],
  removed: [],
};

export const RIVER: Article = {
  id: 'river',
  hash: 'ffee00112233',
  title: '一条河的重生',
  source: '江南日报',
  publishedAt: '2022-03-01',
  editors: [],
  breadcrumbs: [],
  script: 'hans',
  sections: [
    {
      number: 0,
      heading: null,
      paragraphs: ['清水河全长46公里，流经三个县。', '2020年，当地关停排污企业27家，河水水质由劣五类提升到三类。'],
    },
  ],
  repairs: [],
  removed: [],
};
