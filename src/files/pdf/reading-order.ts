import type { PdfPage, TextItem } from './open-pdf.ts';

/** A line of text on a page, as it is read. */
export interface PrintedLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of its foot, from the lower edge of the page. Points. */
  readonly y: number;
  readonly size: number;
  /** Whether it is a row of a table. */
  readonly isRow: boolean;
}

/** Lines that stand below each other in one column. */
export type Block = readonly PrintedLine[];

/** Words on one height, with no gap between them. */
interface Fragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly size: number;
}

interface Row {
  readonly y: number;
  readonly fragments: readonly Fragment[];
}

/** Of the size of the letters: closer runs are one word, runs further apart stand in two columns. */
const WORD_GAP = 0.25;
const COLUMN_GAP = 1.2;
const SAME_HEIGHT = 0.5;
/** A column is this high, and its lines this wide, or it is a part of a table. Lines, and letters. */
const MIN_COLUMN_LINES = 4;
const MIN_COLUMN_WIDTH = 8;
const CELL_GAP = '　';

/** The blocks of a page in the order in which they are read: columns from left to right, each from top to bottom. */
export function readingOrder({ items }: PdfPage): Block[] {
  return ordered(rowsOf(items)).filter((block) => block.length > 0);
}

function rowsOf(items: readonly TextItem[]): Row[] {
  const rows: { y: number; size: number; items: TextItem[] }[] = [];
  for (const item of [...items].sort((one, other) => other.y - one.y)) {
    const row = rows.at(-1);
    const isSame = row !== undefined && row.y - item.y <= SAME_HEIGHT * Math.min(row.size, item.size);
    if (isSame) row.items.push(item);
    else rows.push({ y: item.y, size: item.size, items: [item] });
  }
  return rows.map(({ y, items: inRow }) => ({ y, fragments: fragmentsOf(inRow) }));
}

function fragmentsOf(items: readonly TextItem[]): Fragment[] {
  const fragments: Fragment[] = [];
  for (const { text, x, width, size } of [...items].sort((one, other) => one.x - other.x)) {
    const last = fragments.at(-1);
    const gap = x - (last?.right ?? Number.NEGATIVE_INFINITY);
    const right = x + width;
    if (last === undefined || gap > COLUMN_GAP * size) fragments.push({ text, left: x, right, size });
    else {
      const joined = joinedText(last.text, text, gap > WORD_GAP * size);
      fragments[fragments.length - 1] = {
        text: joined,
        left: last.left,
        right: Math.max(last.right, right),
        size: Math.max(last.size, size),
      };
    }
  }
  return fragments;
}

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]/u;

/** Between Chinese characters a gap is the justification of the line. */
function joinedText(before: string, behind: string, hasGap: boolean): string {
  const needsSpace = hasGap && !/\s$/.test(before) && !/^\s/.test(behind);
  const isWide = WIDE.test(before.at(-1) ?? '') && WIDE.test(behind.charAt(0));
  return needsSpace && !isWide ? `${before} ${behind}` : before + behind;
}

function ordered(rows: readonly Row[]): Block[] {
  if (rows.length === 0) return [];
  const columns = widestColumns(rows);
  if (columns === undefined) return [rows.map(lineOf)];
  const { start, end, at } = columns;
  const within = rows.slice(start, end);
  return [
    ...ordered(rows.slice(0, start)),
    ...ordered(sideOf(within, (fragment) => fragment.left < at)),
    ...ordered(sideOf(within, (fragment) => fragment.left >= at)),
    ...ordered(rows.slice(end)),
  ];
}

function sideOf(rows: readonly Row[], isOn: (fragment: Fragment) => boolean): Row[] {
  return rows
    .map(({ y, fragments }) => ({ y, fragments: fragments.filter(isOn) }))
    .filter(({ fragments }) => fragments.length > 0);
}

/** Rows that a white stripe divides from top to bottom. */
interface Columns {
  readonly start: number;
  readonly end: number;
  /** Where the right column begins. */
  readonly at: number;
}

/** No page has more rows; what has is not searched for columns. */
const MAX_ROWS = 400;

function widestColumns(rows: readonly Row[]): Columns | undefined {
  if (rows.length > MAX_ROWS) return undefined;
  let best: Columns | undefined;
  for (const [seed, { fragments }] of rows.entries()) {
    for (const [index, fragment] of fragments.entries()) {
      const before = fragments[index - 1];
      if (before === undefined) continue;
      const found = grown(rows, seed, { from: before.right, to: fragment.left });
      if (areColumns(rows.slice(found.start, found.end), found.at) && height(found) > height(best)) best = found;
    }
  }
  return best;
}

function height(columns: Columns | undefined): number {
  return columns === undefined ? 0 : columns.end - columns.start;
}

/** Up and down from a row as far as nothing crosses the stripe, which gets no narrower than half a letter. */
function grown(rows: readonly Row[], seed: number, stripe: { from: number; to: number }): Columns {
  let { from, to } = stripe;
  const fits = (row: Row | undefined): boolean => {
    if (row === undefined) return false;
    let [nextFrom, nextTo] = [from, to];
    for (const { left, right, size } of row.fragments) {
      const middle = (from + to) / 2;
      if (left < middle && right > middle) return false;
      if (right <= middle) nextFrom = Math.max(nextFrom, right);
      else nextTo = Math.min(nextTo, left);
      if (nextTo - nextFrom < size / 2) return false;
    }
    [from, to] = [nextFrom, nextTo];
    return true;
  };
  let [start, end] = [seed, seed + 1];
  while (fits(rows[start - 1])) start -= 1;
  while (fits(rows[end])) end += 1;
  const at = (from + to) / 2;
  // A short line above the columns is in none of them.
  while (!hasBothSides(rows[start], at)) start += 1;
  return { start, end, at };
}

/** The row that the stripe was found in has both. */
function hasBothSides(row: Row | undefined, at: number): boolean {
  return (
    row === undefined || (row.fragments.some(({ left }) => left < at) && row.fragments.some(({ left }) => left >= at))
  );
}

/** Text fills its columns; the cells of a table are short. */
function areColumns(rows: readonly Row[], at: number): boolean {
  const fragments = rows.flatMap((row) => row.fragments);
  return [fragments.filter(({ left }) => left < at), fragments.filter(({ left }) => left >= at)].every((side) => {
    const widths = side.map(({ left, right, size }) => (right - left) / size).sort((one, other) => one - other);
    return side.length >= MIN_COLUMN_LINES && (widths[Math.floor(widths.length / 2)] ?? 0) >= MIN_COLUMN_WIDTH;
  });
}

function lineOf({ y, fragments }: Row): PrintedLine {
  return {
    text: fragments.map(({ text }) => text.trim()).join(CELL_GAP),
    left: fragments[0]?.left ?? 0,
    right: fragments.at(-1)?.right ?? 0,
    y,
    size: fragments.reduce((largest, { size }) => Math.max(largest, size), 0),
    isRow: fragments.length > 1,
  };
}
