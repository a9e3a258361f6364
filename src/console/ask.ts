import type { Command, Context } from '../chat/command.ts';
import { runCommand } from '../chat/run.ts';
import { jsonLine } from '../json-line.ts';
import { answerJson } from './answer-json.ts';
import { convertedNote } from './chat.ts';
import { readLines } from './lines.ts';
import { renderReply } from './render.ts';
import { styleFor } from './style.ts';

/** What `ask` was told on the command line. */
export interface AskMode {
  readonly commands: readonly Command[];
  readonly context: Context;
  /** Undefined: one question per line of the input. */
  readonly question: string | undefined;
  readonly json: boolean;
  /** Passages at most, 1 to 20. */
  readonly limit: number;
  readonly coloured: boolean;
  readonly input: AsyncIterable<Uint8Array | string>;
  readonly write: (line: string) => void;
}

/** Answers one question, or each line of the input as it comes: a line of JSON each, or what a reader would see. */
export async function askMode(mode: AskMode): Promise<void> {
  const questions = mode.question === undefined ? readLines(mode.input) : [mode.question];
  for await (const question of questions) mode.write(mode.json ? asJson(question, mode) : asText(question, mode));
}

function asJson(question: string, { context, limit }: AskMode): string {
  return jsonLine(answerJson(question, context.library, limit, context.locale));
}

function asText(question: string, { commands, context, coloured }: AskMode): string {
  const reply = runCommand(commands, 'ask', { question }, context);
  return `${renderReply(reply, styleFor(coloured), convertedNote(context.locale)).join('\n')}\n`;
}
