import { unknownButtonReply } from '../../chat/failure.ts';
import type { Locale } from '../../chat/locale.ts';
import { offersNotMeant, questionOf } from '../answers.ts';
import type { Place } from '../custom-id.ts';
import { replyFrom } from '../in-time.ts';
import { type IncomingComponent, userOf } from '../incoming.ts';
import type { Plan } from '../plan.ts';
import type { Somebody } from '../recollection.ts';
import { renderCard } from '../render/card.ts';
import { type Planning, readerOf } from '../room.ts';
import { askedIn, whereaboutsOf } from '../whereabouts.ts';
import { isShownToOne, type Pressed, privately } from './pressed.ts';
import { questionOn } from './question-on.ts';

/**
 * The article that is meant, or that all are: the question stands on the card, and who asked it keeps the choice for a while.
 * @param place undefined for all
 */
export async function planPick(
  room: Planning,
  { interaction, owner, locale }: Pressed,
  place: Place | undefined,
): Promise<Plan> {
  const { engine, metrics, recollection, curator } = room;
  const question = questionOn(interaction.message.components);
  if (question === undefined) return privately(unknownButtonReply(locale), interaction, locale);
  const where = await whereaboutsOf(curator, interaction);
  const isPrivate = isShownToOne(interaction);
  const isTheirs = isPrivate || owner === userOf(interaction);
  // What everybody sees is in the server's language.
  const shownIn = isTheirs && !isPrivate ? (where.publicLocale ?? locale) : locale;
  const pickedFor = (language: Locale) =>
    replyFrom(engine, { kind: 'pick', question, place, reader: readerOf(room, language), ...askedIn(where) });
  const reply = await pickedFor(shownIn);
  // The article has changed, or nothing came back in time: the card stays as it is.
  if (reply.asked === undefined) {
    return privately(shownIn === locale ? reply : await pickedFor(locale), interaction, locale);
  }
  if (reply.refused === true) metrics.refused();
  recollection.choose(whoOf(interaction), place?.hash);
  recollection.remember(whoOf(interaction), reply.asked);
  if (!isTheirs) return privately(reply, interaction, locale);
  const notMeant = offersNotMeant(reply, where) ? questionOf(reply, question) : '';
  const audience = isPrivate ? 'private' : 'public';
  return { kind: 'update', message: renderCard(reply, { locale: shownIn, owner, audience, notMeant }) };
}

function whoOf(interaction: IncomingComponent): Somebody {
  return { user: userOf(interaction), channel: interaction.channel_id };
}
