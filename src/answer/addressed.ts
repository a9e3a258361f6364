import { parsePlace } from '../article/address.ts';
import type { Article } from '../article/article.ts';
import { fold } from '../language/fold.ts';
import type { Question } from '../question/question.ts';
import { articleText } from '../retrieval/passages/article-text.ts';
import { passageAt } from '../retrieval/passages/passages.ts';
import type { Scope } from '../retrieval/scope.ts';
import type { PassageStore } from '../retrieval/store/store.ts';
import type { FoundPassage } from './answer.ts';

/** How a passage is asked for by its address: 第2节第4段讲了什么. */
const ASKED_OF_IT = /(?:是什么|[讲说写]了?什么|的?内容)$/;
const CLOSING_MARKS = /(?<![?。.\s])[?。.\s]+$/;
/** In digits alone only what nobody types for anything else: 2 alone nearly always is a number. */
const DIGITS = /^\d/;
const ADDRESS_IN_DIGITS = /^\d{1,4}[.-]\d{1,4}$/;

/**
 * The passage whose address is all that was typed: `§2¶1`, `jinchang§2¶1`, `第二节第一段`, `s2p1`, `2.1`.
 * @returns undefined for anything else, for an address without a passage, and where several articles may be meant.
 */
export function addressedPassage(store: PassageStore, { folded }: Question, scope: Scope): FoundPassage | undefined {
  const typed = folded.replace(CLOSING_MARKS, '').replace(ASKED_OF_IT, '');
  const isInDigits = DIGITS.test(typed);
  if (isInDigits && !ADDRESS_IN_DIGITS.test(typed)) return undefined;
  const place = parsePlace(typed);
  if (place === undefined || place.from !== place.to) return undefined;
  const article = articleOf(store, place.articleId, scope);
  const passage = article === undefined ? undefined : passageAt(article, place.from);
  if (passage === undefined || (isInDigits && articleText(passage.article).includes(typed))) return undefined;
  return { passage, score: 1, sentence: null, answer: null };
}

function articleOf(store: PassageStore, id: string | undefined, { articleId }: Scope): Article | undefined {
  const articles = [...store.articles.values()];
  if (id !== undefined) return articles.find((article) => fold(article.id) === id);
  return articleId === undefined && articles.length === 1 ? articles[0] : store.articles.get(articleId ?? '');
}
