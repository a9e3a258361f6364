import { describe, expect, test } from 'vitest';
import { NotAnArticle } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { replay } from '../../src/article/replay.ts';
import { P } from './read-page.ts';

/** Twice the text may take that many times the time: twice, and what a busy machine adds. */
const MOST = 3;
/** Less is noise. */
const MEASURABLE_MS = 60;
const RUNS = 3;

/** Milliseconds of the processor, which other processes change little; a page that is refused takes its time too. */
function timeToRead(page: string): number {
  const bytes = new TextEncoder().encode(page);
  const before = process.cpuUsage();
  try {
    parseArticle(bytes, 'page');
  } catch (error) {
    if (!(error instanceof NotAnArticle)) throw error;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The shortest of several runs; none is tried after one that is short enough. */
function shortest(page: string, enough = 0): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS && shortest >= enough; run += 1) shortest = Math.min(shortest, timeToRead(page));
  return shortest;
}

/** Reads twice so much of a page, and the page itself where that takes longer than what is noise. */
function expectLinear(page: (size: number) => string, size: number): void {
  const first = timeToRead(page(size * 2));
  // So little is allowed whatever the half of it takes.
  if (first < MOST * MEASURABLE_MS) return;
  const allowed = MOST * Math.max(shortest(page(size)), MEASURABLE_MS);
  expect(Math.min(first, shortest(page(size * 2), allowed))).toBeLessThan(allowed);
}

const withTail = (head: string, unit: string, tail: string) => (size: number) =>
  `${P}\n${head}${unit.repeat(size)}${tail}\n${P}`;

/* Before they were mended, each of these doubled its time with every unit, or worse than doubled it with twice the units. */
describe('one short line', () => {
  test.each<[string, string, string, string]>([
    ['a pager of digits', '下一页', '1', 'x'],
    ['a pager of digits, ended', '末页000', '00', '。'],
    ['a bar of channels', '国际', '///要', '…>'],
    ['a bar of channels with dots', '科技', '·国·体育', '>'],
    ['buttons for the size of letters', '字号', '+a', '调'],
    ['buttons for the size of letters, mixed', '中字a', 'a-+', '。'],
    ['buttons to share', '分享 ', 'qq好友', '间'],
    ['buttons to share, separated', '转发到:', '好友qq好友', '。'],
    ['words of a byline', '融媒', '文字驻在末媒', ''],
    ['words of a byline, posted', '本报', '全媒体驻中心前方', '。'],
    ['a date with gaps', '2021年11月23日', ' '.repeat(8), '中'],
    ['counters with gaps', '阅读量', ' '.repeat(3), ',浏览'],
    ['a licence with gaps', '许可证号', ' '.repeat(40), ':'],
    ['an edition with gaps', '年)报》', ' '.repeat(2), '》'],
    ['counters without a sign', '', '参与评论12万', '。'],
    ['links of a printed page', '返回目录', '上一版', '。'],
    ['a day spelled out', '二〇二一年', '十', '日'],
  ])('%s', (_, head, unit, tail) => {
    expectLinear(withTail(head, unit, tail), 12);
    expectLinear(withTail(head, unit, tail), 28);
  });
});

describe('a line of any length', () => {
  test.each<[string, string, string, string]>([
    ['brackets', '中', '(', '中。'],
    ['brackets in brackets', '中文', '(a', ')'.repeat(20_000)],
    ['question marks', '', '?', ''],
    ['question marks behind words', '', '中?', '。'],
    ['digits', '', '1', ''],
    ['arrows', '', '>', '中'],
    ['title marks and arrows', '首页', '〈 ', '>'],
    ['slashes', '', '/', '中'],
    ['bars', '', 'a|', '中'],
    ['commas', '', ',', '中：'],
    ['white space', '中', '\t', '文。'],
    ['Latin', '', 'a', '中'],
    ['addresses', '', 'http://', '中'],
    ['marks behind an address', '中http://', '!', 'x。'],
    ['mail', '', 'a.b@', '中'],
    ['credits', '。', '责编/)', '!'],
    ['bylines', '', '本报记者 张三 通讯员 李四 ', '。'],
    ['dates', '', '2021年11月23日09:21 来源：金昌日报 ', '。'],
    ['dates in English', '', 'Mar 5, 2022 ', '。'],
    ['dates without a year', '', '03-14 08:30 ', '中'],
    ['sites behind a title', '', '_人民网', ''],
    ['data', '{"a":', '"中",', '。'],
    ['glosses', '', '鄉(xiāng)間(jiān)', '。'],
    ['notices', '', '未经许可', '。'],
    ['quotation marks', '', '“中', `${'”'.repeat(20_000)}。`],
  ])('%s', (_, head, unit, tail) => {
    expectLinear(withTail(head, unit, tail), Math.ceil(20_000 / unit.length));
  });
});

describe('a page of many lines', () => {
  test.each<[string, string]>([
    ['names of channels', '城市新闻\n'],
    ['headings', `一、城市新闻\n${P}\n`],
    ['bylines', '本报记者 张三 通讯员 李四\n'],
    ['dates', '2021年11月23日09:21 来源：金昌日报\n'],
    ['lists of links', '相关阅读\n城市新闻\n'],
    ['lists of links between paragraphs', `相关阅读\n城市新闻\n${P}\n`],
    ['comments', `网友评论\n${P}\n`],
    ['datelines between paragraphs', `城市交通新闻\n2021-11-23 09:21 城市观察\n${P}\n`],
    ['names', '张三\n'],
    ['numbers', '326\n'],
    ['captions', '图为市民在公园散步。张三 摄\n'],
    ['datelines with unknown words', '2021-11-23 09:21 城市 观察 号外\n'],
    ['lines that lost a byte', '山清水秀!熬G水青山就是金山銀山”，他們說這是一件很好的事情。\n'],
  ])('%s', (_, line) => {
    expectLinear((size) => `${P}\n${line.repeat(size)}${P}`, Math.ceil(3000 / line.length));
  });
});

test('what is done to a file is done again in linear time', () => {
  const timeOf = (size: number) => {
    const start = performance.now();
    replay(`中${' '.repeat(size)}文`, { repairs: [], removed: [] });
    return performance.now() - start;
  };
  timeOf(1000);
  expect(timeOf(80_000)).toBeLessThan(MOST * Math.max(timeOf(40_000), MEASURABLE_MS));
});
