import type { TextItem } from './pdf-page.ts';

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

/** Words on one height, with no gap between them. */
export interface Fragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly size: number;
}

export interface Row {
  readonly y: number;
  readonly fragments: readonly Fragment[];
}

/** A character, where it stands. */
interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly size: number;
  /** Whether the PDF itself has a space before it. */
  readonly isBehindSpace: boolean;
}

/** Of the size of the letters: runs further apart stand in two columns, those of a line that is spaced out aside. */
const COLUMN_GAP = 0.9;
const SAME_HEIGHT = 0.5;
/** So much wider than the other gaps of its line, in letters, a gap is a space. */
const SPACE = 0.17;
/** How wide Latin letters and figures are is not told as exactly. */
const SPACE_BESIDE_LATIN = 0.24;
/** Letters are spaced out where so many follow each other at one distance, in letters. */
const MIN_SPACED = 4;
const MIN_SPACING = 0.3;
const MAX_SPACING = 4;
const SAME_SPACING = 0.2;
/** Words in Latin letters may be pulled apart so far, to fill their line. */
const MAX_LATIN_GAP = 4;
const CELL_GAP = '　';

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…·]/u;
const LATIN_END = /[\p{Script=Latin}\d,.;:)]$/u;
const LATIN_START = /^[\p{Script=Latin}\d(]/u;

/** What stands on one height, from the top of a page to its foot. */
export function rowsOf(items: readonly TextItem[]): Row[] {
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
  const glyphs = items.flatMap(glyphsOf).sort((one, other) => one.left - other.left);
  const spaced = spacedOut(glyphs);
  const parts: Glyph[][] = [];
  for (const [at, glyph] of glyphs.entries()) {
    const before = glyphs[at - 1];
    const isApart = before === undefined || gapBetween(before, glyph) > COLUMN_GAP * glyph.size;
    if (isApart && !spaced.has(at)) parts.push([glyph]);
    else parts.at(-1)?.push(glyph);
  }
  return parts.map(fragmentOf);
}

/** The characters of a run; what its spaces take is what the others leave. */
function glyphsOf({ text, x, width, size }: TextItem): Glyph[] {
  const characters = Array.from(text);
  const natural = (character: string) => (/\s/.test(character) ? 0 : WIDE.test(character) ? 1 : 0.5);
  const sum = characters.reduce((all, character) => all + natural(character), 0);
  const spaces = characters.filter((character) => natural(character) === 0).length;
  const rest = width - sum * size;
  const perSpace = spaces > 0 && rest > 0 ? rest / spaces : 0;
  const perWidth = spaces > 0 && rest > 0 ? size : width / Math.max(0.5, sum);
  const glyphs: Glyph[] = [];
  let left = x;
  let isBehindSpace = false;
  for (const character of characters) {
    if (natural(character) === 0) {
      left += perSpace;
      isBehindSpace = true;
      continue;
    }
    const right = left + natural(character) * perWidth;
    glyphs.push({ text: character, left, right, size, isBehindSpace });
    left = right;
    isBehindSpace = false;
  }
  return glyphs;
}

function gapBetween(before: Glyph, glyph: Glyph): number {
  return glyph.left - before.right;
}

/** The places of those that follow one before them at the same distance as others: a title that is spaced out. */
function spacedOut(glyphs: readonly Glyph[]): ReadonlySet<number> {
  const found = new Set<number>();
  let start = 0;
  for (let at = 1; at <= glyphs.length; at += 1) {
    const gap = spacingAt(glyphs, at);
    const first = spacingAt(glyphs, start + 1);
    const goesOn = gap !== undefined && first !== undefined && Math.abs(gap - first) < SAME_SPACING;
    if (goesOn) continue;
    if (at - start >= MIN_SPACED) for (let inside = start + 1; inside < at; inside += 1) found.add(inside);
    start = gap !== undefined && at - start < MIN_SPACED ? at - 1 : at;
  }
  return found;
}

/** How far a Chinese character stands from the one before it, in letters; undefined where they stand close. */
function spacingAt(glyphs: readonly Glyph[], at: number): number | undefined {
  const [before, glyph] = [glyphs[at - 1], glyphs[at]];
  if (before === undefined || glyph === undefined || !WIDE.test(before.text) || !WIDE.test(glyph.text))
    return undefined;
  const gap = gapBetween(before, glyph) / glyph.size;
  return gap >= MIN_SPACING && gap <= MAX_SPACING ? gap : undefined;
}

function fragmentOf(glyphs: readonly Glyph[]): Fragment {
  const [first] = glyphs;
  const gaps = glyphs.slice(1).map((glyph, at) => gapBetween(glyphs[at] ?? glyph, glyph) / glyph.size);
  const usual = [...gaps].sort((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? 0;
  let text = first?.text ?? '';
  for (const [at, glyph] of glyphs.slice(1).entries()) {
    const [isWide, isNextWide] = [WIDE.test(text.at(-1) ?? ''), WIDE.test(glyph.text)];
    const isLatin = !isWide && !isNextWide;
    const isSpace = (gaps[at] ?? 0) > Math.max(0, usual) + (isWide === isNextWide ? SPACE : SPACE_BESIDE_LATIN);
    text += (isLatin && glyph.isBehindSpace) || isSpace ? ` ${glyph.text}` : glyph.text;
  }
  return {
    text,
    left: first?.left ?? 0,
    right: glyphs.reduce((most, { right }) => Math.max(most, right), 0),
    size: glyphs.reduce((most, { size }) => Math.max(most, size), 0),
  };
}

/** A row as it is read: its cells stand apart. */
export function lineOf({ y, fragments }: Row): PrintedLine {
  const [first, ...others] = fragments;
  let text = first?.text ?? '';
  let isRow = false;
  for (const [at, fragment] of others.entries()) {
    const gap = fragment.left - (fragments[at]?.right ?? 0);
    const isLatin = gap < MAX_LATIN_GAP * fragment.size && LATIN_END.test(text) && LATIN_START.test(fragment.text);
    isRow ||= !isLatin;
    text += (isLatin ? ' ' : CELL_GAP) + fragment.text;
  }
  return {
    text,
    left: first?.left ?? 0,
    right: fragments.at(-1)?.right ?? 0,
    y,
    size: fragments.reduce((largest, { size }) => Math.max(largest, size), 0),
    isRow,
  };
}
