import { tooLongReply } from '../chat/failure.ts';
import type { Reader } from '../chat/reader.ts';
import { type Engine, TookTooLong } from '../engine/engine.ts';
import { jsonLine } from '../json-line.ts';
import { answerJson, tooLongJson } from './answer-json.ts';
import { convertedNote } from './chat.ts';
import { readLines } from './lines.ts';
import { renderReply } from './render.ts';
import { styleFor } from './style.ts';

/** What `ask` was told on the command line. */
export interface AskMode {
  readonly engine: Engine;
  readonly reader: Reader;
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
  for await (const question of questions)
    mode.write(await (mode.json ? asJson(question, mode) : asText(question, mode)));
}

async function asJson(question: string, { engine, limit, reader: { locale } }: AskMode): Promise<string> {
  const answered = await unlessTooLong(engine.call({ kind: 'answer', question, limit }));
  return jsonLine(answered === undefined ? tooLongJson(question, locale) : answerJson(question, answered, locale));
}

async function asText(question: string, { engine, reader, coloured }: AskMode): Promise<string> {
  const answered = await unlessTooLong(engine.call({ kind: 'run', name: 'ask', options: { question }, reader }));
  const reply = answered ?? tooLongReply(reader.locale);
  return `${renderReply(reply, styleFor(coloured), convertedNote(reader.locale)).join('\n')}\n`;
}

async function unlessTooLong<Result>(answer: Promise<Result>): Promise<Result | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof TookTooLong) return undefined;
    throw error;
  }
}
