import { findDates } from '../../article/dateline.ts';
import type { ToldMetadata } from '../../article/file-text.ts';
import { fold } from '../../language/fold.ts';

/** A Markdown file, its front matter read. */
export interface FrontMatter {
  /** What follows the front matter. */
  readonly body: string;
  readonly title?: string;
  readonly told: ToldMetadata;
}

const BLOCK = /^\ufeff?(-{3}|\+{3})[ \t]*(?:\r\n|[\n\r])/;
const LINE_BREAK = /\r\n|[\n\r]/;
const ENTRY = /^([A-Za-z_][\w-]{0,30}|\p{Script=Han}{1,10})[ \t]{0,8}[:=：](.*)$/u;
/** An address has a colon, too. */
const VALUE = /^(?:[ \t]|$|["'[“\p{Script=Han}\d])/u;
const ITEM = /^[ \t]*-[ \t](.+)$/;
const INSIDE = /^[ \t]+\S/;
/** The value follows in lines that are set in: as one line, or as they are. */
const FOLDED = /^[>|][+-]?\d?$/;

const TITLES = ['title', 'headline', '标题', '標題', '题目', '題目'];
const SOURCES = ['source', 'publisher', 'media', '来源', '來源', '出处', '出處', '媒体'];
const URLS = [
  'url',
  'link',
  'original',
  'source_url',
  'permalink',
  'canonical',
  '链接',
  '链接地址',
  '原文链接',
  '原文',
  '網址',
  '网址',
];
const DATES = [
  'date',
  'published',
  'publishdate',
  'pubdate',
  'published_at',
  'publishedat',
  'publish_date',
  'created',
  '日期',
  '发布时间',
  '發佈時間',
  '发布日期',
  '發佈日期',
  '时间',
  '時間',
];
const AUTHORS = ['author', 'authors', 'creator', 'byline', '作者', '记者', '記者', '撰文'];

/** Takes the front matter off; of its values only those are read that say something about an article. */
export function splitFrontMatter(text: string): FrontMatter {
  const block = blockOf(text);
  if (block === undefined) return { body: text, told: {} };
  const values = readEntries(block.lines);
  const all = (names: readonly string[]) => names.map((name) => values.get(name)).find((found) => found !== undefined);
  const first = (names: readonly string[]) => all(names)?.[0];
  const title = first(TITLES);
  const named = first(SOURCES);
  const isAddress = named !== undefined && ADDRESS.test(named);
  const source = isAddress ? undefined : named;
  const url = first(URLS) ?? (isAddress ? named : undefined);
  const publishedAt = findDates(fold(first(DATES) ?? ''))[0]?.iso;
  const authors = all(AUTHORS)?.flatMap((names) => names.split(/[、，,;；]/).map((name) => name.trim()));
  return {
    body: block.body,
    ...(title !== undefined && { title }),
    told: {
      ...(source !== undefined && { source }),
      ...(url !== undefined && ADDRESS.test(url) && { url }),
      ...(publishedAt !== undefined && { publishedAt }),
      ...(authors !== undefined && { authors: authors.filter((name) => name !== '') }),
    },
  };
}

const ADDRESS = /^https?:\/\//;
/** No front matter is longer. Lines. */
const MAX_LINES = 200;

function blockOf(text: string): { lines: string[]; body: string } | undefined {
  const [begin = '', sign = ''] = BLOCK.exec(text) ?? [];
  if (begin === '') return undefined;
  const all = text.slice(begin.length).split(LINE_BREAK);
  const end = all
    .slice(0, MAX_LINES)
    .findIndex((line) => line.trimEnd() === sign || (sign === '---' && line.trimEnd() === '...'));
  const lines = all.slice(0, Math.max(0, end));
  // Between two rules may stand text.
  return lines.some((line) => VALUE.test(ENTRY.exec(line)?.[2] ?? '-'))
    ? { lines, body: all.slice(end + 1).join('\n') }
    : undefined;
}

/** `key: value`, `key: [a, b]`, `key:` with items below it, or with a text set in; anything else is passed over. */
function readEntries(lines: readonly string[]): Map<string, string[]> {
  const entries = new Map<string, string[]>();
  let items: string[] = [];
  let isFolded = false;
  for (const line of lines) {
    if (isFolded && (INSIDE.test(line) || line.trim() === '')) {
      const joined = [...items.splice(0), line.trim()].join('').trim();
      if (joined !== '') items.push(joined);
      continue;
    }
    isFolded = false;
    const item = ITEM.exec(line)?.[1];
    for (const value of item === undefined ? [] : valuesIn(item.trim().replace(/^name:/, ''))) items.push(value);
    const [, key, value = ''] = ENTRY.exec(line) ?? [];
    if (key === undefined || !VALUE.test(value)) continue;
    isFolded = FOLDED.test(value.trim());
    items = isFolded ? [] : valuesIn(value);
    entries.set(key.toLowerCase(), items);
  }
  return new Map([...entries].filter(([, values]) => values.length > 0));
}

function valuesIn(value: string): string[] {
  const list = /^\[(.*)\]$/.exec(value.trim())?.[1];
  const values = list === undefined ? [value] : list.split(',');
  return values.map(unquoted).filter((each) => each !== '');
}

function unquoted(value: string): string {
  const trimmed = value.trim();
  if (/^'.*'$/s.test(trimmed)) return trimmed.slice(1, -1).replaceAll("''", "'");
  if (/^".*"$/s.test(trimmed)) return trimmed.slice(1, -1).replace(/\\(["\\])/g, '$1');
  // A comment stands behind a space.
  return trimmed.split(' #')[0]?.trim() ?? '';
}
