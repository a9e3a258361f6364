import type { Article } from '../article/article.ts';
import { type FactName, factLabel, printedValue } from '../article/printed-facts.ts';
import type { Span } from '../language/sentences.ts';
import { factsLine } from '../retrieval/passages/passages.ts';
import type { FoundPassage } from './answer.ts';

/** What always stands in the line, in this order; what is asked for beside it comes first. */
const LINE: readonly FactName[] = ['source', 'publishedAt', 'authors', 'editors'];
const SEPARATOR = '\u3000';

/** All that always stands in the line, nothing marked; undefined where the page says nothing of it. */
export function plainFacts(article: Article): FoundPassage | undefined {
  const { text } = lineOf(article, LINE);
  return text === '' ? undefined : { passage: factsLine(article, text), score: 1, sentence: null, answer: null };
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
  const { text, placeOf } = lineOf(article, LINE.includes(asked) ? LINE : [asked, ...LINE]);
  const place = placeOf.get(asked);
  if (place === undefined) return undefined;
  const { sentence, value } = place;
  return { passage: factsLine(article, text), score: 1, sentence, answer: sought === 'value' ? value : null };
}

/** The facts in a line, and where each stands in it: with its label, and its value alone. */
function lineOf(article: Article, facts: readonly FactName[]) {
  let text = '';
  const placeOf = new Map<FactName, { readonly sentence: Span; readonly value: Span }>();
  for (const fact of facts) {
    const value = printedValue(article, fact);
    if (value === undefined) continue;
    if (text !== '') text += SEPARATOR;
    const start = text.length;
    const label = factLabel(fact, article.script);
    text += label + value;
    const end = text.length;
    placeOf.set(fact, { sentence: { start, end }, value: { start: start + label.length, end } });
  }
  return { text, placeOf };
}
