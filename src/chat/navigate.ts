import { passageCard } from './cards/passage.ts';
import { contentsCard, sectionCard } from './cards/section.ts';
import type { Context } from './command.ts';
import { staleReply } from './failure.ts';
import type { Action, Reply, Target } from './reply.ts';

/** Where a button or a select can lead to. */
export type Way = Exclude<Action['kind'], 'link' | 'delete'>;

/**
 * What a button or a select shows. `copy` and `post` show the passage again: for the one who
 * copies, and for everybody.
 * @returns a friendly private reply where the article has changed since, or is gone
 */
export function navigate(way: Way, target: Target, context: Context): Reply {
  const article = context.library.articles.find(({ id }) => id === target.articleId);
  if (article === undefined || article.hash !== target.hash) return staleReply(context.locale);
  if (way === 'contents') return contentsCard(article, 'public', context);
  const section = article.sections.find(({ number }) => number === target.address.section);
  if (section === undefined) return staleReply(context.locale);
  const visibility = way === 'copy' ? 'private' : 'public';
  if (way === 'section' || target.address.paragraph === 0) {
    return sectionCard(article, section, target.page ?? 0, visibility, context);
  }
  if (section.paragraphs[target.address.paragraph - 1] === undefined) return staleReply(context.locale);
  return passageCard(article, target.address, { highlight: null, visibility }, context);
}
