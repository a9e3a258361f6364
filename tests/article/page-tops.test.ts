import { describe, expect, test } from 'vitest';
import { P, Q, readPage, TITLE } from './read-page.ts';

const DATELINE = '2023-02-11 08:15　来源：江城日报';
const TOPS =
  'A03，A03版，第A3版:要闻，A03 要闻，要闻，时评，【民生】，[民生]，本报观察，生活中心/综合报道，社会新闻部，数字报首页 返回目录，海城首页，江城晚报，江城在线，谢小雨，本报记者 谢小雨，2021年5月2日 星期日，今天是2021年5月2日，欢迎来到江城在线，设为首页 加入收藏，登录 注册，请输入关键词，快讯，独家，头条，图片，打开APP，广告，APP内打开，跳至内容，Skip to content，menu，[ 图 ]，·，>，| 江城晚报 |，本期导读，上一篇 下一篇，分享到，字号:大 中 小，阅读 123，客户端，繁體，English，天气:晴，关注江城晚报,看更多新闻'.split(
    '，',
  );

describe('above the title', () => {
  test.each(TOPS)('%s is none', (line) => {
    for (const facts of [[DATELINE], []]) {
      const { title, subtitle, sections } = readPage(line, '', TITLE, '', ...facts, P, Q);
      expect({ title, subtitle, sections }).toEqual({
        title: TITLE,
        subtitle: undefined,
        sections: [{ number: 0, heading: null, paragraphs: [P, Q] }],
      });
    }
  });

  test('another headline is none, which shares no word with the text', () => {
    expect(readPage('少年足球队客场取胜 教练称赞守门员', TITLE, DATELINE, P, Q).title).toBe(TITLE);
    expect(readPage('少年足球队客场取胜 教练称赞守门员', TITLE, P, Q).title).toBe(TITLE);
  });

  test.each(['市长在调研交通时强调', '专题：江城交通', '“走基层”系列报道'])('%s is an overline', (line) => {
    const { title, removed } = readPage(line, TITLE, '——全市交通见闻', DATELINE, P, Q);
    expect(title).toBe(TITLE);
    expect(removed.map(({ text }) => text)).toContain(line);
  });
});

test.each(['要闻', '江城晚报', '头条', 'A03', '第A3版:要闻', '独家'])('%s below the dateline is the page’s', (line) => {
  expect(readPage(TITLE, DATELINE, line, P, Q).sections).toEqual([{ number: 0, heading: null, paragraphs: [P, Q] }]);
});

test.each(['核心提示：去年交通投资创新高。', '图为全市交通工作会议。张三 摄', '编者按：今年是交通建设年。'])(
  '%s below the dateline is the text’s',
  (line) => {
    expect(readPage(TITLE, DATELINE, line, P, Q).sections).toEqual([
      { number: 0, heading: null, paragraphs: [line, P, Q] },
    ]);
  },
);
