import { type APIModalInteractionResponseCallbackData, InteractionResponseType, MessageFlags } from 'discord.js';
import type { Completion } from '../chat/complete.ts';
import type { InteractionResponse } from './acknowledge.ts';
import { attachmentsOf } from './outgoing-files.ts';
import { fitLabel } from './render/label.ts';
import type { OutgoingMessage } from './render/message.ts';

/** Discord's limit: https://docs.discord.com/developers/interactions/application-commands */
const CHOICE_NAME = 100;

/** What is to be done about an interaction. */
export type Plan = Told & {
  /** What is to be done once it has been told. */
  readonly afterwards?: () => Promise<void>;
};

type Told =
  /** A message of its own. */
  | { readonly kind: 'answer'; readonly message: OutgoingMessage }
  /** The message that the component stands in becomes this one. */
  | { readonly kind: 'update'; readonly message: OutgoingMessage }
  /** The message that the component stands in goes away. */
  | { readonly kind: 'delete' }
  /** Something to fill in: the first answer, or none at all. */
  | { readonly kind: 'form'; readonly form: APIModalInteractionResponseCallbackData }
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
    case 'form':
      return { type: InteractionResponseType.Modal, data: plan.form };
    case 'suggest': {
      const choices = choicesOf(plan.completions);
      return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } };
    }
  }
}

/** As they can be seen: a title may have in it what Discord takes out, and no two choices may look the same. */
function choicesOf(completions: readonly Completion[]) {
  const byName = new Map<string, { name: string; value: string }>();
  for (const { label, value } of completions) {
    const name = fitLabel(label, CHOICE_NAME);
    if (name !== undefined && !byName.has(name)) byName.set(name, { name, value });
  }
  return [...byName.values()];
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
    attachments: attachmentsOf(files),
  };
}
