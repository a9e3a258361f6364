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

const BLOCK = /^\ufeff?(-{3}|\+{3})[ \t]*\r?\n([\s\S]*?)\r?\n\1[ \t]*(?:\r?\n|$)/;
const ENTRY = /^([A-Za-z_\p{Script=Han}]{2,20})[ \t]{0,8}[:=：](.*)$/u;
const ITEM = /^[ \t]*-[ \t](.+)$/;

/** Takes the front matter off; of its values only those are read that say something about an article. */
export function splitFrontMatter(text: string): FrontMatter {
  const block = BLOCK.exec(text);
  if (block === null) return { body: text, told: {} };
  const values = readEntries(block[2] ?? '');
  const first = (...names: string[]) => names.map((name) => values.get(name)?.[0]).find((value) => value !== undefined);
  const title = first('title', '标题', '標題');
  const source = first('source', '来源', '來源');
  const url = first('url', 'link', 'original');
  const publishedAt = findDates(fold(first('date', 'published', 'publishdate', 'pubdate', '日期', '发布时间') ?? ''))[0]
    ?.iso;
  const authors = values.get('author') ?? values.get('authors') ?? values.get('作者');
  return {
    body: text.slice(block[0].length),
    ...(title !== undefined && { title }),
    told: {
      ...(source !== undefined && { source }),
      ...(url !== undefined && /^https?:\/\//.test(url) && { url }),
      ...(publishedAt !== undefined && { publishedAt }),
      ...(authors !== undefined && { authors }),
    },
  };
}

/** `key: value`, `key: [a, b]`, or `key:` with items below it; anything else is passed over. */
function readEntries(block: string): Map<string, string[]> {
  const entries = new Map<string, string[]>();
  let items: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    const item = ITEM.exec(line)?.[1];
    if (item !== undefined) items.push(unquoted(item));
    const [, key, value = ''] = ENTRY.exec(line) ?? [];
    if (key === undefined) continue;
    items = valuesIn(value);
    entries.set(key.toLowerCase(), items);
  }
  return new Map([...entries].filter(([, values]) => values.length > 0));
}

function valuesIn(value: string): string[] {
  const list = /^\[(.*)\]\s*$/.exec(value.trim())?.[1];
  const values = list === undefined ? [value] : list.split(',');
  return values.map(unquoted).filter((each) => each !== '');
}

function unquoted(value: string): string {
  const trimmed = value.trim();
  return /^(["']).*\1$/s.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
}
