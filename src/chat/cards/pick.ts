import type { Article } from '../../article/article.ts';
import { formatPublishedAt } from '../../article/dateline.ts';
import type { Context } from '../command.ts';
import type { Action, Reply } from '../reply.ts';
import { textsIn } from '../texts/texts.ts';
import { excerpt } from './excerpt.ts';
import { forReader, listed, wholeOf } from './parts.ts';

/** So many articles have a button each; more stand in a select. */
const MOST_BUTTONS = 5;
/** Of a title so much is shown, its beginning and its end: more is cut off on a phone. UTF-16 units. */
const LONGEST_TITLE = 36;

/** Asks which of the articles that answer is meant, the likeliest first. */
export function pickCard(articles: readonly Article[], visibility: Reply['visibility'], context: Context): Reply {
  const { labels, whichOf } = textsIn(context.locale);
  const shown = labelsOf(articles, context);
  const options = articles.map((article, at) => ({ label: shown[at] ?? article.title, target: wholeOf(article) }));
  const isFew = options.length <= MOST_BUTTONS;
  return {
    visibility,
    blocks: [{ kind: 'notice', text: whichOf(articles.length) }],
    actions: isFew ? options.map((option): Action => ({ kind: 'pick', ...option })) : [],
    choices: isFew ? [] : [{ kind: 'pick', placeholder: labels.pick, options }],
  };
}

/** What was found in the article that somebody chose, with the way back to all of them. */
export function withinCard(question: string, card: Reply, article: Article, context: Context): Reply {
  const { labels, within } = textsIn(context.locale);
  return {
    ...card,
    blocks: [
      { kind: 'question', text: question },
      { kind: 'notice', text: within(forReader(article.title, article, context)) },
      ...card.blocks,
    ],
    actions: [...card.actions, { kind: 'all', label: labels.everywhere, target: wholeOf(article) }],
    // A select would take the row that the way back stands in.
    choices: [],
  };
}

/** As people know the articles: by their titles; where titles look alike, with the date, and the id where that is the same, too. */
function labelsOf(articles: readonly Article[], context: Context): string[] {
  const titles = articles.map((article) => excerpt(listed(article.title, article, context), LONGEST_TITLE));
  const dated = titles.map((title, at) => {
    const published = articles[at]?.publishedAt;
    return isOnce(title, titles) || published === undefined ? title : `${title} · ${formatPublishedAt(published)}`;
  });
  return dated.map((label, at) => (isOnce(label, dated) ? label : `${label} · ${articles[at]?.id}`));
}

function isOnce(label: string, labels: readonly string[]): boolean {
  return labels.indexOf(label) === labels.lastIndexOf(label);
}
