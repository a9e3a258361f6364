import { findDates } from '../../article/dateline.ts';
import type { ToldMetadata } from '../../article/file-text.ts';
import { fold } from '../../language/fold.ts';
import { attribute, type Element, elementsOf, type Node, textOf } from './tree.ts';

/** What a page tells machines: `meta` elements, JSON-LD, variables of some sites' scripts. */
export interface HeadData {
  /** In the order of how well they can be relied on. */
  readonly titles: readonly string[];
  readonly told: ToldMetadata;
}

const TITLES = ['og:title', 'twitter:title', 'articletitle', 'dc.title', 'headline'];
const DATES = [
  'article:published_time',
  'og:article:published_time',
  'weibo: article:create_at',
  'og:release_date',
  'og:time',
  'pubdate',
  'publishdate',
  'publish_date',
  'datepublished',
  'firstpublishedtime',
  'dc.date',
  'dc.date.issued',
  'parsely-pub-date',
  'dateupdate',
  'date',
];
const SOURCES = ['contentsource', 'mediaid', 'source', 'article:source', 'dc.source'];
const SITES = ['og:site_name', 'sitename', 'application-name'];
const URLS = ['og:url'];

/** Whatever is longer is no title. Characters. */
const MAX_TITLE = 400;
/** No page says more in one script that is data. Characters. */
const MAX_DATA = 500_000;

/** @returns what a page tells beside its text */
export function headData(document: Node): HeadData {
  const meta = new Map<string, string>();
  const titles: string[] = [];
  const found: { date?: string | undefined; source?: string | undefined } = {};
  for (const element of elementsOf(document)) {
    if (element.tagName === 'meta') addMeta(element, meta);
    else if (element.tagName === 'title') titles.push(textOf(element));
    else if (element.tagName === 'script') addScript(element, found, titles);
    else if (attribute(element, 'itemprop') === 'datePublished') {
      found.date ??= dateIn(attribute(element, 'datetime') ?? attribute(element, 'content') ?? textOf(element));
    }
  }
  const first = (names: readonly string[]) => names.map((name) => meta.get(name)).find((value) => value !== undefined);
  const date = DATES.map((name) => dateIn(meta.get(name) ?? '')).find((iso) => iso !== undefined) ?? found.date;
  const source = first(SOURCES) ?? found.source;
  const site = first(SITES);
  const url = first(URLS);
  return {
    titles: [...TITLES.flatMap((name) => meta.get(name) ?? []), ...titles].filter(
      ({ length }) => length > 0 && length <= MAX_TITLE,
    ),
    told: {
      ...(date !== undefined && { publishedAt: date }),
      ...(source !== undefined && { source }),
      ...(site !== undefined && { site }),
      ...(url !== undefined && /^https?:\/\//.test(url) && { url }),
    },
  };
}

function addMeta(element: Element, meta: Map<string, string>): void {
  const name = attribute(element, 'property') ?? attribute(element, 'name') ?? attribute(element, 'itemprop');
  const content = attribute(element, 'content')?.trim();
  if (name === undefined || content === undefined || content === '') return;
  const key = name.trim().toLowerCase();
  if (!meta.has(key)) meta.set(key, content);
}

/** Of WeChat's pages: when it was sent, in seconds, and whose account it is. */
const WECHAT_TIME = /\bct\s*=\s*["'](\d{10})["']/;
const WECHAT_ACCOUNT = /\bnickname\s*=\s*(?:htmlDecode\()?["']([^"']{1,40})["']/;
const CHINA_MS = 8 * 60 * 60 * 1000;

function addScript(
  element: Element,
  found: { date?: string | undefined; source?: string | undefined },
  titles: string[],
): void {
  const script = textOfScript(element);
  if (script.length > MAX_DATA) return;
  if (/ld\+json/i.test(attribute(element, 'type') ?? '')) addLinkedData(script, found, titles);
  const seconds = WECHAT_TIME.exec(script)?.[1];
  if (seconds !== undefined) found.date ??= inChina(Number(seconds));
  found.source ??= WECHAT_ACCOUNT.exec(script)?.[1];
}

function textOfScript(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

function addLinkedData(script: string, found: { date?: string | undefined }, titles: string[]): void {
  let data: unknown;
  try {
    data = JSON.parse(script);
  } catch {
    return;
  }
  for (const entry of [data].flat()) {
    if (typeof entry !== 'object' || entry === null) continue;
    const { datePublished, pubDate, headline } = entry as Record<string, unknown>;
    const date = datePublished ?? pubDate;
    if (typeof date === 'string') found.date ??= dateIn(date);
    if (typeof headline === 'string') titles.unshift(headline);
  }
}

/** A point in time as a page tells it to machines: words, or seconds or milliseconds since 1970. */
export function dateIn(value: string): string | undefined {
  const [, seconds] = /^\s*(1\d{9})(?:\d{3})?\s*$/.exec(value) ?? [];
  if (seconds !== undefined) return inChina(Number(seconds));
  return value.length > 60 ? undefined : findDates(fold(value))[0]?.iso;
}

function inChina(seconds: number): string {
  return `${new Date(seconds * 1000 + CHINA_MS).toISOString().slice(0, 19)}+08:00`;
}
