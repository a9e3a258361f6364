import { fold } from '../language/fold.ts';
import { cutsBytes, findGlosses, type GlossContext } from './gloss.ts';
import { findLostBytes } from './lost-byte.ts';
import { findPlaceholders } from './placeholder.ts';
import { applied } from './revision.ts';

/** A line of the decoded file that is not blank, without the white space at its edges. */
export interface Line {
  /** UTF-16 offset in the decoded file. */
  readonly at: number;
  /** As it stands in the file. */
  readonly text: string;
  /** Without pinyin glosses and what stands for characters that the page lacks. */
  readonly plain: string;
  /** `plain` in Simplified, half-width and lower case, of the same length: what patterns are matched against. */
  readonly folded: string;
}

/** What separates lines (a word processor's vertical tab too), and what pages put at their edges: white space of every width, signs of no width, pictures of an icon font. */
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
const EDGE = /[\s\u200b-\u200f\u2060\ufeff\ue000-\uf8ff]/;

/** A line as it stands in the file. */
export type StandingLine = Pick<Line, 'at' | 'text'>;

/** The lines of a file that hold anything, as they stand; blank lines carry no meaning, since pages set them at random. */
export function standingLines(decoded: string): StandingLine[] {
  const lines: StandingLine[] = [];
  let start = 0;
  const push = (end: number) => {
    const line = trimmed(decoded, start, end);
    if (line !== undefined) lines.push(line);
  };
  for (const { index, 0: lineBreak } of decoded.matchAll(LINE_BREAK)) {
    push(index);
    start = index + lineBreak.length;
  }
  push(decoded.length);
  return lines;
}

/** A part of a line, from `start` to `end`, as a line of its own; undefined when it is blank. */
export function partOf(line: Line, start: number, end: number, glosses: GlossContext): Line | undefined {
  const part = trimmed(line.text, start, end);
  return part && lineOf({ at: line.at + part.at, text: part.text }, glosses);
}

/** As `partOf`, by offsets in `plain`; a gloss goes with the character that it stands behind. */
export function partOfPlain(line: Line, start: number, end: number, glosses: GlossContext): Line | undefined {
  return partOf(line, inText(line, start, glosses), inText(line, end, glosses), glosses);
}

function inText({ text, plain }: Line, at: number, glosses: GlossContext): number {
  if (text.length === plain.length || at === 0) return at;
  let skipped = 0;
  for (const gloss of findGlosses(text, glosses)) {
    if (gloss.start - skipped > at) break;
    skipped += gloss.end - gloss.start;
  }
  return at + skipped;
}

/** A text without the white space and the signs of no width at its edges. Linear, as no pattern for an end is. */
export function withoutEdges(text: string): string {
  const [start, end] = insideEdges(text, 0, text.length);
  return text.slice(start, end);
}

function insideEdges(text: string, from: number, to: number): [number, number] {
  let [start, end] = [from, to];
  while (start < end && EDGE.test(text.charAt(start))) start += 1;
  while (end > start && EDGE.test(text.charAt(end - 1))) end -= 1;
  return [start, end];
}

function trimmed(text: string, from: number, to: number): StandingLine | undefined {
  const [start, end] = insideEdges(text, from, to);
  return start < end ? { at: start, text: text.slice(start, end) } : undefined;
}

/** @param glosses those of the article */
export function lineOf({ at, text }: StandingLine, glosses: GlossContext): Line {
  const unglossed = applied(text, findGlosses(text, glosses));
  const whole = applied(unglossed, findPlaceholders(unglossed, { indents: false }));
  // A title or a name in which a character was cut would be taken for neither.
  const isCut = whole.length < LONGEST_NAME && (cutsBytes(whole) || BYTE_ALONE.test(whole));
  const plain = isCut ? applied(whole, findLostBytes(whole, glosses)) : whole;
  return { at, text, plain, folded: fold(plain) };
}

/** A sign of the decoder's before a mark that may be none. */
const BYTE_ALONE = /[?\ufffd][，。；：！？、]/;
/** Lines of names, dates and titles are shorter. */
const LONGEST_NAME = 200;
