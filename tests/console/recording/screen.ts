import stringWidth from 'string-width';
import { graphemesOf } from '../../../src/language/graphemes.ts';

/** What a program wrote to its terminal, and when. */
export interface Written {
  /** Milliseconds since the recording began. */
  readonly at: number;
  readonly text: string;
}

/** How a run of characters is set off. */
export type Look = 'strong' | 'struck' | 'faint' | 'underlined' | 'plain';

/** Characters of one look that stand side by side. */
export interface Run {
  /** Counted from the first line ever written. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Columns that each character takes: two for Chinese ones. */
  readonly wide: 1 | 2;
  readonly look: Look;
  /** Milliseconds since the recording began. */
  readonly at: number;
}

/** Where the next character goes. */
export interface Cursor {
  readonly at: number;
  readonly row: number;
  readonly column: number;
}

/** The control sequences that the program and its shell write; others are a mistake of the recording. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal is told with
const TOKENS = /\x1b\[([\d;]*)([A-Za-z])|[\r\n]|[^\x00-\x1f\x7f]+/g;

const LOOKS: Readonly<Record<string, Look>> = { 1: 'strong', 2: 'faint', 4: 'underlined', 9: 'struck' };
/** What ends a look, and the colours, which come with one. */
const ENDS = /^(?:0|2[249])?$/;
const COLOURS = /^3[139]$/;

/**
 * Follows a program line by line, as far as one that only writes on needs it: nothing that is seen is taken away again.
 * @param columns of the terminal
 * @throws where something is written that it does not know
 */
export function follow(written: readonly Written[], columns: number): { runs: Run[]; cursors: Cursor[] } {
  const runs: Run[] = [];
  const cursors: Cursor[] = [{ at: 0, row: 0, column: 0 }];
  let [row, column, look] = [0, 0, 'plain' as Look];
  for (const { at, text } of written) {
    const unknown = text.replace(TOKENS, '');
    if (unknown !== '') throw new Error(`what is ${JSON.stringify(unknown)}?`);
    for (const [token, told = '', command] of text.matchAll(TOKENS)) {
      if (token === '\r') column = 0;
      else if (token === '\n') row += 1;
      else if (command === undefined) column = write(token);
      else if (command === 'G') column = Number(told || 1) - 1;
      else if (command === 'm') look = lookAfter(told);
      else if (command !== 'J' && command !== 'K') throw new Error(`what is ${JSON.stringify(token)}?`);
    }
    cursors.push({ at, row, column });

    function write(words: string): number {
      let reached = column;
      for (const character of graphemesOf(words)) {
        const wide = stringWidth(character) === 2 ? 2 : 1;
        if (reached + wide > columns) [row, reached] = [row + 1, 0];
        const last = runs.at(-1);
        const goesOn =
          last?.row === row && last.at === at && last.wide === wide && last.look === look && endOf(last) === reached;
        if (goesOn) runs.splice(-1, 1, { ...last, text: last.text + character });
        else if (!isWritten(row, reached)) runs.push({ row, column: reached, text: character, wide, look, at });
        reached += wide;
      }
      return reached;
    }
  }
  return { runs, cursors };

  /** A prompt is written over itself. */
  function isWritten(atRow: number, atColumn: number): boolean {
    return runs.some((run) => run.row === atRow && run.column <= atColumn && atColumn < endOf(run));
  }

  function lookAfter(told: string): Look {
    if (ENDS.test(told)) return 'plain';
    if (COLOURS.test(told)) return look;
    const after = LOOKS[told];
    if (after === undefined) throw new Error(`what does ${told} look like?`);
    return after;
  }
}

/** The column behind a run. */
function endOf({ column, text, wide }: Run): number {
  return column + [...graphemesOf(text)].length * wide;
}
