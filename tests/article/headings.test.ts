import { describe, expect, test } from 'vitest';
import { findHeadings } from '../../src/article/headings.ts';

const LONG = '会议指出，要始终坚持问题导向，要加快推进重点项目建设，统筹安排资金，确保按期完成各项任务。';

/** Headings are marked with `>`, everything else is a paragraph; `-` stands for a long one. */
function check(...lines: readonly string[]): void {
  const texts = lines.map((line) => (line === '-' ? LONG : line.replace(/^>/, '')));
  const expected = lines.flatMap((line, at) => (line.startsWith('>') ? [at] : []));
  expect([...findHeadings(texts.map((text) => ({ text, isMarked: false })))].sort((one, other) => one - other)).toEqual(
    expected,
  );
}

describe('headings', () => {
  test('bare', () => check('-', '>党建引领筑牢基石', '-', '-', '>精准治理打造亮点', '-'));
  test('with quotation marks at both ends', () =>
    check('-', '>“小网格”撬动“大治理”', '-', '>“一件事”带来“新气象”', '-'));
  test('numbered', () =>
    check('-', '>一、总体要求', '-', '>二、主要任务', '>（一）加快建设', '-', '>（二）严格管理', '-'));
  test('in brackets', () => check('>【光线】', '-', '>【饮食】', '-'));
  test('marked with signs', () => check('-', '>■ 投资', '-', '>■ 民生', '-'));
  test('that all ask', () => check('-', '>退役电池还能做什么？', '-', '-', '>怎样让电池“回家”？', '-'));
  test('one of which asks', () => check('-', '>资金有了着落', '-', '>村民怎么看？', '-', '>明年的打算', '-'));
  test('the first of which asks', () => check('-', '-', '>“网格”怎么来的？', '-', '>网格员做什么', '-'));
  test('behind dashes, each above its paragraph', () => check('-', '>——强化中心建设', '-', '>——完善机制', '-'));
  test('of voices, each above what it says', () => check('-', '>江城商户：', '-', '>云渡居民：', '-'));
  test('without a lead', () => check('>第一章 起点', '-', '>第二章 路上', '-'));
});

describe('no headings', () => {
  test('a question in the lead', () =>
    check('一座幸福之城是什么模样的？', '是风景秀美的，更是平安和谐的。', '-', '>党建引领', '-'));
  test('a single question', () => check('-', '钱从哪里来呢？', '-', '-'));
  test('items behind dashes', () => check('-', '——强化中心建设', '——完善机制', '-'));
  test('a single line behind dashes', () => check('-', '——强化中心建设', '-'));
  test('a list', () => check('-', '苹果', '香蕉', '梨', '葡萄', '-'));
  test('a numbered list', () => check('-', '1.苹果', '2.香蕉', '3.梨', '-'));
  test('dialogue', () => check('-', '“最怕的是什么？”', '“最怕来不及。”', '-'));
  test.each([
    '江城市统计局局长 李大华',
    '李大华',
    '◎李大华',
    '图1 新广场',
    '新广场外景（资料图）',
    '▲新广场',
    '△新广场外景',
    '新广场 李大华摄',
    '摄影：李大华',
    '图／李大华',
    '受访者供图',
    '江城晚报记者 李大华 摄影',
    '市民在散步 新华社发',
    '单位：吨',
    '注：数据为当日统计',
    '10:30',
    '2021-05-02 10:30',
    '编者按',
    '（下转A3版）',
    '云从山背起，',
  ])('%s among headings', (line) => check('-', '>资金有了着落', '-', line, '-', '>明年的打算', '-'));
  test.each(['守灯是手艺，也是耐心', '茶农再也不用看天的脸色了'])('%s, alone', (line) => check('-', line, '-', '-'));
  test('what opens the text alone', () => check('新广场外景', '-', '-'));
  test('the first line of a verse', () => check('-', '采茶人唱起老歌', '云从山背起，', '水往江中流。', '-'));
  test('a caption', () => check('-', '图为市民在公园散步', '-', '游客在湖边拍照。张三 摄', '-'));
  test('the last line', () => check('-', '-', '金昌市人民政府'));
  test('an address', () => check('各街道办事处、物业服务企业：', '-'));
});
