import { expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { linesOfArticle } from '../../src/article/replay.ts';
import { P, Q, readPage, TITLE } from './read-page.ts';

/** Title and body exactly, and these facts among those found. */
function expectRead(article: Article, facts: Partial<Article>, body: readonly string[] = [P, Q]): void {
  expect(article).toMatchObject({ title: TITLE, ...facts });
  expect(
    article.sections.flatMap(({ heading, paragraphs }) => [...(heading === null ? [] : [heading]), ...paragraphs]),
  ).toEqual(body);
}

test('a portal: page title, buttons on lines of their own, keywords', () => {
  const article = readPage(
    ...['新浪新闻', '国内新闻 > 新闻中心 > 正文', `${TITLE}_新浪新闻`, TITLE, '2023年02月11日 08:15 北京青年报'],
    ...['新浪财经APP', '缩小字体', '放大字体', '收藏', '微博', '微信', '分享', P, Q, '责任编辑：张建利'],
    ...['文章关键词： 交通 投资', '我要反馈', '新浪新闻公众号', '更多猛料！欢迎扫描左方二维码关注新浪新闻官方微信'],
  );
  expectRead(article, {
    site: '新浪新闻',
    source: '北京青年报',
    publishedAt: '2023-02-11T08:15:00+08:00',
    editors: ['张建利'],
    breadcrumbs: ['国内新闻', '新闻中心', '正文'],
  });
});

test('a portal: publisher on a line of its own, credits without colons', () => {
  const article = readPage(
    ...['腾讯网首页', '要闻', TITLE, '北京日报', '2023-02-11 08:15', '发布于北京', P, Q, '编辑 王雪', '校对 李立军'],
  );
  expectRead(article, { source: '北京日报', publishedAt: '2023-02-11T08:15:00+08:00', editors: ['王雪'] });
});

test('a portal: a disclaimer of whole sentences below the article', () => {
  const article = readPage(
    ...['网易首页 > 网易号 > 正文', TITLE, '2023-02-11 08:15:33　来源: 北青网', '北京', '举报', '分享至', P, Q],
    '特别声明：以上内容为自媒体平台用户上传并发布，本平台仅提供信息存储服务。',
  );
  expectRead(article, { source: '北青网', publishedAt: '2023-02-11T08:15:33+08:00' });
});

test('a news site: bylines, credits by role', () => {
  const article = readPage(
    ...[
      '澎湃新闻',
      '首页',
      TITLE,
      '澎湃新闻记者 李丽',
      '2023-02-11 08:15',
      '来源：澎湃新闻',
      '∙ 绿政公署 >',
      '字号',
      P,
      Q,
    ],
    ...['责任编辑：蒋晨锐', '图片编辑：乐浴峰', '校对：张艳', '澎湃新闻报料：021-962866', '澎湃新闻，未经授权不得转载'],
    ...['+1', '收藏', '我要举报', '查看更多'],
  );
  expectRead(article, { site: '澎湃新闻', source: '澎湃新闻', editors: ['蒋晨锐'] });
  expect(article.subtitle).toBeUndefined();
});

test('a party newspaper: run-together buttons, the edition below', () => {
  const article = readPage(
    ...['人民网>>社会·法治', TITLE, '本报记者 王云娜', '2023年02月11日08:15 | 来源：人民网－人民日报'],
    ...['订阅取消订阅已收藏收藏大字号', '点击播报本文，约1分钟', P, Q, '《 人民日报 》（ 2023年02月11日 04 版）'],
    ...['(责编：岳弘彬、牛镛)', '关注公众号：人民网财经'],
  );
  expectRead(article, { site: '人民网', source: '人民网－人民日报', editors: ['岳弘彬', '牛镛'] });
});

test('an office: a signature and a date below the text are the text’s', () => {
  const article = readPage(
    ...['首页 >> 政务公开 >> 工作动态', TITLE, '时间：2023-02-11  来源：市交通局  浏览量：120  【字体：大 中 小】'],
    ...[
      P,
      Q,
      '市交通局',
      '2023年2月10日',
      '【打印此页】【关闭窗口】',
      '主办：市交通局　承办：信息中心',
      '京ICP备05000001号',
    ],
  );
  expectRead(article, { source: '市交通局', publishedAt: '2023-02-11' }, [P, Q, '市交通局', '2023年2月10日']);
});

test('Taiwan: slashes between channels, byline beside the date, reading list', () => {
  const body = ['市政府昨天召開交通會議，檢討去年施政成果，並公布今年的重點工程。', '市長說，希望年底前就能通車。'];
  const article = readPage(
    ...[
      '聯合新聞網',
      '聯合新聞網 / 生活 / 生活新聞',
      '市長盼年底通車',
      '2023-02-11 08:15 聯合報／ 記者王小明／台北即時報導',
    ],
    ...[...body, '延伸閱讀', '捷運新線最快後年動工', '公車路網大調整'],
  );
  expectRead(article, { title: '市長盼年底通車', site: '聯合新聞網', source: '聯合報', script: 'hant' }, body);
});

test('labels spaced out, one fact a line, names of two characters set wide', () => {
  const article = readPage(
    ...[TITLE, '来  源：金昌日报', '作　者：张三', '编　辑：李　四 王五六', '日　期：2023-2-11'],
    ...['原文链接：https://news.example.com/a/1.html?x=1', P, Q],
  );
  expectRead(article, {
    source: '金昌日报',
    editors: ['李四', '王五六'],
    publishedAt: '2023-02-11',
    url: 'https://news.example.com/a/1.html?x=1',
  });
});

test('credits behind the last sentence, in brackets or not', () => {
  expectRead(readPage(TITLE, P, `${Q}（责编：周婉婷、焦隆）`), { editors: ['周婉婷', '焦隆'] });
  expectRead(readPage(TITLE, P, `${Q} 责任编辑：李明`), { editors: ['李明'] });
});

test('a summary above the dateline, the date below the text', () => {
  expectRead(readPage(TITLE, P, '2023-02-11 08:15', Q), { publishedAt: '2023-02-11T08:15:00+08:00' });
  expectRead(readPage(TITLE, P, Q, '发布时间：2023-02-11'), { publishedAt: '2023-02-11' });
});

test('markdown marks headings and is no part of them', () => {
  expectRead(readPage(`# ${TITLE}`, '2023-02-11', P, '## 投资', Q, '## 民生', P), {}, [P, '投资', Q, '民生', P]);
});

test('what a page does not say is absent', () => {
  const { title, subtitle, site, url, source, publishedAt, editors, breadcrumbs } = readPage(TITLE, P);
  expect({ title, subtitle, site, url, source, publishedAt }).toEqual({ title: TITLE });
  expect([editors, breadcrumbs]).toEqual([[], []]);
});

test('a single paragraph is an article without a title', () => {
  expectRead(readPage(P), { title: '' }, [P]);
});

test.each([
  ['an interview', '记者：今年有哪些打算？', '王主任：主要有三件事。'],
  ['an invitation', '时间：2023年3月1日上午9:00', '地点：市体育馆。'],
  ['a long paragraph on copying', '该书未经作者许可被多家网站转载，作者因此把网站告上了法庭。', Q],
  ['a formula', '甲>乙>丙', Q],
  ['a dialogue about sharing', '“分享到朋友圈吧。”他说。', Q],
])('%s between paragraphs stays', (_, first, second) => {
  expect(linesOfArticle(readPage(TITLE, P, first, second, Q))).toEqual([TITLE, P, first, second, Q]);
});

test.each([
  '九龙坡区| 曲水县| 石景山区| 姚安县| 柘荣县|',
  '激光切割机丨数控机床丨折弯机丨剪板机丨冲床',
  '甲市｜乙县｜丙区｜丁市｜戊县',
])('link spam is taken out wherever it stands: %s', (spam) => {
  expectRead(readPage(spam, TITLE, P, Q), {});
  expectRead(readPage(TITLE, P, spam, spam, Q), {});
  const { removed } = readPage(TITLE, P, Q, spam);
  expect(removed).toEqual([{ rule: 'link-spam', at: expect.any(Number), text: spam }]);
});
