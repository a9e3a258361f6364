import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { P, Q, readPage, TITLE } from './read-page.ts';

function bodyOf({ sections }: Article): string[] {
  return sections.flatMap(({ heading, paragraphs }) => [...(heading === null ? [] : [heading]), ...paragraphs]);
}

test.each([
  '手机看',
  '参与互动',
  '放大',
  '分享 留言 列印 A- A+',
  '字号：默认 大 超大 | 打印 | 收藏 | 留言',
  '字級：小 中 大',
  '複製連結',
  'Facebook',
  '【明報專訊】',
])('%s between title and article is the page’s', (line) => {
  expect(bodyOf(readPage(TITLE, '2023-02-11 08:15　来源：江城日报', line, P, Q))).toEqual([P, Q]);
});

test.each([
  '【1】【2】',
  '上一页 1 2 3 下一页',
  '标签：交通 投资',
  '关键词：交通；投资',
  '回到頂端',
  '（记者 王小明）',
])('%s behind the article is the page’s', (line) => {
  expect(bodyOf(readPage(TITLE, '2023-02-11 08:15　来源：江城日报', P, Q, line))).toEqual([P, Q]);
});

test.each([
  ['出版：2022-10-19 12:30', { publishedAt: '2022-10-19T12:30:00+08:00' }],
  ['03-14 08:30　来源：江城日报', { source: '江城日报' }],
  ['工人日报 2022年05月01日', { source: '工人日报', publishedAt: '2022-05-01' }],
  ['《 人民日报 》（ 2022年03月14日 第 11 版）', { source: '人民日报', publishedAt: '2022-03-14' }],
  ['2022/02/26', { publishedAt: '2022-02-26' }],
])('%s gives its facts', (line, facts) => {
  const article = readPage(TITLE, line, P, Q);
  expect(article).toMatchObject({ title: TITLE, ...facts });
  expect(bodyOf(article)).toEqual([P, Q]);
});

test('the date of today above the title is not the article’s', () => {
  const article = readPage('2023年2月12日 星期日', TITLE, '2023-02-11 08:15　来源：江城日报', P, Q);
  expect(article.publishedAt).toBe('2023-02-11T08:15:00+08:00');
});

describe('editors', () => {
  test.each([
    '责任编辑：李丽 HN023',
    '责任编辑：李丽_NN6618',
    '（责任编辑：李丽（EN098））',
    '编辑/李丽　审核/王五',
    '（责任编辑 李丽）',
    '核稿編輯：李丽',
  ])('%s', (line) => {
    const article = readPage(TITLE, '2023-02-11 08:15　来源：江城日报', P, Q, line);
    expect(article.editors).toEqual(['李丽']);
    expect(bodyOf(article)).toEqual([P, Q]);
  });

  test('behind the last sentence, without a colon', () => {
    const article = readPage(TITLE, '2023-02-11 08:15　来源：江城日报', P, `${Q}（编辑 韩冰）`);
    expect(article.editors).toEqual(['韩冰']);
    expect(bodyOf(article)).toEqual([P, Q]);
  });
});

test('breadcrumbs with 〉', () => {
  const article = readPage('江城新闻网〉新闻〉本地', TITLE, '2023-02-11 08:15', P, Q);
  expect(article).toMatchObject({ title: TITLE, breadcrumbs: ['江城新闻网', '新闻', '本地'] });
});

test('a heading may ask behind a word that leads over', () => {
  const headings = ['交通为何重要', '钱用在哪些地方', '那么，明年的投资呢？'];
  const article = readPage(TITLE, '2023-02-11', P, ...headings.flatMap((heading) => [heading, P, Q]));
  expect(article.sections.map(({ heading }) => heading)).toEqual([null, ...headings]);
});

describe('the head of a page', () => {
  test.each([
    ['香港01', '施政報告：簡約公屋五年建三萬伙'],
    ['泛科學', '為什麼貓咪喜歡躲在紙箱裡？'],
  ])('%s is a site above its title', (site, title) => {
    const article = readPage(site, title, '2022-10-19 12:30', P, Q);
    expect(article).toMatchObject({ title, site });
    expect(bodyOf(article)).toEqual([P, Q]);
  });

  test('a site above a title whose author comes before the date', () => {
    const title = '施政報告：簡約公屋五年建三萬伙';
    const article = readPage('香港01', title, '撰文：林振華', '出版：2022-10-19 12:30', P, Q);
    expect(article).toMatchObject({ title, site: '香港01', publishedAt: '2022-10-19T12:30:00+08:00' });
    const below = readPage('香港01', '首頁 > 社區 > 房屋', title, '出版：2022-10-19 12:30', P, Q);
    expect(below).toMatchObject({ title, site: '香港01' });
  });

  test('a short title above its subtitle stays the title', () => {
    const article = readPage('归来', '——一个老兵的回乡之路', '2022-10-19 12:30', P, Q);
    expect(article).toMatchObject({ title: '归来', subtitle: '——一个老兵的回乡之路' });
  });

  test('a column above the title', () => {
    const article = readPage('【民生观察】', TITLE, '——全市交通见闻', '2023-02-11 08:15', P, Q);
    expect(article).toMatchObject({ title: TITLE, subtitle: '——全市交通见闻' });
  });

  test('a title that ends in a full stop', () => {
    const article = readPage(`${TITLE}。`, '2023-02-11 08:15', P, Q);
    expect(article.title).toBe(`${TITLE}。`);
    expect(bodyOf(article)).toEqual([P, Q]);
  });

  test('a zone named before the time', () => {
    expect(readPage(TITLE, '2023-05-06 HKT 10:11', P, Q).publishedAt).toBe('2023-05-06T10:11:00+08:00');
  });
});

test('a short item with a list is an article', () => {
  const lead = '昨日，本市公布今年要办的十件交通实事，具体包括：';
  const items = ['1.新建道路三条', '2.新增公交线路两条', '3.改造路口十处'];
  expect(bodyOf(readPage(TITLE, '2023-02-11 08:15', lead, ...items))).toEqual([lead, ...items]);
});

describe('link spam without bars', () => {
  const PLACES = ['绥化市', '江城市', '海盐县', '沈阳市', '汨罗市', '河曲县', '石河子市', '乌审旗'];

  test.each([PLACES.join(' '), PLACES.join('、'), PLACES.map((place) => `${place}|`).join('\n')])('%s', (spam) =>
    expect(bodyOf(readPage(TITLE, '2023-02-11 08:15', P, Q, spam))).toEqual([P, Q]),
  );

  test('the names of people that end an article stay', () => {
    const names = '王小明 李丽华 张建国 陈志强 刘玉兰 赵春梅 孙大伟 周立新';
    expect(bodyOf(readPage(TITLE, '2023-02-11 08:15', P, Q, names))).toEqual([P, Q, names]);
  });
});
