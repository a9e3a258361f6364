import { noticeReply } from '../../chat/failure.ts';
import { curationTextsIn } from '../../curation/texts/texts.ts';
import { withoutAddressed } from '../addressed.ts';
import { userOf } from '../incoming.ts';
import type { Plan } from '../plan.ts';
import type { Planning } from '../room.ts';
import { whereaboutsOf } from '../whereabouts.ts';
import { type Pressed, privately } from './pressed.ts';
import { questionOn } from './question-on.ts';

/** Notes that an answer was not what was meant: once from each who asked, without their name, where the server still keeps that. */
export async function planNotMeant(
  { curator, notMeant }: Planning,
  { interaction, owner, locale }: Pressed,
  question: string,
): Promise<Plan> {
  const texts = curationTextsIn(locale);
  if (owner !== userOf(interaction)) return privately(noticeReply(texts.onlyAsker()), interaction, locale);
  const { server } = await whereaboutsOf(curator, interaction);
  if (server === undefined || curator === undefined)
    return privately(noticeReply(texts.notNoted()), interaction, locale);
  const key = interaction.message.id;
  let noting = notMeant?.get(key);
  if (noting === undefined || !(await noting)) {
    noting = curator.note(server, wholeOf(question, interaction), 'not meant');
    notMeant?.set(key, noting);
  }
  const isNoted = await noting;
  return privately(noticeReply(isNoted ? texts.noted() : texts.notNoted()), interaction, locale);
}

/** A button has room for the beginning of a question; on the card it stands whole. */
function wholeOf(question: string, { message }: Pressed['interaction']): string {
  const shown = withoutAddressed(questionOn(message.components) ?? '');
  return shown.startsWith(question) ? shown : question;
}
