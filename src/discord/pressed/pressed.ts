import { MessageFlags } from 'discord.js';
import type { Locale } from '../../chat/locale.ts';
import type { Reply } from '../../chat/reply.ts';
import { type IncomingComponent, type IncomingForm, userOf } from '../incoming.ts';
import type { Plan } from '../plan.ts';
import { renderCard } from '../render/card.ts';

/** A component that somebody pressed. */
export interface Pressed {
  readonly interaction: IncomingComponent;
  /** Who asked for the card that it stands on. */
  readonly owner: string;
  /** Of the one who pressed it. */
  readonly locale: Locale;
}

/** Whether the message that a component stands in is shown to one person alone. */
export function isShownToOne({ message }: IncomingComponent): boolean {
  return (message.flags & MessageFlags.Ephemeral) !== 0;
}

/** A reply that only the one who pressed sees; the card stays as it is. */
export function privately(reply: Reply, interaction: IncomingComponent | IncomingForm, locale: Locale): Plan {
  return { kind: 'answer', message: renderCard(reply, { locale, owner: userOf(interaction), audience: 'private' }) };
}
