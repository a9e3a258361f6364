import type { Locale } from '../chat/locale.ts';
import type { Curator } from '../curation/curator.ts';
import type { Standing } from '../curation/standing.ts';
import { type IncomingInteraction, serverOf } from './incoming.ts';

/** Whose library is asked, and how answers are given there. Empty in direct messages, and where somebody uses the bot for themselves. */
export interface Whereabouts {
  readonly server?: string;
  /** The article that questions in this channel go to. */
  readonly bound?: string;
  /** The language of what everybody sees; the reader's own where undefined. */
  readonly publicLocale?: Locale;
  /** Whether questions that find no answer are kept. */
  readonly keepsUnanswered?: boolean;
}

/** Where an interaction comes from. */
export async function whereaboutsOf(
  curator: Curator | undefined,
  interaction: IncomingInteraction,
): Promise<Whereabouts> {
  const { channel_id, channel } = interaction;
  const server = serverOf(interaction);
  if (server === undefined) return {};
  return whereaboutsIn(server, [channel_id, channel?.parent_id], await curator?.standings.soon(server));
}

/**
 * What is so in a channel of a server.
 * @param channels the channel, and the one that it is a thread or a post of
 */
export function whereaboutsIn(
  server: string,
  channels: readonly (string | undefined)[],
  standing: Standing | undefined,
): Whereabouts {
  if (standing === undefined) return { server };
  const { settings, bindings } = standing;
  // A thread has the id of the message that it was started from.
  const [bound] = channels.flatMap((channel) => bindings.get(channel ?? '') ?? []);
  return {
    server,
    ...(bound !== undefined && { bound }),
    ...(settings.publicLocale !== undefined && { publicLocale: settings.publicLocale }),
    keepsUnanswered: settings.keepsUnanswered,
  };
}

/** What the engine is told of it. */
export function askedIn({ server, bound }: Whereabouts): { readonly server?: string; readonly bound?: string } {
  return { ...(server !== undefined && { server }), ...(bound !== undefined && { bound }) };
}
