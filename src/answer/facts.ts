import type { Article } from '../article/article.ts';
import { type FactName, factLabel, printedValue } from '../article/printed-facts.ts';
import type { Span } from '../language/sentences.ts';
import type { FoundPassage } from './answer.ts';

/** What always stands in the line, in this order; what is asked for beside it comes first. */
const LINE: readonly FactName[] = ['source', 'publishedAt', 'authors', 'editors'];
const SEPARATOR = '\u3000';

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
    const label = factLabel(fact, article.script);
    text += label + value;
    if (fact !== asked) continue;
    highlight = { start, end: text.length };
    if (sought === 'value') answer = { start: start + label.length, end: text.length };
  }
  return { articleId: article.id, address: 'meta', section: null, text, score: 1, highlight, answer };
}
