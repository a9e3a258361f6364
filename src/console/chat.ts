import { createInterface } from 'node:readline';
import type { Script } from '../article/article.ts';
import type { Command, Context } from '../chat/command.ts';
import { failureReply, newErrorId } from '../chat/failure.ts';
import type { Locale } from '../chat/locale.ts';
import { runCommand } from '../chat/run.ts';
import { textsIn } from '../chat/texts/texts.ts';
import type { Library } from '../library/library.ts';
import { errorFields, type Log } from '../log.ts';
import { readLine } from './input.ts';
import { renderReply } from './render.ts';
import { type Style, showsColour, styleFor } from './style.ts';
import { consoleTexts } from './texts.ts';
import { visible } from './visible.ts';

/** What the terminal chat is given. */
export interface Terminal {
  readonly commands: readonly Command[];
  /** The library as it stands at each line. */
  readonly library: () => Library;
  readonly locale: Locale;
  /** The script the reader is shown; undefined shows what was published. */
  readonly script: Script | undefined;
  readonly log: Log;
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Talks in the terminal until the input ends, over the same commands as Discord. On a
 * terminal with a prompt and a word of welcome; in a pipe only the answers. Ctrl-C and a
 * closed pipe end it quietly.
 */
export async function chatInTerminal(terminal: Terminal): Promise<void> {
  const { input, output } = terminal;
  const interactive = input.isTTY === true && output.isTTY === true;
  const style = styleFor(showsColour(output, terminal.environment));
  const lines = createInterface({ input, ...(interactive ? { output, prompt: '文摘 > ' } : {}) });
  lines.on('SIGINT', () => lines.close());
  if (interactive) welcome(terminal);
  lines.prompt();
  // The first answer loads tables; while the person reads the welcome there is time for that.
  if (interactive) setImmediate(() => terminal.library().ask(terminal.library().articles[0]?.title ?? ''));
  for await (const line of lines) {
    for (const reply of answerLine(line, terminal, style)) output.write(`${reply}\n`);
    if (interactive) lines.prompt();
  }
  if (interactive) output.write('\n');
}

function welcome({ output, locale, library }: Terminal): void {
  const texts = consoleTexts[locale];
  const { articles } = library();
  const titles = articles.slice(0, 3).map(({ title }) => `《${visible(title)}》`);
  const more = articles.length > titles.length ? ` +${articles.length - titles.length}` : '';
  output.write(`${texts.welcome(titles.join('') + more)}\n${texts.token}\n${texts.help}\n\n`);
}

function answerLine(line: string, terminal: Terminal, style: Style): string[] {
  const { commands, locale, script, log } = terminal;
  const read = readLine(line, commands);
  if (read.kind === 'blank') return [];
  if (read.kind === 'help') return [consoleTexts[locale].help, ''];
  const context: Context = { library: terminal.library(), locale, script };
  try {
    const reply = runCommand(commands, read.name, read.options, context);
    return [...renderReply(reply, style, convertedNote(locale)), ''];
  } catch (error) {
    const errorId = newErrorId();
    log.error('command failed', { errorId, command: read.name, ...errorFields(error) });
    return [...renderReply(failureReply(errorId, locale), style, ''), ''];
  }
}

/** Readers of one script see the other converted; which way is clear from their language. */
export function convertedNote(locale: Locale): string {
  return textsIn(locale).converted(locale === 'zh-TW' ? 'hans' : 'hant');
}
