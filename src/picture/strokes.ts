import type { Script } from '../article/article.ts';
import { graphemesOf } from '../language/graphemes.ts';
import { isUnseen } from './atoms.ts';
import type { FontFile, Fonts } from './fonts.ts';

/** A stretch of text that one file of a font draws; without a file, a character that none has. */
export interface Stroke {
  readonly text: string;
  readonly file: FontFile | undefined;
}

/** Marks on a letter that are drawn: more are no writing, and would reach into other lines. */
const MOST_MARKS = 2;
const JOINT = 0x200d;
const AS_PICTOGRAPH = 0xfe0f;

/** A text as it is drawn, from left to right in its order. What cannot be seen is left out. */
export function strokesOf(text: string, script: Script, fonts: Fonts): Stroke[] {
  const strokes: { text: string; file: FontFile | undefined }[] = [];
  for (const grapheme of graphemesOf(text)) {
    if (isUnseen(grapheme)) continue;
    const stroke = /^\s+$/.test(grapheme)
      ? { text: ' ', file: fonts.fileWith(0x20, script) }
      : strokeOf(grapheme, script, fonts);
    const last = strokes.at(-1);
    if (last !== undefined && last.file !== undefined && last.file === stroke.file) last.text += stroke.text;
    else strokes.push(stroke);
  }
  return strokes;
}

function strokeOf(grapheme: string, script: Script, fonts: Fonts): { text: string; file: FontFile | undefined } {
  const characters = [...grapheme].map((character) => character.codePointAt(0) ?? 0);
  const [base = 0, ...rest] = characters;
  const pictograph = isPictograph(grapheme) ? fonts.fileWithPictograph(base) : undefined;
  if (pictograph !== undefined) return { text: pictographIn(characters, pictograph), file: pictograph };
  const file = fonts.fileWith(base, script);
  if (file === undefined) return { text: grapheme, file };
  const marks = rest.filter((mark) => file.has(mark)).slice(0, MOST_MARKS);
  return { text: textOf([base, ...marks]), file };
}

function isPictograph(grapheme: string): boolean {
  return /^(?:\p{Emoji_Presentation}|\p{Regional_Indicator}|\p{Emoji}\ufe0f)/u.test(grapheme);
}

/** A sequence whose parts lie in one file is one picture; of any other its first part is drawn. */
function pictographIn(characters: readonly number[], file: FontFile): string {
  const isOne = characters.every((part) => part === JOINT || part === AS_PICTOGRAPH || file.has(part));
  return textOf(isOne ? characters : characters.slice(0, 1));
}

function textOf(characters: readonly number[]): string {
  return characters.map((character) => String.fromCodePoint(character)).join('');
}
