import { wordsAskedAbout } from '../verbatim/words-asked-about.ts';
import { starterCard } from './cards/starters.ts';
import type { Message } from './checking/message.ts';
import type { Command, Context } from './command.ts';
import { noticeReply } from './failure.ts';
import type { Reply } from './reply.ts';
import { runCommand } from './run.ts';
import { textsIn } from './texts/texts.ts';
import { readTyped } from './typed.ts';

/** The command of moderators, which has forms and files: it cannot be typed as text. */
const LIBRARY = /^[/／]library(?:\s|$)/iu;

/**
 * What a message to the bot is answered with: a command typed as text is carried out, whoever asks whether words
 * are the article's is told, everything else is a question.
 * @param text without those that it is addressed to
 * @param repliedTo the message that it replies to, where that was somebody's
 * @throws only what is a bug: it rejects
 */
export async function hear(
  text: string,
  repliedTo: Message | undefined,
  commands: readonly Command[],
  context: Context,
): Promise<Reply> {
  if (text.trim() === '') return starterCard(context);
  const asked = wordsAskedAbout(text);
  if (asked !== undefined && asked.words !== '')
    return runCommand(commands, 'find-in-article', { text: asked.words }, context);
  if (asked !== undefined && repliedTo !== undefined)
    return runCommand(commands, 'find-in-article', { text: '', message: repliedTo }, context);
  const typed = readTyped(text, commands);
  const isKnown = typed.kind === 'command' && commands.some(({ name }) => name === typed.name);
  if (isKnown) return runCommand(commands, typed.name, typed.options, context);
  if (LIBRARY.test(text.trim())) return noticeReply(textsIn(context.locale).libraryTyped());
  return runCommand(commands, 'ask', { question: text.replace(/^[/／]\s*/u, '') }, context);
}
