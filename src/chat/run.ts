import { ZodError } from 'zod';
import type { Command, Context } from './command.ts';
import { mistakeReply } from './failure.ts';
import type { Reply } from './reply.ts';
import { textsIn } from './texts/texts.ts';
import { explainUnreadable } from './unreadable.ts';
import { UserError } from './user-error.ts';

/**
 * Runs a command by its name.
 * @param raw options as they came from the transport, by name
 * @returns what to show; a mistake of the user's is a private reply too
 * @throws only what is a bug: it rejects
 */
export async function runCommand(
  commands: readonly Command[],
  name: string,
  raw: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<Reply> {
  try {
    const command = commands.find((candidate) => candidate.name === name);
    if (command === undefined) throw new UserError(textsIn(context.locale).unknownCommand(name.slice(0, 60)));
    return await runWithOptions(command, raw, context);
  } catch (error) {
    if (error instanceof UserError) return mistakeReply(error, context.locale);
    throw error;
  }
}

async function runWithOptions(
  command: Command,
  raw: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<Reply> {
  try {
    return explainUnreadable(await command.run(raw, context), context.locale);
  } catch (error) {
    if (error instanceof ZodError) throw invalidOption(command, error, raw, context);
    throw error;
  }
}

/** What a schema refused, in words: which option, and whether it is missing, too long or plain wrong. */
function invalidOption(
  command: Command,
  error: ZodError,
  raw: Readonly<Record<string, unknown>>,
  context: Context,
): UserError {
  const texts = textsIn(context.locale);
  const name = String(error.issues[0]?.path[0] ?? '');
  const option = command.options.find((candidate) => candidate.name === name);
  const shown = option?.names[context.locale] ?? name;
  const { code } = error.issues[0] ?? {};
  if (code === 'too_big' && option?.maxLength !== undefined) {
    return new UserError(
      option.name === 'question' ? texts.questionTooLong(option.maxLength) : texts.textTooLong(option.maxLength),
    );
  }
  return new UserError(raw[name] === undefined ? texts.optionMissing(shown) : texts.invalidOption(shown));
}
