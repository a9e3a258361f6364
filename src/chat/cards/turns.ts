import type { Context } from '../command.ts';
import { noticeReply } from '../failure.ts';
import type { Block, Reply } from '../reply.ts';
import { textsIn } from '../texts/texts.ts';
import type { Turn } from '../turns.ts';
import { answerCard } from './answer.ts';
import { moreCard } from './closest.ts';
import { excerpt } from './excerpt.ts';
import { withinCard } from './pick.ts';
import { severalCard } from './several.ts';

/** A question stands above its answer as far as it is no longer. UTF-16 units. */
const LONGEST_QUESTION = 120;

/**
 * The card of one question, or of several, which stand above their answers; above a follow-up stands how it was understood.
 * @param question as it was typed
 */
export function turnsCard(
  question: string,
  turns: readonly Turn[],
  visibility: Reply['visibility'],
  context: Context,
): Reply {
  const [only] = turns;
  if (only === undefined || turns.length > 1) {
    return severalCard(
      turns.map(({ answer }) => answer),
      visibility,
      context,
    );
  }
  const { answer, more, isFollowUp, leftOpen, within } = only;
  // Who greets the bot sees what it says to that.
  if (answer.toTheBot !== undefined) return answerCard(answer, visibility, context);
  const asked: Block = { kind: 'question', text: excerpt(question.trim(), LONGEST_QUESTION) };
  const texts = textsIn(context.locale);
  if (leftOpen !== undefined) {
    const { blocks, ...card } = noticeReply(texts.leftOpen(leftOpen));
    return { ...card, blocks: [asked, ...blocks], refused: true };
  }
  const card = more === undefined ? answerCard(answer, visibility, context) : moreCard(more, context);
  // A button on it asks the question that stands above: as it was understood, and all of it.
  const article = context.library.articles.find(({ id }) => id === within);
  if (article !== undefined) return withinCard(answer.question, card, article, context);
  if (answer.rivals !== undefined)
    return { ...card, blocks: [{ kind: 'question', text: answer.question }, ...card.blocks] };
  const understood: Block[] = isFollowUp ? [{ kind: 'notice', text: texts.understoodAs(answer.question) }] : [];
  return { ...card, blocks: [asked, ...understood, ...card.blocks] };
}
