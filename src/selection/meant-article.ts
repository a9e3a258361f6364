import type { Article } from '../article/article.ts';
import { fold } from '../language/fold.ts';
import { onceFor } from '../once-for.ts';
import { articleText } from '../passages/passages.ts';
import { looksIn, type Scope } from '../passages/scope.ts';
import { type ArticleQuestion, articleQuestionsIn } from '../question/article-question.ts';
import { readQuestion } from '../question/question.ts';
import type { PassageStore } from '../retrieval/store/store.ts';

/** A question about an article itself, and the article it is about; none where the question leaves it open. */
export interface MeantArticle {
  readonly asked: ArticleQuestion;
  readonly article: Article | undefined;
  /** Where it is left open among some of the articles, to all of which its words point: these. */
  readonly among?: readonly Article[];
}

/**
 * How clearly a question's words point at an article: they name it, they stand in its title,
 * they describe what it says, or there are none and any article might be meant.
 */
type Clarity = 3 | 2 | 1 | 0;

/**
 * Whether a folded question asks about an article itself, and about which: the only one, the
 * one looked into, or the one that its words point at more clearly than at any other.
 * 金昌市什么时候被确定为试点城市 has words that point at no article as a whole, so it is about
 * what stands in one.
 *
 * @returns undefined when it asks about something that stands in an article.
 */
export function meantArticle(store: PassageStore, folded: string, scope: Scope): MeantArticle | undefined {
  const asked = articleQuestionsIn(folded);
  if (asked.length === 0) return undefined;
  const articles = [...store.articles.values()].filter((article) => looksIn(scope, article));
  for (const one of asked) {
    const [pointed, ...others] = pointedAt(store, one, folded, articles);
    if (pointed !== undefined && others.length === 0) return { asked: one, article: pointed };
    if (pointed !== undefined) return { asked: one, article: undefined, among: [pointed, ...others] };
    if (one.words.length > 0 || one.which) continue;
    return { asked: one, article: articles.length === 1 ? articles[0] : undefined };
  }
  return undefined;
}

function pointedAt(
  store: PassageStore,
  asked: ArticleQuestion,
  folded: string,
  articles: readonly Article[],
): readonly Article[] {
  let clearest: Clarity = 1;
  let pointed: Article[] = [];
  for (const article of articles) {
    const clarity = clarityOf(asked, folded, article);
    if (clarity < 2 || clarity < clearest) continue;
    pointed = clarity > clearest ? [article] : [...pointed, article];
    clearest = clarity;
  }
  if (pointed.length > 0) return pointed;
  const described =
    asked.described && asked.words.length > 0 && asked.words.length <= MOST_WORDS
      ? describedBy(store, asked.words, articles)
      : undefined;
  return described === undefined ? [] : [described];
}

function clarityOf(
  { words, spokenOf, described, ownTerm, topic, which }: ArticleQuestion,
  folded: string,
  article: Article,
): Clarity {
  const { title, facts, people } = printedOf(article);
  const byFacts = facts + (which ? people : '');
  const isTold = (text: string) => words.every((word) => text.includes(word));
  if (words.length > 0 && isTold(byFacts)) return 2;
  if (which) return 0;
  if (isNamed(folded, article, spokenOf)) return isTold(title + facts) ? 3 : 0;
  // 文章里说博物馆是什么 asks what is said; only words that describe the article itself say which one.
  if (words.length === 0 || !isTold(title + facts)) return 0;
  if (topic === 'gist') return described ? 2 : 0;
  return spokenOf || (ownTerm !== undefined && !articleText(article).includes(ownTerm)) ? 2 : 0;
}

/** Longer descriptions are of what happened. */
const MOST_WORDS = 4;

/** The one article that has all the words. */
function describedBy(store: PassageStore, words: readonly string[], articles: readonly Article[]): Article | undefined {
  const found = store.candidates(readQuestion(words.join(' ')), CANDIDATES).map(({ article }) => article);
  const telling = [...new Set(found)].filter(
    (article) => articles.includes(article) && words.every((word) => articleText(article).includes(word)),
  );
  return telling.length === 1 ? telling[0] : undefined;
}
/** A description that fits more articles than these passages are of points at none. */
const CANDIDATES = 24;

/** Whether the article is named: by its id, or by enough of its title. */
function isNamed(folded: string, article: Article, spokenOf: boolean): boolean {
  const { headline } = printedOf(article);
  if (standsAlone(folded, fold(article.id))) return true;
  if (headline.length < (spokenOf ? SHORTEST_TITLE : SHORTEST_HEADLINE)) return false;
  return (
    folded.includes(headline) ||
    longestShared(folded, headline) >= Math.max(SHORTEST_TITLE, headline.length * TITLE_SHARE)
  );
}
/** A shorter title is a word like any other. */
const SHORTEST_TITLE = 4;
/** A shorter one may be the name of what the article is about: 词典什么时候出版. */
const SHORTEST_HEADLINE = 8;
/** So much of a title in one piece names it. */
const TITLE_SHARE = 0.6;

/** Whether an id stands in the text, and not as a part of a longer word. */
function standsAlone(text: string, id: string): boolean {
  if (id === '') return false;
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
    if (!OF_A_WORD.test(text.charAt(at - 1)) && !OF_A_WORD.test(text.charAt(at + id.length))) return true;
  }
  return false;
}
const OF_A_WORD = /[a-z\d_-]/;

function longestShared(a: string, b: string): number {
  let longest = 0;
  for (let start = 0; start < b.length; start += 1) {
    while (start + longest < b.length && a.includes(b.slice(start, start + longest + 1))) longest += 1;
  }
  return longest;
}

/** What a page prints about its article, folded: the headline; all of title, subtitle and id; where it appeared; by whom. */
interface Printed {
  readonly headline: string;
  readonly title: string;
  readonly facts: string;
  readonly people: string;
}

const printedOf = onceFor((article: Article): Printed => {
  const { id, title, subtitle = '', source = '', site = '', authors = [], editors } = article;
  return {
    headline: fold(title),
    title: fold([title, subtitle, id, ''].join('\n')),
    facts: fold([source, site, ''].join('\n')),
    people: fold([...authors, ...editors].join('\n')),
  };
});
