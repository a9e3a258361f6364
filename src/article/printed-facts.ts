import type { Article, Script } from './article.ts';
import { formatPublishedAt } from './dateline.ts';

/** A fact about an article that a page prints. */
export type FactName =
  | 'title'
  | 'subtitle'
  | 'source'
  | 'publishedAt'
  | 'authors'
  | 'editors'
  | 'site'
  | 'breadcrumbs'
  | 'url';

/** How a fact is labelled in a line; the date needs no label. */
const LABELS: Readonly<Record<FactName, { readonly hans: string; readonly hant: string }>> = {
  title: { hans: '标题：', hant: '標題：' },
  subtitle: { hans: '副标题：', hant: '副標題：' },
  source: { hans: '来源：', hant: '來源：' },
  publishedAt: { hans: '', hant: '' },
  authors: { hans: '作者：', hant: '作者：' },
  editors: { hans: '责编：', hant: '責編：' },
  site: { hans: '网站：', hant: '網站：' },
  breadcrumbs: { hans: '栏目：', hant: '欄目：' },
  url: { hans: '网址：', hant: '網址：' },
};

/** The value of a fact as it is printed, or undefined where the page does not say. */
export function printedValue(article: Article, fact: FactName): string | undefined {
  if (fact === 'authors') return article.authors?.join('、') || undefined;
  if (fact === 'editors') return article.editors.join('、') || undefined;
  if (fact === 'publishedAt') return article.publishedAt && formatPublishedAt(article.publishedAt);
  if (fact === 'breadcrumbs') return article.breadcrumbs.join(' > ') || undefined;
  return article[fact] || undefined;
}

/** A fact with its label as a page prints it, `责编：周婉婷、焦隆`; undefined where the page does not say. */
export function printedFact(article: Article, fact: FactName): string | undefined {
  const value = printedValue(article, fact);
  return value === undefined ? undefined : factLabel(fact, article.script) + value;
}

/** What stands before a fact's value on a page: `责编：`; nothing before the date. */
export function factLabel(fact: FactName, script: Script): string {
  return LABELS[fact][script];
}
