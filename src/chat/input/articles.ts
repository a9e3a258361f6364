import type { Article } from '../../article/article.ts';
import { fold } from '../../language/fold.ts';
import { type Context, homeOf } from '../command.ts';
import { textsIn } from '../texts/texts.ts';
import { UserError } from '../user-error.ts';

/**
 * The article that somebody named by its id, its title or a part of it.
 * Without a name it is the only article, or undefined where there are several.
 * @throws UserError where no article, or more than one, is called so
 */
export function resolveArticle(typed: string | undefined, context: Context): Article | undefined {
  const { articles } = context.library;
  const name = fold(typed ?? '').trim();
  if (name === '') return articles.length === 1 ? articles[0] : undefined;
  const exact = articles.find((article) => fold(article.id) === name || fold(article.title) === name);
  if (exact !== undefined) return exact;
  const labelled = articlesLabelled(name, articles);
  const matching = labelled.length > 0 ? labelled : articles.filter((article) => fold(article.title).includes(name));
  if (matching.length === 1) return matching[0];
  const suggestions = (matching.length > 0 ? matching : articles).slice(0, 10).map(({ id, title }) => `${id} ${title}`);
  throw new UserError(textsIn(context.locale).noSuchArticle(typed ?? ''), suggestions);
}

/** What an article is called by. */
export interface Named {
  readonly id: string;
  readonly title: string;
}

/**
 * The articles that somebody may mean: called just so by their id, else by their title, else the one whose suggestion was
 * taken, else those whose id or title has what was typed in it. In whichever script and case.
 */
export function articlesCalled<Article extends Named>(typed: string, articles: readonly Article[]): readonly Article[] {
  const name = fold(typed).trim();
  const byId = articles.filter(({ id }) => fold(id) === name);
  if (byId.length > 0) return byId;
  const byTitle = articles.filter(({ title }) => fold(title) === name);
  if (byTitle.length > 0) return byTitle;
  const labelled = articlesLabelled(name, articles);
  return labelled.length > 0 ? labelled : articlesLike(name, articles);
}

/** Those whose suggestion was taken: its label is id and title in one. */
function articlesLabelled<Article extends Named>(name: string, articles: readonly Article[]): readonly Article[] {
  return articles.filter(({ id }) => name.startsWith(`${fold(id)} `));
}

/** Those whose id or title has what was typed in it, which may be the beginning of one that was cut. */
export function articlesLike<Article extends Named>(typed: string, articles: readonly Article[]): readonly Article[] {
  const name = fold(typed).trim().replace(/…$/, '');
  return articles.filter(({ id, title }) => fold(title).includes(name) || fold(id).includes(name));
}

/** As `resolveArticle`; without a name of several the one that was chosen or that the channel is bound to, if any. */
export function articleMeant(typed: string | undefined, context: Context): Article | undefined {
  return resolveArticle(typed, context) ?? homeOf(context);
}

/** As `articleMeant`, where a command cannot do without. */
export function requireArticle(typed: string | undefined, context: Context): Article {
  const article = articleMeant(typed, context);
  if (article !== undefined) return article;
  const suggestions = context.library.articles.slice(0, 10).map(({ id, title }) => `${id} ${title}`);
  throw new UserError(textsIn(context.locale).whichArticle(), suggestions);
}
