import type { Context } from '../command.ts';
import { noticeReply } from '../failure.ts';
import type { Reply } from '../reply.ts';
import { textsIn } from '../texts/texts.ts';
import type { Turn } from '../turns.ts';
import { answerCard } from './answer.ts';
import { moreCard } from './closest.ts';
import { severalCard } from './several.ts';

/** The card of one question, or of several; above a follow-up stands how it was understood. */
export function turnsCard(turns: readonly Turn[], visibility: Reply['visibility'], context: Context): Reply {
  const [only] = turns;
  if (only === undefined || turns.length > 1) {
    return severalCard(
      turns.map(({ answer }) => answer),
      visibility,
      context,
    );
  }
  const { answer, more, isFollowUp, leftOpen } = only;
  if (leftOpen !== undefined) return { ...noticeReply(textsIn(context.locale).leftOpen(leftOpen)), refused: true };
  const card = more === undefined ? answerCard(answer, visibility, context) : moreCard(more, context);
  if (!isFollowUp) return card;
  const text = textsIn(context.locale).understoodAs(answer.question);
  return { ...card, blocks: [{ kind: 'notice', text }, ...card.blocks] };
}
