import type { Script } from '../article/article.ts';
import type { Atom } from './atoms.ts';
import type { Line } from './lines.ts';

/** What a stretch of text is drawn as: the quotation, the title below it, where it is from, what the picture says itself. */
export type Look = 'quoted' | 'title' | 'detail' | 'note';

/** How wide a text is in a look and a script's forms, in the size that it is set in. */
export type Measure = (text: string, look: Look, script: Script) => number;

/** A line at its place. Pixels from the upper left corner. */
export interface PlacedLine {
  readonly look: Look;
  /** Each with where it begins. */
  readonly texts: readonly { readonly text: string; readonly x: number }[];
  /** Of what the characters stand on. */
  readonly baseline: number;
  readonly size: number;
  /** What is set off: from where to where. */
  readonly marked: readonly (readonly [from: number, to: number])[];
}

/** Where characters stand below the upper edge of their square, in the size of the text. */
const ASCENT = 0.88;

/** Where the characters of a line stand that begins at a height and is so high. Pixels. */
export function baselineIn(top: number, height: number, size: number): number {
  return Math.round(top + (height - size) / 2 + size * ASCENT);
}

/** What stands in a line, each at its place. @param left where the line begins. Pixels */
export function textsOf(
  { from, to, places }: Line,
  atoms: readonly Atom[],
  size: number,
  left: number,
): PlacedLine['texts'] {
  return atoms.slice(from, to).map(({ text }, at) => ({ text, x: toPixels(left + (places[at] ?? 0) * size) }));
}

/** To a hundredth: finer places make no difference. */
export function toPixels(place: number): number {
  return Math.round(place * 100) / 100;
}
