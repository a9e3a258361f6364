import type { FoundPassage } from '../../answer/answer.ts';
import type { Article } from '../../article/article.ts';
import { fold } from '../../language/fold.ts';
import { type Passage, sentencesOf } from '../../passages/passages.ts';
import type { Context } from '../command.ts';
import type { Reply } from '../reply.ts';
import { textsIn } from '../texts/texts.ts';
import { MOST_CLOSEST, passagesCard } from './closest.ts';
import { shownAddress, shownTo, targetOf } from './parts.ts';

/** So many passages are listed. */
const MOST_LISTED = 10;

/**
 * The passages about a topic that no section is called by, those that a search finds and in its order: the first are
 * shown, the others to choose from.
 * @param article where to look; everywhere where undefined
 * @returns undefined where nothing is found
 */
export function topicCard(
  topic: string,
  article: Article | undefined,
  visibility: Reply['visibility'],
  context: Context,
): Reply | undefined {
  const scope = { limit: MOST_LISTED, ...(article !== undefined && { articleId: article.id }) };
  const found = context.library.search(topic, scope).map(({ passage }) => foundAbout(topic, passage));
  if (found.length === 0) return undefined;
  const { passagesAbout, labels } = textsIn(context.locale);
  const card = passagesCard({ kind: 'notice', text: passagesAbout(topic) }, found, context);
  const others = found.slice(MOST_CLOSEST).map(({ passage }) => ({
    label: `${shownAddress(passage.article, passage, context)} ${shownTo(passage.text, passage.article, context).text}`,
    target: targetOf(passage.article, passage),
  }));
  const choices =
    others.length === 0 ? [] : [{ kind: 'passage', placeholder: labels.alsoIn, options: others } as const];
  return { ...card, visibility, choices };
}

/** A passage, the first of its sentences marked that has the very words. */
function foundAbout(topic: string, passage: Passage): FoundPassage {
  const words = fold(topic);
  const sentence =
    sentencesOf(passage).find(({ start, end }) => passage.folded.slice(start, end).includes(words)) ?? null;
  return { passage, score: 0, sentence, answer: null };
}
