import { isSyllable, isTonedSyllable } from '../language/readings.ts';
import { normalCode } from './expected-text.ts';
import { isFigure } from './figures.ts';
import { type BytePair, pairOf } from './gbk.ts';
import type { GlossContext } from './gloss.ts';

/** A character of the line with the ways it may stand for bytes. */
export interface Unit {
  /** As it is read; of a byte that a gloss cut off, the decoder's sign with that gloss. */
  readonly character: string;
  /** The same as the counts know it (`normalCode`). */
  readonly code: number;
  /** Two bytes; of an ASCII character those of its full-width form, which may have been made half-width. */
  readonly pair: BytePair | undefined;
  /** The byte of a single-byte character. */
  readonly ascii: number | undefined;
  /** UTF-16 units that it takes up in the line, a gloss behind it included. */
  readonly length: number;
  /** A gloss that stands behind one byte, not behind a character (see split-gloss.ts). */
  readonly gloss?: ByteGloss;
  /** Whether that byte is unknown: the decoder put a sign for it. */
  readonly isCut?: boolean;
}

/** The letters of a gloss, and what is known of the page that has it. */
export interface ByteGloss {
  readonly latin: string;
  readonly habit: GlossContext['habit'];
}

/** Half-width punctuation that pages make of full-width marks. */
export const NARROWED_MARK = /[,:;?!()]/;

/**
 * A sign of the decoder's, or a trail byte that is ASCII, with a gloss behind it, whose first
 * bracket the sign may have swallowed.
 */
const GLOSSED_BYTE =
  /([?？\ufffd])([(（]?)([\p{Script=Latin}\p{M}0-5:]{1,9})[)）]|(?<![A-Za-z0-9])([@-~])[(（]([\p{Script=Latin}\p{M}0-5:]{1,9})[)）]/gu;
const ENDS_BRACKET = /[)）]/;
const LONGEST_BRACKET = 60;

/** The characters of a line, half-width ASCII with both its readings. @param glosses those of the article */
export function unitsOf(line: string, glosses?: GlossContext): Unit[] {
  const units: Unit[] = [];
  if (!ENDS_BRACKET.test(line)) {
    for (const character of line) units.push(unitOf(character));
    return units;
  }
  let read = 0;
  for (const match of line.matchAll(GLOSSED_BYTE)) {
    const [text, sign, open = '', behindSign, ascii = '', behindAscii] = match;
    const latin = behindSign ?? behindAscii ?? '';
    const mayLackTone =
      sign !== undefined && (open === '' ? !isInBracket(line, match.index) : glosses?.glossed === true);
    const isGloss = isTonedSyllable(latin) || (mayLackTone && latin.length > 1 && isSyllable(latin));
    if (!isGloss) continue;
    for (const character of line.slice(read, match.index)) units.push(unitOf(character));
    const gloss = { latin, habit: glosses?.habit };
    units.push(
      sign === undefined
        ? { ...unitOf(ascii), length: text.length, gloss }
        : {
            character: text,
            code: normalCode(text),
            pair: undefined,
            ascii: undefined,
            length: text.length,
            gloss,
            isCut: true,
          },
    );
    read = match.index + text.length;
  }
  for (const character of line.slice(read)) units.push(unitOf(character));
  return units;
}

function isInBracket(line: string, at: number): boolean {
  const before = line.slice(Math.max(0, at - LONGEST_BRACKET), at);
  return Math.max(before.lastIndexOf('('), before.lastIndexOf('（')) > before.search(/[)）][^()（）]*$/);
}

/** By the code of a character of one UTF-16 unit: a line is made of few. */
const known = new Array<Unit | undefined>(0x10000);

function unitOf(character: string): Unit {
  const code = character.charCodeAt(0);
  const unit = known[code];
  if (unit !== undefined && character.length === 1) return unit;
  const made = { character, code: normalCode(character), ...bytesOf(character), length: character.length };
  if (character.length === 1) known[code] = made;
  return made;
}

function bytesOf(character: string): Pick<Unit, 'pair' | 'ascii'> {
  // 0x80 alone is a euro sign to some decoders.
  if (character === '€') return { pair: pairOf(character), ascii: 0x80 };
  const code = character.charCodeAt(0);
  if (code <= 0x20 || code >= 0x7f) return { pair: pairOf(character), ascii: undefined };
  // No page narrows figures: as two bytes they would be read away.
  const isOfFigure = isFigure(character) && !NARROWED_MARK.test(character);
  return { pair: isOfFigure ? undefined : pairOf(String.fromCharCode(code + 0xfee0)), ascii: code };
}

/** Where the reading of the line stands: behind all units before `unit`, and behind its first byte too when `inside`. */
export interface Place {
  readonly unit: number;
  readonly inside: boolean;
}

/** One published character, the place behind it, and how likely the damage that it takes is (log probability). */
export interface Step {
  readonly character: string;
  readonly next: Place;
  readonly damage: number;
  /** One of its bytes is nowhere in the line. */
  readonly isGuess?: boolean;
  /** Of a guess: whether a gloss in the line says how it, or what shares its bytes, is read. */
  readonly isRead?: boolean;
  /** Of a guess: whether a sign of the decoder's stands for the byte that is gone. */
  readonly isSigned?: boolean;
  /** Of a guess: whether something of a figure has the byte that is left. */
  readonly mayBeOfFigure?: boolean;
  /** Of a guess: whether the byte that is left may be the first of full-width ASCII, of digits and commas. */
  readonly mayBeWide?: boolean;
  /** Whether an ASCII character that stood behind it may be gone, digits among them. */
  readonly mayHide?: boolean;
}
