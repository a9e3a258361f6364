import { type Fragment, lineOf, type PrintedLine, type Row, rowsOf } from './lines.ts';
import type { PdfPage, TextItem } from './pdf-page.ts';

/** Lines that stand below each other in one column. */
export type Block = readonly PrintedLine[];

/** A column is this high, and its lines this wide, or it is a part of a table. Lines, and letters. */
const MIN_COLUMN_LINES = 4;
const MIN_COLUMN_WIDTH = 8;
/** Columns whose lines stand on other heights have one of each within so many letters. */
const SAME_STRIP = 2.4;
/** Before the first letter of a column, in letters. */
const MIN_GUTTER = 0.5;
const SEEN_GUTTER = 0.6;
/** A quotation in a box is set in another size than the text beside it. */
const OTHER_SIZE = 1.12;
const BESIDE = 0.5;
/** Points. */
const BESIDE_BELOW = 4;

/**
 * The blocks of a page in the order in which they are read: columns from left to right, each from top to bottom; of a
 * page that is set in columns of characters, these from right to left, strip below strip. Where a page has several
 * stories, each stays together as far as white stripes part it from the others.
 */
export function readingOrder({ items, vertical }: PdfPage): Block[] {
  const lying = blocksOf(vertical);
  const blocks = blocksOf(items);
  return lettersOf(vertical) > lettersOf(items)
    ? [
        ...blocks.filter((block) => isLarger(block, lying)),
        ...lying,
        ...blocks.filter((block) => !isLarger(block, lying)),
      ]
    : [...lying, ...blocks];
}

function blocksOf(items: readonly TextItem[]): Block[] {
  return ordered(rowsOf(items)).filter((block) => block.length > 0);
}

function lettersOf(items: readonly TextItem[]): number {
  return items.reduce((sum, { text }) => sum + text.length, 0);
}

/** Whether a block is set in larger letters than others: a title across the columns. */
function isLarger(block: Block, others: readonly Block[]): boolean {
  const usual = middle(others.flat().map(({ size }) => size));
  return block.some(({ size }) => size > usual * OTHER_SIZE);
}

function middle(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}

function ordered(rows: readonly Row[]): Block[] {
  if (rows.length === 0) return [];
  const columns = widestColumns(rows);
  if (columns === undefined) return withBoxesApart(rows).map((part) => part.map(lineOf));
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

/** Lines of another size than the text, below each other. */
interface Box {
  readonly fragments: readonly Fragment[];
  readonly top: number;
  readonly foot: number;
}

/** The rows of the text, and behind them those of boxes around which it is set. */
function withBoxesApart(rows: readonly Row[]): (readonly Row[])[] {
  if (rows.length > MAX_ROWS) return [rows];
  const size = middle(rows.flatMap(({ fragments }) => fragments.map((fragment) => fragment.size)));
  const isOther = (fragment: Fragment) => Math.max(fragment.size / size, size / fragment.size) > OTHER_SIZE;
  const boxes = boxesOf(sideOf(rows, isOther)).filter((box) =>
    standsBesideText(
      box,
      sideOf(rows, (one) => !isOther(one)),
    ),
  );
  if (boxes.length === 0) return [rows];
  const boxed = new Set(boxes.flatMap(({ fragments }) => fragments));
  return [sideOf(rows, (fragment) => !boxed.has(fragment)), sideOf(rows, (fragment) => boxed.has(fragment))];
}

function boxesOf(rows: readonly Row[]): Box[] {
  const boxes: Box[] = [];
  for (const { y, fragments } of rows) {
    for (const fragment of fragments) {
      const at = boxes.findIndex(
        (box) =>
          box.foot - y <= SAME_STRIP * fragment.size &&
          box.fragments.some(({ left, right }) => left < fragment.right && right > fragment.left),
      );
      const box = boxes[at];
      if (box === undefined) boxes.push({ fragments: [fragment], top: y + fragment.size, foot: y });
      else boxes[at] = { ...box, fragments: [...box.fragments, fragment], foot: y };
    }
  }
  return boxes;
}

/** Whether lines of text stand on its heights, and all of them beside it. */
function standsBesideText({ fragments, top, foot }: Box, text: readonly Row[]): boolean {
  const beside = text.filter(({ y }) => y < top && y > foot - BESIDE_BELOW).flatMap((row) => row.fragments);
  const columns = beside.filter(({ left, right, size }) => right - left >= MIN_COLUMN_WIDTH * size);
  const areApart = beside.every(({ left, right, size }) =>
    fragments.every((one) => right + BESIDE * size <= one.left || left - BESIDE * size >= one.right),
  );
  return columns.length >= 2 && areApart;
}

/** Rows that a white stripe divides from top to bottom. */
interface Columns {
  readonly start: number;
  readonly end: number;
  /** Where the right column begins. */
  readonly at: number;
}

/** No page has more rows; what has is not searched for columns. */
const MAX_ROWS = 800;

function widestColumns(rows: readonly Row[]): Columns | undefined {
  if (rows.length > MAX_ROWS) return undefined;
  const leftmost = rows.reduce(
    (least, { fragments }) => Math.min(least, fragments[0]?.left ?? least),
    Number.POSITIVE_INFINITY,
  );
  const tried = new Set<string>();
  let best: Columns | undefined;
  for (const [seed, { fragments }] of rows.entries()) {
    for (const { left, size } of fragments) {
      // Lines that begin at one place have one stripe before them.
      const place = `${Math.round(left / size)} ${Math.floor(seed / MIN_COLUMN_LINES)}`;
      if (left - leftmost < size || tried.has(place)) continue;
      tried.add(place);
      const found = grown(rows, seed, { from: left - SEEN_GUTTER * size, to: left, least: MIN_GUTTER * size });
      if (
        found !== undefined &&
        height(found) > height(best) &&
        areColumns(rows.slice(found.start, found.end), found.at)
      )
        best = found;
    }
  }
  return best;
}

function height(columns: Columns | undefined): number {
  return columns === undefined ? 0 : columns.end - columns.start;
}

/** Up and down from a row as far as nothing crosses the stripe, which gets no narrower than half a letter. */
function grown(
  rows: readonly Row[],
  seed: number,
  stripe: { from: number; to: number; least: number },
): Columns | undefined {
  let { from, to } = stripe;
  const fits = (row: Row | undefined): boolean => {
    if (row === undefined) return false;
    let [nextFrom, nextTo] = [from, to];
    for (const { left, right } of row.fragments) {
      const between = (from + to) / 2;
      if (left < between && right > between) return false;
      if (right <= between) nextFrom = Math.max(nextFrom, right);
      else nextTo = Math.min(nextTo, left);
      if (nextTo - nextFrom < stripe.least) return false;
    }
    [from, to] = [nextFrom, nextTo];
    return true;
  };
  if (!fits(rows[seed])) return undefined;
  let [start, end] = [seed, seed + 1];
  while (fits(rows[start - 1])) start -= 1;
  while (fits(rows[end])) end += 1;
  const at = (from + to) / 2;
  // A short line above the columns, or below them, is in none of them.
  while (start < end && !hasBothSides(rows, start, at)) start += 1;
  return { start, end: endBeforeTitle(rows, { start, end, at }), at };
}

/** The column that is longer may go on alone; below both, the title of another story ends them. */
function endBeforeTitle(rows: readonly Row[], { start, end, at }: Columns): number {
  const usual = middle(rows.slice(start, end).flatMap(({ fragments }) => fragments.map(({ size }) => size)));
  let tail = end;
  while (tail > start && !hasBothSides(rows, tail - 1, at)) tail -= 1;
  const isTitle = ({ fragments }: Row) => fragments.every(({ size }) => size > usual * OTHER_SIZE);
  const title = rows.slice(tail, end).findIndex(isTitle);
  return title < 0 ? end : tail + title;
}

/** Whether there is something on either side of a stripe on one height. */
function hasBothSides(rows: readonly Row[], index: number, at: number): boolean {
  const row = rows[index];
  if (row === undefined) return false;
  const { size = 0 } = row.fragments[0] ?? {};
  const near: Fragment[] = [];
  for (let next = index; row.y - (rows[next]?.y ?? Number.NEGATIVE_INFINITY) <= SAME_STRIP * size; next += 1) {
    for (const fragment of rows[next]?.fragments ?? []) near.push(fragment);
  }
  return near.some(({ left }) => left < at) && near.some(({ left }) => left >= at);
}

/** Text fills its columns; the cells of a table are short. */
function areColumns(rows: readonly Row[], at: number): boolean {
  const fragments = rows.flatMap((row) => row.fragments);
  return [fragments.filter(({ left }) => left < at), fragments.filter(({ left }) => left >= at)].every((side) => {
    const widths = side.map(({ left, right, size }) => (right - left) / size);
    return side.length >= MIN_COLUMN_LINES && middle(widths) >= MIN_COLUMN_WIDTH;
  });
}
