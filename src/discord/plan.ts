import { InteractionResponseType, MessageFlags } from 'discord.js';
import type { Completion } from '../chat/complete.ts';
import type { InteractionResponse } from './acknowledge.ts';
import type { OutgoingMessage } from './render/message.ts';

/** What is to be done about an interaction. */
export type Plan =
  /** A message of its own. */
  | { readonly kind: 'answer'; readonly message: OutgoingMessage }
  /** The message that the component stands in becomes this one. */
  | { readonly kind: 'update'; readonly message: OutgoingMessage }
  /** The message that the component stands in goes away. */
  | { readonly kind: 'delete' }
  | { readonly kind: 'suggest'; readonly completions: readonly Completion[] };

/** A plan as the first answer to the interaction. */
export function responseOf(plan: Plan): InteractionResponse {
  switch (plan.kind) {
    case 'answer':
      return {
        type: InteractionResponseType.ChannelMessageWithSource,
        data: plan.message.body,
        files: plan.message.files,
      };
    case 'update':
      return { type: InteractionResponseType.UpdateMessage, data: updateOf(plan.message), files: plan.message.files };
    case 'delete':
      return { type: InteractionResponseType.DeferredMessageUpdate };
    case 'suggest': {
      const choices = plan.completions.map(({ label, value }) => ({ name: label, value }));
      return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } };
    }
  }
}

/** Says that the answer is coming, and to whom it will show. */
export function deferral(isPrivate: boolean): InteractionResponse {
  return {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: { flags: isPrivate ? MessageFlags.Ephemeral : 0 },
  };
}

/** The same message in the place of another: files of the old one go, and who sees it cannot change. */
export function updateOf({ body, files }: OutgoingMessage) {
  return {
    ...body,
    flags: body.flags & ~MessageFlags.Ephemeral,
    attachments: files.map(({ name }, id) => ({ id, filename: name })),
  };
}
