import type { Locale } from '../chat/locale.ts';
import type { Reply } from '../chat/reply.ts';
import { withoutAddressed } from './addressed.ts';
import { replyFrom } from './in-time.ts';
import { type IncomingInteraction, userOf } from './incoming.ts';
import type { Plan } from './plan.ts';
import { renderCard } from './render/card.ts';
import { type Planning, readerOf } from './room.ts';
import { askedIn, type Whereabouts, whereaboutsOf } from './whereabouts.ts';

/** A command of everybody's as it is to be run. */
export interface Wanted {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Whether the answer will be for the one who asks alone, as far as one knows. */
  readonly isPrivate: boolean;
}

/**
 * Runs a command for somebody, in their server's library: what everybody sees is in the server's language where it
 * has chosen one, what they see alone in their own.
 */
export async function answerIn(
  room: Planning,
  interaction: IncomingInteraction,
  { name, options, isPrivate }: Wanted,
  locale: Locale,
): Promise<Plan> {
  const where = await whereaboutsOf(room.curator, interaction);
  const owner = userOf(interaction);
  const who = { user: owner, channel: interaction.channel_id };
  const asking = { ...askedIn(where), chosen: room.recollection.chosenBy(who) };
  const run = (language: Locale) =>
    replyFrom(room.engine, { kind: 'run', name, options, reader: readerOf(room, language), ...asking });
  let language = isPrivate ? locale : (where.publicLocale ?? locale);
  let reply = await run(language);
  if (reply.visibility === 'private' && language !== locale) {
    language = locale;
    reply = await run(language);
  }
  room.recollection.remember(who, reply.asked);
  const question = questionOf(reply, String(options.question ?? ''));
  if (reply.refused === true) room.metrics.refused();
  noteUnanswered(room, where, reply, question);
  const notMeant = offersNotMeant(reply, where) ? question : '';
  const audience = reply.visibility;
  return { kind: 'answer', message: renderCard(reply, { locale: language, owner, audience, notMeant }) };
}

/** A question as it was understood, else as it was typed, without the people that it names by their mark: it may be kept. */
export function questionOf({ asked }: Reply, typed: string): string {
  const understood = asked?.question ?? '';
  return withoutAddressed(understood === '' ? typed : understood);
}

/** Whether somebody may say that an answer was not what they meant: where that is kept. */
export function offersNotMeant({ asked, refused }: Reply, { keepsUnanswered }: Whereabouts): boolean {
  return keepsUnanswered === true && asked !== undefined && refused !== true;
}

/**
 * Keeps what found no answer, where the server wants that; nobody waits for it.
 * @param question as it was understood, where it was one
 */
export function noteUnanswered(
  { curator }: Pick<Planning, 'curator'>,
  { server, keepsUnanswered }: Whereabouts,
  { refused, unanswered }: Reply,
  question: string,
): void {
  if (server === undefined || keepsUnanswered !== true) return;
  const questions = unanswered?.map(withoutAddressed) ?? (refused === true ? [question] : []);
  for (const one of questions) void curator?.note(server, one, 'not answered');
}
