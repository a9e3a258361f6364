import type { Aside, BlockOfMessage } from '../chat/checking/message.ts';
import { mayClose, mayOpen } from './emphasis.ts';
import { linkLength, targetLength } from './markup-links.ts';

/**
 * A stretch of a message's markdown. All stretches joined are the message.
 * `words` are what a reader sees as text; `struck` are words that are crossed out; `markup` is
 * what only says how words are set; the others are things that are no words.
 */
export interface MarkdownPiece {
  readonly raw: string;
  readonly kind: 'words' | 'struck' | 'markup' | Extract<Aside, 'link' | 'mention' | 'emoji' | 'time'>;
  readonly block: BlockOfMessage;
}

type Kind = MarkdownPiece['kind'];

/** Mentions of people, roles, channels, commands and parts of a server, as clients read them; each bounded. */
const MENTION =
  /<(?:@[!&]?\d{1,24}|#\d{1,24}|\/[^<>:\n]{1,100}:\d{1,24}|id:[a-z-]{1,20}(?::\d{1,24})?)>|@(?:everyone|here)(?![\w-])/y;
const EMOJI = /<a?:\w{1,32}:\d{1,24}>/y;
const TIME = /<t:-?\d{1,17}(?::[A-Za-z])?>/y;
const ANGLED_LINK = /<(?:[a-z]{3,10}:\/\/|mailto:|tel:|sms:)[^\s<>]{1,2048}>/iy;
const ESCAPABLE = /[!-/:-@[-`{-~]/;

/** What begins a line and says how it is set. */
const QUOTE = /> /y;
const REST_QUOTED = />>> /y;
const SUBTEXT = /-# +/y;
const HEADING = /#{1,3} +/y;
const BULLET = / {0,20}(?:[-*+]|\d{1,4}\.) +(?=\S)/y;
/** A language stands behind the opening fence where a line of code follows. */
const LANGUAGE = /[\w+#.-]{0,20}\n/y;

/** Marks that come in pairs around words; what stands alone is text. Longer ones first. */
const PAIRED = ['**', '__', '~~', '||', '*', '_'] as const;

/** What the message is read into: one pass over it, each step bounded or never looked at twice. */
interface Reading {
  readonly text: string;
  readonly pieces: { raw: string; kind: Kind; block: BlockOfMessage }[];
  /** Offsets of runs of backticks by their length, in order, and the next to look at. */
  readonly ticks: Ticks;
  /** Marks that may still be closed in this block: which piece each is. */
  open: Map<string, number>;
  /** Brackets that may be a masked link's. */
  brackets: number[];
  at: number;
  block: BlockOfMessage;
  /** Everything to the end is quoted. */
  isQuotedToEnd: boolean;
}

/**
 * Reads a message as Discord's clients do, by its own syntax: what is shown as text, what is
 * markup, and what stands for something else. Linear in the length of the message.
 */
export function readMarkdown(text: string): MarkdownPiece[] {
  const reading: Reading = {
    text,
    pieces: [],
    ticks: ticksIn(text),
    open: new Map(),
    brackets: [],
    at: 0,
    block: 'plain',
    isQuotedToEnd: false,
  };
  beginLine(reading);
  while (reading.at < text.length) readNext(reading);
  return merged(reading.pieces);
}

function readNext(reading: Reading): void {
  const character = reading.text.charAt(reading.at);
  if (character === '\n') endLine(reading);
  else if (character === '\\' && ESCAPABLE.test(reading.text.charAt(reading.at + 1))) {
    push(reading, 'markup', 1);
    push(reading, 'words', 1);
  } else if (character === '`') readCode(reading);
  else if (character === '<' || character === '@') readAngled(reading);
  else if (character === '[' || character === ']') readBracket(reading);
  else if (/[hsd]/i.test(character)) readLink(reading);
  else if (/[*_~|]/.test(character)) readMark(reading);
  else push(reading, 'words', Math.max(1, lengthOf(PLAIN, reading)));
}

/** Nothing in it begins anything. */
const PLAIN = /[^\n\\`<@[\]hsdHSD*_~|]+/y;

/** Takes so many characters off the text. */
function push(reading: Reading, kind: Kind, length: number): void {
  const { text, at, block } = reading;
  reading.pieces.push({ raw: text.slice(at, at + length), kind, block });
  reading.at += length;
}

/** How many characters a sticky expression matches here; 0 where it does not. */
function lengthOf(pattern: RegExp, { text, at }: Reading): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

function endLine(reading: Reading): void {
  const before = reading.block;
  push(reading, 'words', 1);
  beginLine(reading);
  // A mark is closed in its own paragraph or not at all.
  if (reading.block !== before || reading.text.charAt(reading.at) === '\n') forgetMarks(reading);
}

function forgetMarks(reading: Reading): void {
  reading.open = new Map();
  reading.brackets = [];
}

/** Reads what begins a line: a quotation first, and in it what may stand in any line. */
function beginLine(reading: Reading): void {
  reading.block = reading.isQuotedToEnd ? 'quote' : 'plain';
  if (!reading.isQuotedToEnd) {
    const rest = lengthOf(REST_QUOTED, reading);
    const quote = rest > 0 ? rest : lengthOf(QUOTE, reading);
    if (quote > 0) {
      reading.block = 'quote';
      reading.isQuotedToEnd = rest > 0;
      push(reading, 'markup', quote);
    }
  }
  for (const [pattern, block] of [
    [SUBTEXT, 'subtext'],
    [HEADING, 'heading'],
    [BULLET, 'bullet'],
  ] as const) {
    const length = lengthOf(pattern, reading);
    if (length === 0) continue;
    if (reading.block === 'plain') reading.block = block;
    push(reading, 'markup', length);
    return;
  }
}

function readAngled(reading: Reading): void {
  for (const [pattern, kind] of [
    [MENTION, 'mention'],
    [EMOJI, 'emoji'],
    [TIME, 'time'],
    [ANGLED_LINK, 'link'],
  ] as const) {
    const length = lengthOf(pattern, reading);
    if (length > 0) {
      push(reading, kind, length);
      return;
    }
  }
  push(reading, 'words', 1);
}

function readLink(reading: Reading): void {
  const length = linkLength(reading.text, reading.at);
  push(reading, length > 0 ? 'link' : 'words', Math.max(1, length));
}

/** `[words](https://…)`: the words are words. */
function readBracket(reading: Reading): void {
  if (reading.text.charAt(reading.at) === '[') {
    reading.brackets.push(reading.pieces.length);
    push(reading, 'words', 1);
    return;
  }
  const opened = reading.brackets.pop();
  const target = opened === undefined ? 0 : targetLength(reading.text, reading.at);
  if (opened === undefined || target === 0) {
    push(reading, 'words', 1);
    return;
  }
  const bracket = reading.pieces[opened];
  if (bracket !== undefined) bracket.kind = 'markup';
  push(reading, 'link', target);
}

/** A mark that was opened and is now closed makes markup of both; whatever is struck between them is marked as such. */
function readMark(reading: Reading): void {
  const mark = PAIRED.find((candidate) => reading.text.startsWith(candidate, reading.at));
  if (mark === undefined) {
    push(reading, 'words', 1);
    return;
  }
  const opened = reading.open.get(mark);
  const { text, at } = reading;
  const [before, behind] = [text.charAt(at - 1), text.charAt(at + mark.length)];
  if (opened !== undefined && opened < reading.pieces.length - 1 && mayClose(mark, before, behind)) {
    const first = reading.pieces[opened];
    if (first !== undefined) first.kind = 'markup';
    if (mark === '~~') strike(reading.pieces, opened + 1);
    push(reading, 'markup', mark.length);
    reading.open.delete(mark);
    return;
  }
  if (mayOpen(mark, before, behind)) reading.open.set(mark, reading.pieces.length);
  push(reading, 'words', mark.length);
}

function strike(pieces: Reading['pieces'], from: number): void {
  for (const piece of pieces.slice(from)) if (piece.kind === 'words') piece.kind = 'struck';
}

type Ticks = ReadonlyMap<number, { readonly offsets: readonly number[]; next: number }>;

function ticksIn(text: string): Ticks {
  const ticks = new Map<number, { offsets: number[]; next: number }>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const known = ticks.get(run.length) ?? { offsets: [], next: 0 };
    known.offsets.push(index);
    ticks.set(run.length, known);
  }
  return ticks;
}

/** Code, inline or a block: its words are words, and nothing in it is markup. */
function readCode(reading: Reading): void {
  const { text, at } = reading;
  let length = 1;
  while (text.charAt(at + length) === '`') length += 1;
  const end = closingTicks(reading, length);
  if (end === undefined) {
    push(reading, 'words', length);
    return;
  }
  push(reading, 'markup', length);
  const { block } = reading;
  if (length === 3) {
    const language = lengthOf(LANGUAGE, reading);
    if (language > 0 && reading.at + language < end) push(reading, 'markup', language);
    reading.block = block === 'quote' ? 'quote' : 'code';
  }
  if (end > reading.at) push(reading, 'words', end - reading.at);
  push(reading, 'markup', length);
  reading.block = block;
}

/** The next run of as many backticks; looked for from where the last search ended. */
function closingTicks({ ticks, at }: Reading, length: number): number | undefined {
  const known = ticks.get(length);
  if (known === undefined) return undefined;
  while ((known.offsets[known.next] ?? Number.POSITIVE_INFINITY) <= at) known.next += 1;
  return known.offsets[known.next];
}

/** Neighbours alike are one. */
function merged(pieces: readonly MarkdownPiece[]): MarkdownPiece[] {
  const all: { raw: string[]; kind: Kind; block: BlockOfMessage }[] = [];
  for (const { raw, kind, block } of pieces) {
    const last = all.at(-1);
    // Two things beside each other stay two.
    const isText = kind === 'words' || kind === 'struck' || kind === 'markup';
    if (isText && last?.kind === kind && last.block === block) last.raw.push(raw);
    else all.push({ raw: [raw], kind, block });
  }
  return all.map(({ raw, ...piece }) => ({ ...piece, raw: raw.join('') }));
}
