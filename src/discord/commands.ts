import type { Command } from '../chat/command.ts';
import { type Completion, complete } from '../chat/complete.ts';
import { runCommand } from '../chat/run.ts';
import { type IncomingCommand, type IncomingCompletion, localeOfReader, userOf } from './incoming.ts';
import { withoutInvisible } from './invisible.ts';
import type { Plan } from './plan.ts';
import { renderCard } from './render/card.ts';
import { contextFor, type Room } from './room.ts';

/** Runs a slash or message command. Mistakes of the user's are answers; what is thrown is a bug. */
export function planCommand(room: Room, interaction: IncomingCommand): Plan {
  const locale = localeOfReader(interaction);
  const command = commandNamed(room.commands, interaction.data.name);
  const reply = runCommand(
    room.commands,
    command?.name ?? interaction.data.name,
    optionsOf(interaction),
    contextFor(room, locale),
  );
  if (reply.refused === true) room.metrics.refused();
  return {
    kind: 'answer',
    message: renderCard(reply, { locale, owner: userOf(interaction), audience: reply.visibility }),
  };
}

/** Whether the answer will be for the person who asks alone, as far as one can know before it is made. */
export function expectsPrivacy(room: Room, interaction: IncomingCommand): boolean {
  const { private: wish } = optionsOf(interaction);
  if (typeof wish === 'boolean') return wish;
  return commandNamed(room.commands, interaction.data.name)?.visibility === 'private';
}

/** Suggestions for the option that is being typed; none for one that has none. */
export function planCompletion(room: Room, interaction: IncomingCompletion): Plan {
  return { kind: 'suggest', completions: completionsFor(room, interaction) };
}

function completionsFor(room: Room, interaction: IncomingCompletion): readonly Completion[] {
  const { data } = interaction;
  const focused = data.options.find((option) => option.focused === true);
  const option = commandNamed(room.commands, data.name)?.options.find(({ name }) => name === focused?.name);
  if (focused === undefined || option === undefined) return [];
  const others = Object.fromEntries(
    data.options.filter((other) => other !== focused).map(({ name, value }) => [name, value]),
  );
  return complete(option, String(focused.value ?? ''), others, contextFor(room, localeOfReader(interaction)));
}

/** A message command is shown under its English name, a slash command under its own. */
function commandNamed(commands: readonly Command[], name: string): Command | undefined {
  return commands.find((command) => command.name === name || (command.kind === 'message' && command.names.en === name));
}

/** A message command's only option is the text of the message it is used on. */
function optionsOf({ data }: IncomingCommand): Record<string, unknown> {
  if (data.target_id !== undefined)
    return { text: withoutInvisible(data.resolved?.messages[data.target_id]?.content ?? '') };
  return Object.fromEntries(data.options.map(({ name, value }) => [name, value]));
}
