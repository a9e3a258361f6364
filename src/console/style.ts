import { styleText } from 'node:util';
import stringWidth from 'string-width';
import { graphemesOf } from '../language/graphemes.ts';
import { visible } from './visible.ts';

/** Width of a terminal line; CJK characters take two columns. */
export const COLUMNS = 80;

/** How a terminal sets words off: marks around them, paint on them, or both. */
export interface Emphasis {
  readonly open: string;
  readonly close: string;
  readonly paint: (run: string) => string;
}

export interface Style {
  readonly strong: Emphasis;
  readonly light: Emphasis;
  readonly struck: Emphasis;
  readonly faint: Emphasis;
}

const unpainted = (run: string) => run;
const painted = (format: Parameters<typeof styleText>[0]): Emphasis => ({
  open: '',
  close: '',
  paint: (run) => styleText(format, run, { validateStream: false }),
});

const COLOURED: Style = {
  strong: painted(['bold', 'yellow']),
  light: painted('underline'),
  struck: painted(['strikethrough', 'red']),
  faint: painted('dim'),
};

/** Without escape codes the answer still has to stand out, and differences have to be readable. */
const PLAIN: Style = {
  strong: { open: '【', close: '】', paint: unpainted },
  light: { open: '〔', close: '〕', paint: unpainted },
  struck: { open: '~~', close: '~~', paint: unpainted },
  faint: { open: '', close: '', paint: unpainted },
};

/** @param coloured whether escape codes may be written */
export function styleFor(coloured: boolean): Style {
  return coloured ? COLOURED : PLAIN;
}

/** Whether a stream shows escape codes: a terminal, and nobody asked for none (https://no-color.org). */
export function showsColour(
  stream: { isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  return stream.isTTY === true && (environment.NO_COLOR ?? '') === '' && environment.TERM !== 'dumb';
}

/** A piece of text in one paint. */
export interface Piece {
  readonly text: string;
  readonly paint: (run: string) => string;
}

/** Text as it is. */
export function plain(text: string): Piece {
  return { text, paint: unpainted };
}

/** Text set off by paint, or by brackets where there is none. */
export function emphasised(text: string, { open, close, paint }: Emphasis): Piece[] {
  return [plain(open), { text, paint }, plain(close)];
}

/** These may not begin a line, so they hang over its edge. */
const HANGING = /^[，。、；：！？”’」』）》】…—]/u;

/** These may not end a line. */
const OPENING = /^[“‘「『（《【]$/u;

/** Addresses, and Latin words up to a length that a line can hold. */
const WHOLE = /^(?:§\d|[A-Za-z0-9])/;
const RUNS = /§\d+(?:¶\d+(?:–\d+)?)?|[A-Za-z0-9][A-Za-z0-9.,:+%'/-]{0,40}|[^A-Za-z0-9§]+|§/g;

/**
 * Breaks styled text into lines of at most `COLUMNS`, between any two Chinese characters and
 * between Latin words. Only line breaks are added, and what a terminal would act on is shown
 * instead: all text on its way to a terminal passes here.
 * @param indent stands before every line, and counts
 */
export function wrap(pieces: readonly Piece[], indent: string): string[] {
  const room = COLUMNS - stringWidth(indent);
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const { text, paint } of pieces) {
    let run = '';
    for (const unit of units(text)) {
      const wide = stringWidth(unit);
      const fits = width + wide <= room || (HANGING.test(unit) && width <= room);
      if (unit === '\n' || (!fits && width > 0)) {
        lines.push(indent + (line + (run === '' ? '' : paint(run))).trimEnd());
        line = '';
        run = '';
        width = 0;
        if (unit === '\n' || unit === ' ') continue;
      }
      run += unit;
      width += wide;
    }
    if (run !== '') line += paint(run);
  }
  if (line !== '') lines.push(indent + line.trimEnd());
  return lines;
}

/** What may not be broken: an address, a Latin word or number, else a grapheme; with the marks that open before it. */
function units(text: string): string[] {
  const unbroken: string[] = [];
  let opening = '';
  for (const run of text.split('\n').map(visible).join('\n').match(RUNS) ?? []) {
    const parts = WHOLE.test(run) ? [run] : graphemesOf(run);
    for (const part of parts) {
      opening += part;
      if (OPENING.test(part)) continue;
      unbroken.push(opening);
      opening = '';
    }
  }
  return opening === '' ? unbroken : [...unbroken, opening];
}
