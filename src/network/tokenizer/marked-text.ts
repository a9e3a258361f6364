import { type Normalisation, SPACE_MARK } from './tokenizer-file.ts';

/** A text as the pieces spell it, and where each of its UTF-16 units comes from. */
export interface MarkedText {
  readonly units: string;
  /** By unit: where the character that it comes from starts and ends in the text. Both are 0 for what was put before it. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Normalises a text, one code point at a time, and puts marks for its spaces and its start. */
export function markSpaces(text: string, { nfkc, singleSpaces }: Normalisation): MarkedText {
  let units = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const push = (piece: string, start: number, end: number): void => {
    units += piece;
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
  };
  let at = 0;
  let isAfterSpace = false;
  for (const character of text) {
    const end = at + character.length;
    for (const unit of nfkc ? character.normalize('NFKC') : character) {
      const mark = unit === ' ' ? SPACE_MARK : unit;
      if (units === '' && mark !== SPACE_MARK) push(SPACE_MARK, 0, 0);
      if (unit === ' ' && isAfterSpace && singleSpaces) continue;
      isAfterSpace = unit === ' ';
      push(mark, at, end);
    }
    at = end;
  }
  return { units, starts, ends };
}
