import { findDates } from './dateline.ts';

/** What a field of a line of facts says. */
export type FieldKind =
  | 'source'
  | 'author'
  | 'editor'
  | 'credit'
  | 'published'
  | 'updated'
  | 'url'
  | 'counter'
  | 'other';

/** One field, with the UTF-16 offsets of its value in the line. */
export interface Field {
  readonly kind: FieldKind;
  readonly start: number;
  readonly end: number;
  /** ISO 8601, of a date. */
  readonly iso?: string;
}

/** Printed labels, longest first where one begins with another. Spaces between their characters are the page's typesetting. */
const LABELS: readonly (readonly [FieldKind, readonly string[]])[] = [
  ['source', ['文章来源', '新闻来源', '稿件来源', '信息来源', '内容来源', '来源', '稿源', '出处', '转自']],
  [
    'editor',
    ['责任编辑', '责编', '实习编辑', '值班编辑', '本文编辑', '网络编辑', '新媒体编辑', '执行编辑', '本期编辑', '编辑'],
  ],
  [
    'author',
    [
      '文章作者',
      '作者',
      '本报记者',
      '实习记者',
      '记者',
      '通讯员',
      '撰文',
      '撰稿',
      '供稿',
      '摄影',
      '摄像',
      '采写',
      '采访',
      '翻译',
      '编译',
    ],
  ],
  [
    'credit',
    [
      '总编辑',
      '主编',
      '副主编',
      '校对',
      '审核',
      '审校',
      '审读',
      '编审',
      '终审',
      '复审',
      '初审',
      '签发',
      '监制',
      '总监制',
      '值班主任',
      '策划',
      '统筹',
      '制作',
      '美编',
      '视觉',
      '设计',
      '排版',
      '出品',
      '审签',
      '图片编辑',
      '视频编辑',
      '剪辑',
    ],
  ],
  ['updated', ['更新时间', '更新日期', '最后更新', '更新于', '更新']],
  [
    'published',
    [
      '发布时间',
      '发布日期',
      '发表时间',
      '发表日期',
      '刊发时间',
      '发稿时间',
      '出版日期',
      '发表于',
      '发布于',
      '发布',
      '时间',
      '日期',
    ],
  ],
  ['url', ['原文链接', '本文链接', '文章链接', '原文地址', '本文地址', '本文网址', '原文网址', '网址', '链接']],
  [
    'counter',
    [
      '浏览次数',
      '阅读次数',
      '点击次数',
      '浏览量',
      '阅读量',
      '点击量',
      '点击数',
      '点击率',
      '浏览',
      '阅读',
      '点击',
      '评论',
      '人气',
      '访问量',
      '字数',
    ],
  ],
  [
    'other',
    [
      '编号',
      '关键词',
      '关键字',
      '标签',
      '分类',
      '栏目',
      '频道',
      '版面',
      '版次',
      '字体大小',
      '字体',
      '字号',
      '分享到',
      '分享',
      '收藏',
      '打印',
    ],
  ],
];

const LABEL = new RegExp(
  `(?:^|[\\s|(\\[【;,/])(${LABELS.flatMap(([, labels]) => labels)
    .sort((one, other) => other.length - one.length)
    .map((label) => [...label].join('\\s{0,4}'))
    .join('|')})\\s{0,4}(?:[::]|(?=\\s*\\/))`,
  'dg',
);
const KIND_OF = new Map(LABELS.flatMap(([kind, labels]) => labels.map((label) => [label, kind] as const)));

/** What may stand between fields. */
const BETWEEN = /^[\s|/,;·>()[\]【】-]*$/;

/** Longer values are text: “记者：你们当时怎么想？……” is an interview. */
const MAX_VALUE = 60;
const SENTENCE = /[。!?;]/;

/** Words that say nothing, around a date or between fields. */
const FILLER =
  /^(?:发布|更新|发表|刊发|北京时间|原创|首发|星期.|字号|[大中小]|a[+-]?|打印|分享|收藏|评论|举报|纠错|关闭|\d+|阅读|浏览|次|人|[\s|/,;·>()[\]【】+-])*$/;

/** A publisher’s name without a label, as printed beside the date. */
const PUBLISHER =
  /^[\p{Script=Han}a-z\d·\-—]{0,14}(?:网|报|社|台|新闻|在线|客户端|频道|电视|广播|资讯|传媒|融媒体中心|融媒|门户|周刊|杂志|新闻中心|发布|cctv|cna|bbc)(?:\s?\(?[a-z]{2,10}\)?)?$/u;

/** Whether a folded text is the name of a publisher or a site, going by its last word. */
export function isPublisher(folded: string): boolean {
  return PUBLISHER.test(folded);
}

/**
 * Reads a line that holds nothing but facts about the article: date, source, credits, in
 * any order, with labels or, beside a date, without.
 *
 * @param folded the line, Simplified and half-width; the offsets hold in the line itself.
 * @returns the fields in order; undefined when the line says anything else.
 */
export function readFields(folded: string): Field[] | undefined {
  if (folded.length > 300) return undefined;
  const fields: Field[] = [];
  const dates = findDates(folded);
  const labels = [...folded.matchAll(LABEL)].map((match) => {
    const [start, end] = match.indices?.[1] ?? [0, 0];
    const name = folded.slice(start, end).replace(/\s/g, '');
    return { kind: KIND_OF.get(name) ?? 'other', start, valueStart: match.index + match[0].length };
  });
  const stops = [...labels.map(({ start }) => start), ...dates.map(({ start }) => start), folded.length];
  const covered: { start: number; end: number }[] = [];
  for (const { kind, start, valueStart } of labels) {
    if (covered.some((done) => start < done.end)) continue;
    const end = valueEnd(folded, valueStart, stops);
    const date = dates.find(
      (candidate) => folded.slice(valueStart, candidate.start).trim() === '' && candidate.start >= valueStart,
    );
    if ((kind === 'published' || kind === 'updated') && date !== undefined) {
      fields.push({ kind, start: date.start, end: date.end, iso: date.iso });
      covered.push({ start, end: date.end });
      continue;
    }
    const value = trimmedSpan(folded, valueStart, end);
    if (value.end - value.start > MAX_VALUE || SENTENCE.test(folded.slice(value.start, value.end))) return undefined;
    if (value.end > value.start) fields.push({ kind, ...value });
    covered.push({ start, end });
  }
  for (const { iso, start, end } of dates) {
    if (covered.some((done) => start < done.end && done.start < end)) continue;
    fields.push({ kind: 'published', start, end, iso });
    covered.push({ start, end });
  }
  if (fields.length === 0) return undefined;
  const rest = uncovered(folded, covered);
  for (const span of rest) {
    const text = folded.slice(span.start, span.end);
    if (FILLER.test(text)) continue;
    const name = trimmedSpan(folded, span.start, span.end);
    if (dates.length === 0 || name.end - name.start > 16 || SENTENCE.test(text)) return undefined;
    if (isPublisher(folded.slice(name.start, name.end))) fields.push({ kind: 'source', ...name });
    else return undefined;
  }
  return fields.sort((one, other) => one.start - other.start);
}

function valueEnd(folded: string, start: number, stops: readonly number[]): number {
  const bar = folded.slice(start).search(/[|\]】)]|\s{3,}/);
  const limit = bar < 0 ? folded.length : start + bar;
  return Math.min(limit, ...stops.filter((stop) => stop >= start));
}

function trimmedSpan(text: string, from: number, to: number): { start: number; end: number } {
  let [start, end] = [from, to];
  while (start < end && BETWEEN.test(text.charAt(start))) start += 1;
  while (end > start && BETWEEN.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}

function uncovered(text: string, covered: { start: number; end: number }[]): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let start = 0;
  for (const done of [...covered].sort((one, other) => one.start - other.start)) {
    if (done.start > start) spans.push({ start, end: done.start });
    start = Math.max(start, done.end);
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}
