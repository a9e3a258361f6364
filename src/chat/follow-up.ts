import { lastCited } from '../article/address.ts';
import type { Library } from '../library/library.ts';
import type { Target } from './reply.ts';

/**
 * Reads the citation back out of one of the bot's own answers, so that a reply to it can be
 * a follow-up without any state.
 * @returns undefined where the text cites nothing that the library has
 */
export function targetOfCitation(text: string, library: Library): Target | undefined {
  const place = lastCited(text);
  if (place === undefined) return undefined;
  const articles = library.articles.filter(({ id }) => place.articleId === undefined || id === place.articleId);
  const article = articles.length === 1 ? articles[0] : articles.find(({ title }) => text.includes(`《${title}》`));
  const { section: number, paragraph = 0 } = place.from;
  const section = article?.sections.find((candidate) => candidate.number === number);
  if (article === undefined || section === undefined) return undefined;
  return { articleId: article.id, hash: article.hash, address: { section: section.number, paragraph } };
}
