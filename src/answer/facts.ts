import type { Article } from '../article/article.ts';
import { bylineOf } from '../article/article-byline.ts';
import { type FactName, factLabel, printedValue } from '../article/printed-facts.ts';
import { factsLine, passageAt, sentencesOf } from '../passages/passages.ts';
import type { FoundPassage } from './answer.ts';

/** What always stands in the line, in this order; what is asked for beside it comes first. */
const LINE: readonly FactName[] = ['source', 'publishedAt', 'authors', 'editors'];
const SEPARATOR = '\u3000';

/** Something known of an article as it stands in a line: `责编：` and `周婉婷、焦隆`. */
export interface LineFact {
  readonly label: string;
  readonly value: string;
}

/**
 * All that always stands in the line, nothing marked.
 * @param first what stands before it, where it has more to say
 * @returns undefined where there is nothing to say
 */
export function plainFacts(article: Article, first: readonly LineFact[] = []): FoundPassage | undefined {
  const { text } = lineOf([...first, ...printed(article, LINE)]);
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
  const [fact] = printed(article, [asked]);
  if (fact === undefined) return undefined;
  return markedLine(article, fact, printed(article, LINE.includes(asked) ? LINE : [asked, ...LINE]), sought);
}

/** A fact that no page prints, marked, before what else is known: `小标题：…`. */
export function madeFact(article: Article, fact: LineFact, more: readonly LineFact[] = []): FoundPassage {
  return markedLine(article, fact, [fact, ...more, ...printed(article, LINE)], 'value');
}

/**
 * Who wrote an article: the passage that names them, or the line of facts where the page tells
 * more than the text does. Those who edited it did not write it.
 */
export function writersOf(article: Article, topic: 'author' | 'reporter'): FoundPassage | undefined {
  const byline = bylinePassage(article);
  const facts = factsPassage(article, 'authors');
  if (byline === undefined || facts === undefined) return byline?.passage ?? facts;
  const tellsAll = article.authors?.every((author) => byline.names.includes(author)) ?? false;
  return topic === 'reporter' || tellsAll ? byline.passage : facts;
}

/** The passage in which an article says who wrote it. */
export interface BylinePassage {
  readonly passage: FoundPassage;
  /** As they are printed there. */
  readonly names: readonly string[];
}

/**
 * The passage in which an article says who wrote it, with the names as the answer.
 * @returns undefined where it does not.
 */
export function bylinePassage(article: Article): BylinePassage | undefined {
  const byline = bylineOf(article.sections);
  const passage = byline && passageAt(article, byline.address);
  const [first, last] = [byline?.names[0], byline?.names.at(-1)];
  if (byline === undefined || passage === undefined || first === undefined || last === undefined) return undefined;
  const answer = { start: first.start, end: last.end };
  const { text } = passage;
  const sentence = sentencesOf(passage).find(({ start, end }) => start <= answer.start && answer.end <= end) ?? answer;
  return {
    passage: { passage, score: 1, sentence, answer },
    names: byline.names.map(({ start, end }) => text.slice(start, end)),
  };
}

function markedLine(
  article: Article,
  { label, value }: LineFact,
  line: readonly LineFact[],
  sought: 'value' | 'label',
): FoundPassage {
  const at = line.findIndex((fact) => fact.label === label && fact.value === value);
  const { text, starts } = lineOf(line);
  const start = starts[at] ?? 0;
  const sentence = { start, end: start + label.length + value.length };
  const answer = { start: start + label.length, end: sentence.end };
  return { passage: factsLine(article, text), score: 1, sentence, answer: sought === 'value' ? answer : null };
}

function printed(article: Article, facts: readonly FactName[]): LineFact[] {
  return facts.flatMap((fact) => {
    const value = printedValue(article, fact);
    return value === undefined ? [] : [{ label: factLabel(fact, article.script), value }];
  });
}

/** The facts in a line, and where each begins in it. */
function lineOf(facts: readonly LineFact[]): { readonly text: string; readonly starts: readonly number[] } {
  let text = '';
  const starts = facts.map(({ label, value }) => {
    if (text !== '') text += SEPARATOR;
    const start = text.length;
    text += label + value;
    return start;
  });
  return { text, starts };
}
