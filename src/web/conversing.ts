import { readTyped } from '../chat/typed.ts';
import { planCommand } from '../discord/commands.ts';
import { planComponent } from '../discord/components.ts';
import { heardFrom } from '../discord/hearing.ts';
import { type IncomingInteraction, readInteraction } from '../discord/incoming.ts';
import type { Plan } from '../discord/plan.ts';
import { renderCard } from '../discord/render/card.ts';
import type { OutgoingMessage } from '../discord/render/message.ts';
import type { Planning } from '../discord/room.ts';
import type { Check, Outcome, Say, SentMessage, Use } from './api.ts';

/**
 * What the bot does on the page: what somebody does there is made into what Discord would have sent, and answered
 * by the bot's own code.
 */

/** Words said to the bot: a command that is typed is carried out as one that was chosen, all else is heard as a mention. */
export async function say(planning: Planning, user: string, { text, ...where }: Say): Promise<Outcome> {
  const typed = readTyped(text, planning.engine.commands);
  const isCommand = /^\s*[/／]/u.test(text) && typed.kind === 'command';
  if (isCommand && planning.engine.commands.some(({ name }) => name === typed.name)) {
    const options = Object.entries(typed.options).map(([name, value]) => ({ name, value }));
    return command(planning, user, where, { name: typed.name, options });
  }
  const who = { user, channel: where.channel };
  const heard = await heardFrom(planning, { who, text, cited: '', guildLocale: where.locale, server: where.shelf });
  if (heard.reply.refused === true) planning.metrics.refused();
  const message = renderCard(heard.reply, { locale: heard.locale, owner: user, audience: 'public' });
  return { kind: 'answer', message: sent(message) };
}

/** A button or a select that was used. */
export async function use(planning: Planning, user: string, { customId, values, flags, ...where }: Use) {
  const interaction = interactionOf(user, where, {
    type: 3,
    data: { custom_id: customId, values },
    message: { flags },
  });
  if (interaction?.type !== 3) throw new Error('a use that was checked is no interaction');
  return outcomeOf(await planComponent(planning, interaction));
}

/** The words of somebody's message, checked as from the message's menu. */
export async function check(planning: Planning, user: string, { text, ...where }: Check): Promise<Outcome> {
  const message = { content: text, author: { id: user } };
  return command(planning, user, where, {
    name: 'find-in-article',
    target_id: '1',
    resolved: { messages: { '1': message } },
  });
}

type Where = Pick<Say, 'channel' | 'locale' | 'shelf'>;

async function command(planning: Planning, user: string, where: Where, data: object): Promise<Outcome> {
  const interaction = interactionOf(user, where, { type: 2, data });
  if (interaction?.type !== 2) throw new Error('a command that was checked is no interaction');
  return outcomeOf(await planCommand(planning, interaction));
}

function interactionOf(
  user: string,
  { channel, locale, shelf }: Where,
  what: { readonly type: number; readonly data: object; readonly message?: object },
): IncomingInteraction | undefined {
  const common = { id: '1', token: '-', locale, channel_id: channel, user: { id: user } };
  // The shelf of an article that was laid down is a server's, where the bot is installed.
  const server = shelf === undefined ? {} : { guild_id: shelf, authorizing_integration_owners: { '0': shelf } };
  return readInteraction({ ...common, ...server, ...what });
}

function outcomeOf(plan: Plan): Outcome {
  if (plan.kind === 'suggest' || plan.kind === 'form') throw new Error(`the page has no ${plan.kind}`);
  return plan.kind === 'delete' ? { kind: 'delete' } : { kind: plan.kind, message: sent(plan.message) };
}

/** Bytes travel to the page as text. */
function sent({ body, files }: OutgoingMessage): SentMessage {
  return {
    body,
    files: files.map((file) =>
      'png' in file ? { name: file.name, base64: Buffer.from(file.png).toString('base64') } : file,
    ),
  };
}
