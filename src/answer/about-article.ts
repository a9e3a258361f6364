import type { Article } from '../article/article.ts';
import type { FactName } from '../article/printed-facts.ts';
import { fold } from '../language/fold.ts';
import type { ArticleQuestion } from '../question/article-question.ts';
import type { Question } from '../question/question.ts';
import { articleText } from '../retrieval/passages/article-text.ts';
import type { Scope } from '../retrieval/scope.ts';
import { readFactsInPinyin } from '../retrieval/spelling/pinyin.ts';
import type { PassageStore } from '../retrieval/store/store.ts';
import type { FoundPassage } from './answer.ts';
import { bylinePassage } from './byline.ts';
import { factsPassage, plainFacts } from './facts.ts';
import { gistOf } from './gist.ts';
import { meantArticle } from './meant-article.ts';

/** What is known to a question about an article: the passage that says it, or where it does not what comes closest, if anything. */
export interface AboutArticle {
  readonly says?: FoundPassage;
  readonly closest?: FoundPassage;
}

/**
 * What a page says about its article, where that is asked for: who wrote and who edited it, where
 * and when it appeared, what it is about.
 *
 * @returns nothing said when nobody is named as its writer, or the question leaves open which article
 * it is about; undefined when the question is about something that stands in an article, and
 * where the page does not print the fact: a passage may tell it.
 */
export function aboutArticle(store: PassageStore, question: Question, scope: Scope): AboutArticle | undefined {
  if (scope.section !== undefined) return undefined;
  const byValue = valueAsked(store, question, scope);
  if (byValue !== undefined) return { says: byValue };
  const meant = meantArticle(store, readFactsInPinyin(question, store) ?? question.folded, scope);
  if (meant === undefined) return undefined;
  return meant.article === undefined ? {} : told(meant.article, meant.asked);
}

function told(article: Article, asked: ArticleQuestion): AboutArticle | undefined {
  const { topic } = asked;
  const says =
    topic === 'gist'
      ? gistOf(article)
      : topic === 'author' || topic === 'reporter'
        ? writersOf(article, topic)
        : factsPassage(article, topic);
  if (says !== undefined) return { says };
  // 记者是谁, said of no article, may ask for a reporter of whom it tells.
  const isOfTheArticle = topic === 'author' || (topic === 'reporter' && asked.spokenOf);
  const closest = plainFacts(article);
  return isOfTheArticle ? { ...(closest && { closest }) } : undefined;
}

/**
 * Who wrote an article: the passage that names them, or the line of facts where the page tells
 * more than the text does. Those who edited it did not write it.
 */
function writersOf(article: Article, topic: 'author' | 'reporter'): FoundPassage | undefined {
  const byline = bylinePassage(article);
  const facts = factsPassage(article, 'authors');
  if (byline === undefined || facts === undefined) return byline?.passage ?? facts;
  const tellsAll = article.authors?.every((author) => byline.names.includes(author)) ?? false;
  return topic === 'reporter' || tellsAll ? byline.passage : facts;
}

/** 焦隆是谁, 金昌日报: a value that the page prints and nothing else; who stands in a passage is looked for there. */
function valueAsked(store: PassageStore, { folded, words }: Question, scope: Scope): FoundPassage | undefined {
  const content = words.map(({ text }) => text);
  if (content.length === 0 || content.length > LONGEST_VALUE) return undefined;
  const found: FoundPassage[] = [];
  for (const article of store.articles.values()) {
    if (scope.articleId !== undefined && article.id !== scope.articleId) continue;
    const value = valuesOf(article).find(
      ({ text }) => folded.includes(text) && content.every((word) => text.includes(word) || word.includes(text)),
    );
    if (value === undefined) continue;
    const isAllOfIt =
      value.fact !== 'editors' && value.fact !== 'authors' && folded.replace(/[\p{P}\s]/gu, '') === value.text;
    if (!isAllOfIt && articleText(article).includes(value.text)) continue;
    const passage = factsPassage(article, value.fact, 'label');
    if (passage !== undefined) found.push(passage);
  }
  return found.length === 1 ? found[0] : undefined;
}
/** In words: 金川区融媒体中心 is four. */
const LONGEST_VALUE = 5;

interface PrintedValue {
  readonly fact: FactName;
  /** Folded. */
  readonly text: string;
}

const valuesByArticle = new WeakMap<Article, readonly PrintedValue[]>();

function valuesOf(article: Article): readonly PrintedValue[] {
  const known = valuesByArticle.get(article);
  if (known !== undefined) return known;
  const values = readValues(article);
  valuesByArticle.set(article, values);
  return values;
}

function readValues({ authors = [], editors, source, site }: Article): PrintedValue[] {
  return [
    ...authors.map((author) => ({ fact: 'authors' as const, text: fold(author) })),
    ...editors.map((editor) => ({ fact: 'editors' as const, text: fold(editor) })),
    ...(source === undefined ? [] : [{ fact: 'source' as const, text: fold(source) }]),
    ...(site === undefined ? [] : [{ fact: 'site' as const, text: fold(site) }]),
  ].filter(({ text }) => text.length > 1);
}
