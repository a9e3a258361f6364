import type { CommandDefinition } from '../chat/command.ts';
import type { Completion } from '../chat/complete.ts';
import { TookTooLong } from '../engine/engine.ts';
import { StoreUnavailable } from '../store/store.ts';
import { answerIn } from './answers.ts';
import { type IncomingCommand, type IncomingCompletion, localeOfReader } from './incoming.ts';
import { isForLibrary } from './library.ts';
import { wordsOfMessage } from './message-words.ts';
import type { Plan } from './plan.ts';
import { type Planning, type Room, readerOf } from './room.ts';
import { askedIn, whereaboutsOf } from './whereabouts.ts';

/** Runs a slash or message command. Mistakes of the user's are answers; what is thrown is a bug. */
export async function planCommand(room: Planning, interaction: IncomingCommand): Promise<Plan> {
  const locale = localeOfReader(interaction);
  const { name } = commandNamed(room.engine.commands, interaction.data.name) ?? interaction.data;
  const isPrivate = expectsPrivacy(room, interaction);
  return answerIn(room, interaction, { name, options: optionsOf(interaction), isPrivate }, locale);
}

/** Whether the answer will be for the person who asks alone, as far as one can know before it is made. */
export function expectsPrivacy(room: Planning, interaction: IncomingCommand): boolean {
  if (isForLibrary(interaction)) return true;
  const wish = interaction.data.options.find(({ name }) => name === 'private')?.value;
  if (typeof wish === 'boolean') return wish;
  return commandNamed(room.engine.commands, interaction.data.name)?.visibility === 'private';
}

/** Suggestions for the option that is being typed; none for one that has none. */
export async function planCompletion(room: Room, interaction: IncomingCompletion): Promise<Plan> {
  return { kind: 'suggest', completions: await completionsFor(room, interaction) };
}

async function completionsFor(room: Room, interaction: IncomingCompletion): Promise<readonly Completion[]> {
  const { engine, curator } = room;
  const { data } = interaction;
  const focused = data.options.find((option) => option.focused === true);
  const command = commandNamed(engine.commands, data.name);
  if (focused === undefined || command === undefined) return [];
  const others = Object.fromEntries(
    data.options.filter((other) => other !== focused).map(({ name, value }) => [name, value]),
  );
  const call = {
    kind: 'complete',
    command: command.name,
    option: focused.name,
    typed: String(focused.value ?? ''),
    others,
    reader: readerOf(room, localeOfReader(interaction)),
    ...askedIn(await whereaboutsOf(curator, interaction)),
  } as const;
  return engine.call(call).catch(noneInTime);
}

/** Whoever types on is better served by no suggestions than by late ones. */
function noneInTime(error: unknown): readonly Completion[] {
  if (error instanceof TookTooLong || error instanceof StoreUnavailable) return [];
  throw error;
}

/** A message command is shown under its English name, a slash command under its own. */
function commandNamed(commands: readonly CommandDefinition[], name: string): CommandDefinition | undefined {
  return commands.find((command) => command.name === name || (command.kind === 'message' && command.names.en === name));
}

/** A message command is given the message it is used on, of which nothing was typed. */
function optionsOf({ data, application_id }: IncomingCommand): Record<string, unknown> {
  if (data.target_id === undefined) return Object.fromEntries(data.options.map(({ name, value }) => [name, value]));
  const message = data.resolved?.messages[data.target_id];
  return message === undefined ? { text: '' } : { text: '', message: wordsOfMessage(message, application_id) };
}
