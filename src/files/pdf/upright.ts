import type { PdfPage, TextItem } from './pdf-page.ts';

/** A run of text as a page has it. */
export interface Run extends TextItem {
  /** Quarter turns to the left of how it is read upright. 0 to 3. */
  readonly turns: number;
  /** Whether its font is set in columns: then `width` is its height, and it begins at its top. */
  readonly isColumn: boolean;
}

const WIDE = /^[\p{Script=Han}\u3000-\u303f\ufe10-\ufe4f\uff00-\uffef“”‘’—…·]$/u;
/** Between characters of a column there is no more, in letters, and they stand no further aside. */
const MAX_GAP = 0.8;
const MAX_OVERLAP = 0.45;
const MAX_ASIDE = 0.4;
/** Fewer below each other are no column. */
const MIN_COLUMN = 4;
/** Where so much of a page is set in columns, single characters are what a column ends with. */
const MOST = 0.6;
/** Of the height of its letters, that of a character above its line. */
const ABOVE_LINE = 0.88;
/** Points; what is drawn again to look bold, or to throw a shadow, is moved by less than this share of its size. */
const MOVED = 0.12;

/** Of a mark in a column, the mark that it is: each behind its form. */
const FORMS =
  '︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰：︱—︲–︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』';

/** Marks as they are drawn in columns have signs of their own. */
export function withoutVerticalForms(text: string): string {
  return text.replace(/[\ufe10-\ufe19\ufe30-\ufe44]/g, (form) => FORMS.charAt(FORMS.indexOf(form) + 1) || form);
}

/**
 * Turns a page so that most of its text stands upright, and lays columns of characters down. What stands in another
 * direction is a stamp, or a label of a figure, and is left out; what is drawn twice is read once.
 */
export function upright(drawn: readonly Run[], page: { width: number; height: number }): PdfPage {
  const runs = drawnOnce(drawn);
  const turns = usualTurns(runs);
  const turned = runs.map((run) => turnedBack(run, turns, page));
  const height = turns % 2 === 0 ? page.height : page.width;
  const columns = withShortEnds(turned, new Set(inColumns(turned)));
  return {
    height,
    items: turned.filter((run) => run.turns === 0 && !columns.has(run)).map(itemOf),
    vertical: turned.filter((run) => columns.has(run)).map((run) => laidDown(run, height)),
  };
}

function drawnOnce(runs: readonly Run[]): Run[] {
  const before = new Map<string, Run[]>();
  return runs.filter((run) => {
    const same = before.get(run.text) ?? [];
    const isAgain = same.some(
      ({ x, y, size }) => Math.abs(x - run.x) < MOVED * size && Math.abs(y - run.y) < MOVED * size,
    );
    before.set(run.text, [...same.slice(-8), run]);
    return !isAgain;
  });
}

/** Those of most of the letters. */
function usualTurns(runs: readonly Run[]): number {
  const letters = [0, 0, 0, 0];
  for (const { turns, text } of runs) letters[turns] = (letters[turns] ?? 0) + text.length;
  return letters.indexOf(letters.reduce((most, count) => Math.max(most, count), 0));
}

function turnedBack(run: Run, by: number, { width, height }: { width: number; height: number }): Run {
  const turns = (run.turns - by + 4) % 4;
  switch (by) {
    case 1:
      return { ...run, turns, x: run.y, y: width - run.x };
    case 2:
      return { ...run, turns, x: width - run.x, y: height - run.y };
    case 3:
      return { ...run, turns, x: height - run.y, y: run.x };
    default:
      return run;
  }
}

/** Runs of a font for columns, and characters that are drawn one below the other, with figures and words on their side. */
function inColumns(runs: readonly Run[]): Run[] {
  const found = runs.filter(({ isColumn }) => isColumn);
  let chain: Run[] = [];
  const close = () => {
    if (chain.length >= MIN_COLUMN && chain.some(isCharacter)) for (const run of chain) found.push(run);
    chain = [];
  };
  for (const run of runs.filter(({ isColumn, turns }) => !isColumn && (turns === 0 || turns === 3))) {
    const last = chain.at(-1);
    if (last !== undefined && !isBelow(last, run)) close();
    if (isCharacter(run) || run.turns === 3 || (chain.length > 0 && /^\d{1,2}$/.test(run.text))) chain.push(run);
    else close();
  }
  close();
  return found;
}

function isCharacter({ text, turns }: Run): boolean {
  return turns === 0 && WIDE.test(text.trim());
}

function isBelow(above: Run, run: Run): boolean {
  const { size } = above;
  const gap = (extentOf(above).foot - extentOf(run).top) / size;
  const isSameSize = Math.abs(size - run.size) <= MAX_ASIDE * size;
  const isAside = Math.abs(extentOf(above).middle - extentOf(run).middle) > MAX_ASIDE * size;
  return isSameSize && !isAside && gap <= MAX_GAP && gap >= -MAX_OVERLAP;
}

/** How a run stands in a column. Points. */
function extentOf({ x, y, width, size, isColumn, turns }: Run): { top: number; foot: number; middle: number } {
  if (isColumn) return { top: y, foot: y - width, middle: x };
  if (turns === 3) return { top: y, foot: y - width, middle: x + size / 3 };
  return { top: y + ABOVE_LINE * size, foot: y - (1 - ABOVE_LINE) * size, middle: x + width / 2 };
}

/** The last characters of a paragraph may be too few to be told for a column by themselves. */
function withShortEnds(runs: readonly Run[], columns: ReadonlySet<Run>): ReadonlySet<Run> {
  const letters = (some: Iterable<Run>) => [...some].reduce((sum, { text }) => sum + text.length, 0);
  if (letters(columns) < MOST * letters(runs)) return columns;
  const sizes = new Set([...columns].map(({ size }) => Math.round(size)));
  const ends = runs.filter((run) => !columns.has(run) && isCharacter(run) && sizes.has(Math.round(run.size)));
  return new Set([...columns, ...ends]);
}

function laidDown(run: Run, height: number): TextItem {
  const { top, foot, middle } = extentOf(run);
  const { text, size } = run;
  return { text: withoutVerticalForms(text.trim()), x: height - top, y: middle, width: top - foot, size };
}

function itemOf({ text, x, y, width, size }: Run): TextItem {
  return { text, x, y, width, size };
}
