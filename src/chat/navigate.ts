import type { Article } from '../article/article.ts';
import { splitSentences } from '../language/sentences.ts';
import { glancePlace } from './cards/glance.ts';
import { addresses, passageCard } from './cards/passage.ts';
import { pictureCard } from './cards/picture.ts';
import { order, quoteCard } from './cards/quote.ts';
import { contentsCard, sectionCard } from './cards/section.ts';
import type { Context } from './command.ts';
import { staleReply } from './failure.ts';
import type { Action, Reply, Target } from './reply.ts';
import { explainUnreadable } from './unreadable.ts';

/** Where a button or a select can lead to. */
export type Way = Exclude<Action['kind'], 'link' | 'ask' | 'delete' | 'pick' | 'all'>;

/**
 * What a button or a select shows. `copy` and `post` show the passage again: for the one who
 * copies, and for everybody. `picture` shows it as a picture, `reshape` in another shape of one.
 * @returns a friendly private reply where the article has changed since, or is gone
 */
export function navigate(way: Way, target: Target, context: Context): Reply {
  return explainUnreadable(shownAt(way, target, context), context.locale);
}

function shownAt(way: Way, target: Target, context: Context): Reply {
  const article = context.library.articles.find(({ id }) => id === target.articleId);
  if (article === undefined || article.hash !== target.hash) return staleReply(context.locale);
  if (way === 'contents') return contentsCard(article, 'public', context);
  if (way === 'glance') return glancePlace(article, target, context) ?? staleReply(context.locale);
  const section = article.sections.find(({ number }) => number === target.address.section);
  if (section === undefined) return staleReply(context.locale);
  const visibility = way === 'copy' ? 'private' : 'public';
  if (way === 'section' || target.address.paragraph === 0) {
    return sectionCard(article, section, target.page ?? 0, visibility, context);
  }
  const text = section.paragraphs[target.address.paragraph - 1];
  if (text === undefined) return staleReply(context.locale);
  const card = textCard(article, target, text, visibility, context);
  if (target.picture === undefined || way === 'copy' || isMistake(card)) return card;
  return pictureCard(
    article,
    { ...target, picture: target.picture },
    card,
    way === 'post' ? 'public' : 'private',
    context,
  );
}

/** The quotation, or the passage with its marked sentence. */
function textCard(
  article: Article,
  target: Target,
  text: string,
  visibility: Reply['visibility'],
  context: Context,
): Reply {
  if (target.quoted !== undefined) return quotationFrom(article, target, visibility, context);
  const highlight = (target.marked === undefined ? undefined : splitSentences(text)[target.marked]) ?? null;
  return passageCard(article, target.address, { highlight, visibility }, context);
}

function isMistake({ blocks }: Reply): boolean {
  return !blocks.some(({ kind }) => kind === 'quotation');
}

function quotationFrom(
  article: Article,
  { address, quoted = 1 }: Target,
  visibility: Reply['visibility'],
  context: Context,
): Reply {
  const all = addresses(article);
  const first = all.findIndex((other) => order(other, address) === 0);
  const last = quoted < 1 ? undefined : all[first + quoted - 1];
  return last === undefined ? staleReply(context.locale) : quoteCard(article, address, last, visibility, context);
}
