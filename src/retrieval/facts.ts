import type { Article } from '../article/article.ts';
import { formatPublishedAt } from '../article/dateline.ts';
import type { Span } from '../language/sentences.ts';
import type { FoundPassage } from './answer.ts';
import type { ArticleTopic } from './article-question.ts';

/** A fact about an article that a page prints. */
export type FactName = Exclude<ArticleTopic, 'gist' | 'author' | 'reporter'> | 'authors';

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

/** What always stands in the line, in this order; what is asked for beside it comes first. */
const LINE: readonly FactName[] = ['source', 'publishedAt', 'authors', 'editors'];
const SEPARATOR = '\u3000';

/** The value of a fact as it is printed, or undefined where the page does not say. */
function printedValue(article: Article, fact: FactName): string | undefined {
  if (fact === 'authors') return article.authors?.join('、') || undefined;
  if (fact === 'editors') return article.editors.join('、') || undefined;
  if (fact === 'publishedAt') return article.publishedAt && formatPublishedAt(article.publishedAt);
  if (fact === 'breadcrumbs') return article.breadcrumbs.join(' > ') || undefined;
  return article[fact] || undefined;
}

/** A fact with its label as a page prints it, `责编：周婉婷、焦隆`; undefined where the page does not say. */
export function printedFact(article: Article, fact: FactName): string | undefined {
  const value = printedValue(article, fact);
  return value === undefined ? undefined : LABELS[fact][article.script] + value;
}

/**
 * The line of facts about an article with one of them marked:
 * `来源：金昌日报　2021年11月23日09:21　责编：周婉婷、焦隆`, with `作者：…` before the editors where
 * the page names who wrote it.
 *
 * @param sought `value` where the fact is asked for; `label` where its value is given and what
 * it is to the article is asked (焦隆是谁): then no run of the line is the answer.
 * @returns undefined where the page does not say what is asked for.
 */
export function factsPassage(
  article: Article,
  asked: FactName,
  sought: 'value' | 'label' = 'value',
): FoundPassage | undefined {
  if (printedValue(article, asked) === undefined) return undefined;
  let text = '';
  let highlight: Span | null = null;
  let answer: Span | null = null;
  for (const fact of LINE.includes(asked) ? LINE : [asked, ...LINE]) {
    const value = printedValue(article, fact);
    if (value === undefined) continue;
    if (text !== '') text += SEPARATOR;
    const start = text.length;
    const label = LABELS[fact][article.script];
    text += label + value;
    if (fact !== asked) continue;
    highlight = { start, end: text.length };
    if (sought === 'value') answer = { start: start + label.length, end: text.length };
  }
  return { articleId: article.id, address: 'meta', section: null, text, score: 1, highlight, answer };
}
