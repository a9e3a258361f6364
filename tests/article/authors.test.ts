import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { P, Q, readPage, TITLE } from './read-page.ts';

const DATELINE = '2023-02-11 08:15　来源：江城日报';

/** Where a byline stands on a page. */
const PLACES: Readonly<Record<string, (byline: string) => Article>> = {
  'below the title': (byline) => readPage(TITLE, DATELINE, byline, P, Q),
  'above the date': (byline) => readPage(TITLE, byline, DATELINE, P, Q),
  'beside the date': (byline) => readPage(TITLE, `${DATELINE}　${byline}　浏览量：1287`, P, Q),
  'below the text': (byline) => readPage(TITLE, DATELINE, P, Q, byline),
};

describe('authors', () => {
  test.each([
    ['作者:高子墨 实习生 陆可欣', ['高子墨', '陆可欣']],
    ['| 记者 严若谷', ['严若谷']],
    ['本报记者 李四 王五 通讯员 赵六', ['李四', '王五', '赵六']],
    ['新华社记者张三、李四', ['张三', '李四']],
    ['见习记者 陆可欣', ['陆可欣']],
    ['（记者 张三）', ['张三']],
    ['(本报记者 李四 通讯员 王五 摄影报道)', ['李四', '王五']],
    ['文/张三 图/李四', ['张三']],
    ['文｜张三', ['张三']],
    ['本报记者丨张三', ['张三']],
    ['作者丨江城青年课题组', ['江城青年课题组']],
    ['撰文：Emily Chen、王芳', ['Emily Chen', '王芳']],
    ['作者：John Smith and Andrea Jones', ['John Smith', 'Andrea Jones']],
    ['作者：阿卜杜拉·买买提', ['阿卜杜拉·买买提']],
    ['作者：[美]约翰·史密斯 译者：李四', ['约翰·史密斯']],
    ['作者：（英）J·K·罗琳', ['J·K·罗琳']],
    ['作者：张三；李四', ['张三', '李四']],
    ['作者：张三（江城大学） 李四（江城医院）', ['张三', '李四']],
    ['记者 欧阳修文', ['欧阳修文']],
    ['作者：李　四', ['李四']],
    ['文/图 张三', ['张三']],
    ['撰文/摄影 张三', ['张三']],
    ['作者：王芳（江城大学教授）', ['王芳']],
    ['作者：江湖小刀', ['江湖小刀']],
    ['作者：国家发展改革委课题组', ['国家发展改革委课题组']],
  ])('%s', (byline, authors) => {
    for (const page of Object.values(PLACES)) {
      expect(page(byline)).toMatchObject({ title: TITLE, publishedAt: '2023-02-11T08:15:00+08:00', authors });
    }
  });

  test.each([
    ['記者/林佩蓉、攝影/陳冠宇 台東報導', ['林佩蓉']],
    ['記者王小明／台北報導', ['王小明']],
    ['王小明 記者 台北訊', ['王小明']],
    ['张三/文 李四/图', ['张三']],
    ['本报记者 李四 文 王五 摄', ['李四']],
    ['南方周末记者 李四 发自北京', ['李四']],
    ['■本报记者 张三', ['张三']],
    ['文/《瞭望》新闻周刊记者 张三', ['张三']],
    ['采写/新京报记者 张三', ['张三']],
    ['记者 John Smith 北京报道', ['John Smith']],
    ['每经记者：张三  每经编辑：李四', ['张三']],
  ])('%s below the title', (byline, authors) => {
    const article = readPage(TITLE, DATELINE, byline, P, Q);
    expect(article).toMatchObject({ title: TITLE, authors });
    expect(article.sections).toEqual([{ number: 0, heading: null, paragraphs: [P, Q] }]);
  });

  test.each([
    '撰稿丨张三 编辑丨李四 校对丨王五',
    '采写/张三 责编/李四',
    '本报记者|张三 编辑|李四',
    '本报记者 张三 编辑 李四',
    '特约撰稿人 张三 责任编辑：李四',
  ])('%s names one of each', (byline) => {
    for (const page of Object.values(PLACES)) {
      expect(page(byline)).toMatchObject({ authors: ['张三'], editors: ['李四'] });
    }
  });

  test.each([
    ['本报讯（记者 李博文）', ['李博文']],
    ['新华社拉萨5月1日电（记者边巴次仁、格桑朗杰）', ['边巴次仁', '格桑朗杰']],
    ['（中央社記者張建中新竹5日電）', ['張建中']],
    ['〔記者吳佩珊／花蓮報導〕', ['吳佩珊']],
    ['【記者王小明台北報導】', ['王小明']],
    ['【环球网报道 记者 张三】', ['张三']],
    ['【文/观察者网 张三】', ['张三']],
    ['（央视新闻客户端 总台记者 张三 李四）', ['张三', '李四']],
    ['本报讯（记者张三通讯员李四）', ['张三', '李四']],
  ])('%s opens the text', (byline, authors) => {
    expect(readPage(TITLE, DATELINE, byline + P, Q).authors).toEqual(authors);
  });

  test.each([
    ['（记者 张三）', ['张三']],
    ['（记者 张三 编辑 李四）', ['张三']],
    ['（来源：江城日报 作者：张三）', ['张三']],
    ['（来源丨江城日报 作者丨张三）', ['张三']],
    ['（作者：王小明，江城大学教授）', ['王小明']],
    ['（作者王芳系江城大学教授）', ['王芳']],
  ])('%s closes the text', (byline, authors) => {
    expect(readPage(TITLE, DATELINE, P, Q + byline).authors).toEqual(authors);
  });

  test.each([
    '责编：张三',
    '编辑：张三 校对：李四 审核：王五',
    '翻译：张三',
    '摄影：张三',
    '（新华社记者 王五 摄）',
    '供稿：市文旅局',
    '作者：佚名',
    '作者：admin',
    '作者：来自网络',
    '作者单位：江城大学',
    '（作者系江城大学教授）',
    '本报记者 综合报道',
    '记者手记',
    '（记者 现场直击）',
    '（张三）',
    '编辑|校对|设计',
    '记者',
  ])('%s names no author', (line) => {
    for (const [place, page] of Object.entries(PLACES)) {
      if (place !== 'beside the date') expect(page(line)).not.toHaveProperty('authors');
    }
  });

  test('a title may be a byline’s words, and an interview ends with thanks', () => {
    expect(readPage('记者王小明', '2023-02-11', P, Q)).not.toHaveProperty('authors');
    expect(readPage('记者王小明', '2023-02-11', P, Q).title).toBe('记者王小明');
    expect(readPage(TITLE, '2023-02-11', P, '记者：谢谢您接受采访')).not.toHaveProperty('authors');
  });

  test('what the page says counts for more than what the text does', () => {
    expect(readPage(TITLE, `${DATELINE}　作者：李四`, `本报讯（记者 张三）${P}`, Q).authors).toEqual(['李四']);
  });

  test('names are spelled as they were published', () => {
    const { authors, script } = readPage(
      ...['匯音聚符', '2023-02-11 08:15　作者:趙(zhào)範(fàn)'],
      '昨日,規范(fàn)化建設(shè)會議(yì)召開(kāi),會上說什么也要隨著群眾走,干(gàn)部互夸,管轄著各個(gè)社區(qū)。',
      '據(jù)了解,去年全市共完成投資120億元,同比增長(zhǎng)8.5%,為歷年最高,效能顯著。',
    );
    expect({ authors, script }).toEqual({ authors: ['赵范'], script: 'hans' });
  });
});

describe('authors on pages of Taiwan', () => {
  const R = '市政府昨天召開交通會議，檢討去年施政成果，並公布今年的重點工程。市長說，希望年底前就能通車。';

  test.each([
    ['聯合報 記者王小明/台北報導', ['王小明']],
    ['記者王小明、李大華／綜合報導', ['王小明', '李大華']],
    ['記者王小明、攝影李大華／台北報導', ['王小明']],
    ['記者王小明／台北－台中連線報導', ['王小明']],
    ['採訪．撰文／王小明', ['王小明']],
    ['文・攝影／王小明', ['王小明']],
    ['綜合報導／記者王小明', ['王小明']],
    ['（中央社記者王小明、李大華台北9日電）', ['王小明', '李大華']],
    ['【大紀元2023年5月1日訊】（大紀元記者王小明台北報導）', ['王小明']],
    ['（中央社台北9日電）', undefined],
    ['生活中心／台北報導', undefined],
    ['編譯／王小明', undefined],
    ['記者王小明／攝影', undefined],
  ])('%s', (byline, authors) => {
    expect(readPage('市長盼年底通車', '2023/02/11 08:15', byline, R, R).authors).toEqual(authors);
    if (byline.startsWith('（') || byline.startsWith('【')) {
      expect(readPage('市長盼年底通車', '2023/02/11 08:15', byline + R, R).authors).toEqual(authors);
    }
  });
});
