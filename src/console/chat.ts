import { createInterface } from 'node:readline';
import { failureReply, newErrorId, noticeReply, tooLongReply } from '../chat/failure.ts';
import type { Locale } from '../chat/locale.ts';
import type { Before, Reply, Target } from '../chat/reply.ts';
import { textsIn } from '../chat/texts/texts.ts';
import { readTyped } from '../chat/typed.ts';
import { LIBRARY } from '../curation/command.ts';
import { TookTooLong } from '../engine/engine.ts';
import { errorFields } from '../log.ts';
import { picturedIn, readPictureLine, type Studio, savePicture } from './picture.ts';
import { ALL, renderReply } from './render.ts';
import { type Style, showsColour, styleFor } from './style.ts';
import { consoleTexts } from './texts.ts';
import { visible } from './visible.ts';

/** What the terminal chat is given. */
export interface Terminal extends Studio {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The link to the page that is served beside it. */
  readonly page?: string;
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
  let known: Known = {};
  for await (const line of lines) {
    const answered = await answerLine(line, known, terminal, style);
    ({ known } = answered);
    for (const text of answered.lines) output.write(`${text}\n`);
    if (interactive) lines.prompt();
  }
  if (interactive) output.write('\n');
}

function welcome({ output, reader, engine, page }: Terminal): void {
  const texts = consoleTexts[reader.locale];
  const { articles } = engine.holdings;
  const titles = articles.slice(0, 3).map(({ title }) => `《${visible(title)}》`);
  const more = articles.length > titles.length ? ` +${articles.length - titles.length}` : '';
  const first = articles.length === 0 ? texts.noArticles : texts.welcome(titles.join('') + more);
  const lines = [first, texts.token, texts.help];
  output.write(`${lines.join('\n')}\n\n${page === undefined ? '' : `${texts.page(page)}\n\n`}`);
}

/** So long an article that was chosen is the one that is asked. Milliseconds. */
const CHOSEN_MS = 15 * 60_000;

/** What was said before, as far as what is said next may go on from it. */
interface Known {
  readonly before?: Before | undefined;
  /** The hash of the article that was chosen, and when: by the clock of `performance.now()`. */
  readonly chosen?: { readonly hash: string; readonly at: number } | undefined;
  /** What a picture can be made of. */
  readonly pictured?: Target | undefined;
}

/** What is written to a line, and what is known after it. */
interface Answered {
  readonly lines: readonly string[];
  readonly known: Known;
}

async function answerLine(line: string, known: Known, terminal: Terminal, style: Style): Promise<Answered> {
  const { engine, reader } = terminal;
  const { before } = known;
  const wanted = readPictureLine(line);
  if (wanted !== undefined) {
    const reply = await savePicture(wanted, known.pictured, terminal);
    return { lines: linesOf(reply, terminal, style), known };
  }
  if (line.trim().toLowerCase() === ALL && before !== undefined) return askAll(before.question, terminal, style);
  const read = readTyped(line, engine.commands);
  if (read.kind === 'blank') return { lines: [], known };
  if (read.kind === 'help') return { lines: [consoleTexts[reader.locale].help, ''], known };
  const { name, options } = read;
  const here = saidHere(name, terminal);
  if (here !== undefined) return { lines: linesOf(noticeReply(here), terminal, style), known };
  const chosen =
    known.chosen !== undefined && performance.now() - known.chosen.at <= CHOSEN_MS ? known.chosen : undefined;
  const reply = await engine
    .call({ kind: 'run', name, options, reader, chosen: chosen?.hash, ...(before !== undefined && { before }) })
    .catch((error: unknown) => failed(error, name, terminal));
  const chose = reply.chose === undefined ? chosen : { hash: reply.chose, at: performance.now() };
  return { lines: linesOf(reply, terminal, style), known: goingOn(reply, { ...known, chosen: chose }) };
}

/** What the terminal itself says to a command: elsewhere articles come in another way. */
function saidHere(name: string, { engine, reader }: Terminal): string | undefined {
  const texts = consoleTexts[reader.locale];
  if (name.toLowerCase() === LIBRARY.name) return texts.noLibrary;
  return engine.holdings.articles.length === 0 ? texts.noArticles : undefined;
}

/** What is known after a reply. */
function goingOn(reply: Reply, known: Known): Known {
  // Of several passages none is meant, and what was quoted before them is not the last quotation any longer.
  const isQuotation = reply.blocks.some(({ kind }) => kind === 'quotation');
  return {
    ...known,
    before: reply.asked ?? known.before,
    pictured: isQuotation ? picturedIn(reply) : known.pictured,
  };
}

/** The last question, asked of all articles: none is chosen any longer. */
async function askAll(question: string, terminal: Terminal, style: Style): Promise<Answered> {
  const reply = await terminal.engine
    .call({ kind: 'pick', question, reader: terminal.reader })
    .catch((error: unknown) => failed(error, 'ask', terminal));
  return { lines: linesOf(reply, terminal, style), known: goingOn(reply, {}) };
}

function linesOf(reply: Reply, { reader: { locale } }: Terminal, style: Style): string[] {
  return [...renderReply(reply, style, convertedNote(locale)), ''];
}

function failed(error: unknown, command: string, { log, reader: { locale } }: Terminal): Reply {
  if (error instanceof TookTooLong) return tooLongReply(locale);
  const errorId = newErrorId();
  log.error('command failed', { errorId, command, ...errorFields(error) });
  return failureReply(errorId, locale);
}

/** Readers of one script see the other converted; which way is clear from their language. */
export function convertedNote(locale: Locale): string {
  return textsIn(locale).converted(locale === 'zh-TW' ? 'hans' : 'hant');
}
