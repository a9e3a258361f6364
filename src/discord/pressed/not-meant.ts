import { noticeReply } from '../../chat/failure.ts';
import { curationTextsIn } from '../../curation/texts/texts.ts';
import { userOf } from '../incoming.ts';
import type { Plan } from '../plan.ts';
import type { Planning } from '../room.ts';
import { whereaboutsOf } from '../whereabouts.ts';
import { type Pressed, privately } from './pressed.ts';

/** Notes that an answer was not what was meant: once from each who asked, without their name. */
export async function planNotMeant(
  { curator, notMeant }: Planning,
  { interaction, owner, locale }: Pressed,
  question: string,
): Promise<Plan> {
  const texts = curationTextsIn(locale);
  if (owner !== userOf(interaction)) return privately(noticeReply(texts.onlyAsker()), interaction, locale);
  const { server } = await whereaboutsOf(curator, interaction);
  const key = interaction.message.id;
  if (server !== undefined && notMeant?.get(key) === undefined) {
    notMeant?.set(key, true);
    await curator?.note(server, question, 'not meant');
  }
  return privately(noticeReply(texts.noted()), interaction, locale);
}
