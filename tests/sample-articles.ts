import { readFileSync } from 'node:fs';
import type { Article } from '../src/article/article.ts';
import { parseArticle } from '../src/article/parse.ts';

/** The seed that comes with the project, as the bot reads it. */
export function jinchang(): Article {
  return parseArticle(readFileSync(new URL('../seeds/jinchang.txt', import.meta.url)), 'jinchang');
}

/** A short article with a lead and two sections, published in Traditional, with a source page. */
export const harbour: Article = {
  id: 'harbour',
  hash: '0a1b2c3d',
  title: '舊港口改建為市民公園',
  source: '海港日報',
  url: 'https://example.org/harbour',
  publishedAt: '2024-05-06',
  editors: ['林靜怡'],
  breadcrumbs: [],
  script: 'hant',
  sections: [
    { number: 0, heading: null, paragraphs: ['閒置二十年的舊港口，將在明年春天開放為公園。'] },
    {
      number: 1,
      heading: '工程進度',
      paragraphs: [
        '工程由市政府與港務公司共同出資，總經費三億二千萬元。第一期已於四月完工。',
        '港務公司總經理陳國華說：「碼頭的吊車會全部保留。」他表示，居民可以登上其中兩座。',
      ],
    },
    {
      number: 2,
      heading: '居民怎麼看？',
      paragraphs: ['住在港邊四十年的漁民王阿海認為，公園應該留下卸魚的碼頭。', '也有居民擔心停車位不足。'],
    },
  ],
  repairs: [],
  removed: [],
};

/** A short article with every fact that a page prints but a subtitle and an address. */
export const library: Article = {
  id: 'shancheng',
  hash: 'h',
  script: 'hans',
  title: '山城图书馆迎来新馆舍',
  source: '山城晚报',
  site: '山城网',
  publishedAt: '2022-05-06T08:30:00+08:00',
  editors: ['林岚', '周远'],
  breadcrumbs: ['山城网', '文化', '要闻'],
  sections: [{ number: 0, heading: null, paragraphs: ['市图书馆新馆开放。'] }],
  repairs: [],
  removed: [],
};
