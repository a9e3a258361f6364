import { mayClose, mayOpen } from '../../../discord/emphasis.ts';
import { linkLength, targetLength } from '../../../discord/markup-links.ts';

/** What stands in a line, as Discord reads it. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'styled'; readonly style: InlineStyle; readonly content: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly content: readonly Inline[] }
  | { readonly kind: 'mention'; readonly of: Mentioned; readonly name: string }
  | { readonly kind: 'emoji'; readonly name: string }
  | { readonly kind: 'time'; readonly seconds: number; readonly format: string };

export type InlineStyle = 'bold' | 'italic' | 'underline' | 'struck' | 'spoiler';
export type Mentioned = 'user' | 'role' | 'channel' | 'command' | 'everyone' | 'place';

/** Marks that stand around words; longer ones are looked for first. */
const MARKS: Readonly<Record<string, InlineStyle>> = {
  '**': 'bold',
  __: 'underline',
  '~~': 'struck',
  '||': 'spoiler',
  '*': 'italic',
  _: 'italic',
};
const BRACKET = '[';
const ESCAPABLE = /[!-/:-@[-`{-~]/;

/** Things in angles, each bounded, and what becomes of them. */
const ANGLED: readonly [RegExp, (found: RegExpExecArray) => Inline][] = [
  [/<@!?(\d{1,24})>/y, ([, id = '']) => ({ kind: 'mention', of: 'user', name: id })],
  [/<@&(\d{1,24})>/y, ([, id = '']) => ({ kind: 'mention', of: 'role', name: id })],
  [/<#(\d{1,24})>/y, ([, id = '']) => ({ kind: 'mention', of: 'channel', name: id })],
  [/<\/([^<>:\n]{1,100}):\d{1,24}>/y, ([, name = '']) => ({ kind: 'mention', of: 'command', name })],
  [/<id:([a-z-]{1,20})(?::\d{1,24})?>/y, ([, name = '']) => ({ kind: 'mention', of: 'place', name })],
  [/@(everyone|here)(?![\w-])/y, ([, name = '']) => ({ kind: 'mention', of: 'everyone', name })],
  [/<a?:(\w{1,32}):\d{1,24}>/y, ([, name = '']) => ({ kind: 'emoji', name })],
  [
    /<t:(-?\d{1,17})(?::([A-Za-z]))?>/y,
    ([, seconds, format = 'f']) => ({ kind: 'time', seconds: Number(seconds), format }),
  ],
  [/<(https?:\/\/[^\s<>]{1,2048})>/iy, ([, url = '']) => linkTo(url, [{ kind: 'text', text: url }])],
];

/** What was opened and may still be closed, with what stands behind the mark so far. */
interface Frame {
  readonly mark: string;
  content: Inline[];
}

interface Reading {
  readonly text: string;
  at: number;
  /** The outermost first; the first of them is the whole and has no mark. */
  readonly frames: Frame[];
}

/** Nothing in it begins anything. */
const PLAIN = /[^\\`<@[\]hH*_~|]+/y;

/**
 * Reads a text without looking at what begins its lines. One pass; what is opened and not closed is text.
 * Takes time in proportion to the text, but for open brackets, which a closing mark is looked for among.
 */
export function readInline(text: string): Inline[] {
  const reading: Reading = { text, at: 0, frames: [{ mark: '', content: [] }] };
  while (reading.at < text.length) readNext(reading);
  closeAbove(reading, 0);
  return reading.frames[0]?.content ?? [];
}

function readNext(reading: Reading): void {
  const { text, at } = reading;
  const character = text.charAt(at);
  if (character === '\\' && ESCAPABLE.test(text.charAt(at + 1))) {
    reading.at += 1;
    addText(reading, 1);
  } else if (character === '`') readCode(reading);
  else if (character === '<' || character === '@') readAngled(reading);
  else if (character === '[') open(reading, BRACKET);
  else if (character === ']') readTarget(reading);
  else if (character === 'h' || character === 'H') readLink(reading);
  else if (/[*_~|]/.test(character)) readMark(reading);
  else addText(reading, Math.max(1, matchHere(PLAIN, reading)?.[0].length ?? 0));
}

function matchHere(pattern: RegExp, { text, at }: Reading): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Takes so many characters as text. */
function addText(reading: Reading, length: number): void {
  add(reading, { kind: 'text', text: reading.text.slice(reading.at, reading.at + length) });
  reading.at += length;
}

/** Neighbouring texts are one. */
function add({ frames }: Reading, piece: Inline): void {
  const content = frames.at(-1)?.content ?? [];
  const last = content.at(-1);
  if (piece.kind !== 'text' || last?.kind !== 'text') content.push(piece);
  else content[content.length - 1] = { kind: 'text', text: last.text + piece.text };
}

function open(reading: Reading, mark: string): void {
  reading.frames.push({ mark, content: [] });
  reading.at += mark.length;
}

/** What was opened above a frame and never closed becomes text in it. */
function closeAbove(reading: Reading, depth: number): void {
  for (const { mark, content } of reading.frames.splice(depth + 1)) {
    add(reading, { kind: 'text', text: mark });
    for (const piece of content) add(reading, piece);
  }
}

/** Backticks, closed by as many. */
function readCode(reading: Reading): void {
  const { text, at } = reading;
  const ticks = matchHere(/`+/y, reading)?.[0] ?? '`';
  const end = endOfCode(text, at + ticks.length, ticks.length);
  if (end === undefined) {
    addText(reading, ticks.length);
    return;
  }
  const code = text.slice(at + ticks.length, end);
  // A space between the marks and a backtick of the code is not shown.
  add(reading, { kind: 'code', text: code.replace(/^ (?=`)|(?<=`) $/g, '') });
  reading.at = end + ticks.length;
}

function endOfCode(text: string, from: number, length: number): number | undefined {
  for (let at = text.indexOf('`', from); at >= 0; ) {
    let end = at;
    while (text.charAt(end) === '`') end += 1;
    if (end - at === length) return at;
    at = text.indexOf('`', end);
  }
  return undefined;
}

function readAngled(reading: Reading): void {
  for (const [pattern, draw] of ANGLED) {
    const found = matchHere(pattern, reading);
    if (found === undefined) continue;
    add(reading, draw(found));
    reading.at += found[0].length;
    return;
  }
  addText(reading, 1);
}

function readLink(reading: Reading): void {
  const length = linkLength(reading.text, reading.at);
  if (length === 0) {
    addText(reading, 1);
    return;
  }
  const url = reading.text.slice(reading.at, reading.at + length);
  add(reading, linkTo(url, [{ kind: 'text', text: url }]));
  reading.at += length;
}

/** A link that leads to the web; anything else is its words alone. */
function linkTo(url: string, content: readonly Inline[]): Inline {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address !== undefined && /^https?:$/.test(address.protocol)) return { kind: 'link', url: address.href, content };
  return { kind: 'text', text: url };
}

/** `](https://…)`, behind the words that lead there. */
function readTarget(reading: Reading): void {
  const { text, at, frames } = reading;
  const opened = frames.findLastIndex(({ mark }) => mark === BRACKET);
  const length = opened < 0 ? 0 : targetLength(text, at);
  const content = opened < 0 ? undefined : frames[opened];
  if (length === 0 || content === undefined) {
    addText(reading, 1);
    return;
  }
  closeAbove(reading, opened);
  frames.pop();
  const target = text.slice(at + ']('.length, at + length - 1).trim();
  const url = /^<?([^\s<>]*)/.exec(target)?.[1] ?? '';
  const link = linkTo(url, content.content);
  if (link.kind === 'link') add(reading, link);
  else for (const piece of content.content) add(reading, piece);
  reading.at += length;
}

function readMark(reading: Reading): void {
  const { text, at, frames } = reading;
  const run = /^(?:\*{1,3}|_{1,3}|~~?|\|\|?)/.exec(text.slice(at, at + 3))?.[0] ?? '';
  const top = frames.at(-1)?.mark ?? '';
  // Of three at an end, what was opened last is closed first.
  const mark = run.length === 3 && top === run.charAt(0) ? top : longestMark(run);
  if (mark === undefined) {
    addText(reading, run.length);
    return;
  }
  const opened = frames.findLastIndex((frame) => frame.mark === mark);
  const [before, behind] = [text.charAt(at - 1), text.charAt(at + mark.length)];
  if (opened > 0 && mayClose(mark, before, behind) && closes(reading, opened)) {
    closeAbove(reading, opened);
    const content = frames.pop()?.content ?? [];
    add(reading, { kind: 'styled', style: MARKS[mark] ?? 'bold', content });
    reading.at += mark.length;
  } else if (mayOpen(mark, before, behind)) open(reading, mark);
  else addText(reading, mark.length);
}

function longestMark(run: string): string | undefined {
  return [run.slice(0, 2), run.slice(0, 1)].find((mark) => mark in MARKS);
}

/** Marks with nothing between them are text. */
function closes({ frames }: Reading, opened: number): boolean {
  return opened < frames.length - 1 || (frames[opened]?.content.length ?? 0) > 0;
}
