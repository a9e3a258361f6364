import type { PrintedLine } from './lines.ts';
import type { Block } from './reading-order.ts';

/** A paragraph, or a heading, put together from its lines. */
export interface Paragraph {
  readonly text: string;
  /** Of its letters. Points. */
  readonly size: number;
  readonly isRow: boolean;
}

/** In letters: how far a first line is set in, or one that stands to the right, and how far short of the margin a last line ends. */
const MIN_INDENT = 1.2;
const SHORT = 1.8;
/** Points. */
const SAME_SIZE = 0.8;
/** Between paragraphs there is so much more than between lines. */
const WIDER = 1.5;
const MUCH_LARGER = 1.3;
const TITLE_PITCH = 1.9;
const SUBTITLE = /^[—－–-]/;
const NUMBERED = /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]/;
const SENTENCE_END = /[。！？!?…：:；;.][”"’」』）)]*$/;

/**
 * The paragraphs of blocks in reading order; one may go on in the next column, or on the next page.
 * @param usual size of the letters of most of the text. Points
 */
export function paragraphsOf(blocks: readonly Block[], usual: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let last: { line: PrintedLine; margins: Margins } | undefined;
  for (const block of blocks) {
    const margins = marginsOf(block);
    for (const [at, line] of block.entries()) {
      const goesOn =
        last !== undefined &&
        (at === 0
          ? goesOnElsewhere(last, line, margins)
          : isTitleGoingOn(last.line, line, usual) || goesOnBelow(last.line, line, margins));
      const before = goesOn ? paragraphs.pop() : undefined;
      paragraphs.push({
        text: before === undefined ? line.text : joined(before.text, line.text),
        size: before?.size ?? line.size,
        isRow: line.isRow,
      });
      last = { line, margins };
    }
  }
  return paragraphs;
}

/** How the lines of a block are set. Points. */
interface Margins {
  readonly left: number;
  readonly right: number;
  /** From one line to the next. */
  readonly pitch: number;
}

function marginsOf(block: Block): Margins {
  const text = block.filter(({ isRow }) => !isRow);
  const all = text.length > 0 ? text : block;
  const usual = [...all].sort((one, other) => one.size - other.size)[Math.floor(all.length / 2)];
  const lines = usual === undefined ? all : all.filter((line) => sameSize(line, usual));
  const pitches = block.slice(1).map(({ y }, at) => (block[at]?.y ?? y) - y);
  const { size = 0 } = lines[Math.floor(lines.length / 2)] ?? {};
  const lefts = sharedEdges(
    lines.map(({ left }) => left),
    size,
  );
  const rights = sharedEdges(
    lines.map(({ right }) => right),
    size,
  );
  return {
    left: lefts.reduce((least, left) => Math.min(least, left), Number.POSITIVE_INFINITY),
    right: rights.reduce((most, right) => Math.max(most, right), 0),
    pitch: pitches.sort((one, other) => one - other)[Math.floor(pitches.length / 2)] ?? 0,
  };
}

/** A margin is where several lines begin or end; a title and a line of facts go beyond it. */
const MIN_SHARE = 0.2;
/** Letters. */
const SAME_EDGE = 0.75;

/** The edges that are many a line's, within a letter; all of them where there are none. */
function sharedEdges(edges: readonly number[], size: number): readonly number[] {
  const sorted = [...edges].sort((one, other) => one - other);
  const least = Math.max(2, edges.length * MIN_SHARE);
  const isShared = (edge: number) =>
    placeIn(sorted, edge + SAME_EDGE * size) - placeIn(sorted, edge - SAME_EDGE * size) >= least;
  const shared = edges.filter(isShared);
  return shared.length > 0 ? shared : edges;
}

/** How many of them are below a limit. */
function placeIn(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if ((sorted[half] ?? 0) < limit) low = half + 1;
    else high = half;
  }
  return low;
}

/** A title of two lines: large ones, both in the middle or both from one edge, with a subtitle's dash before neither. */
function isTitleGoingOn(before: PrintedLine, line: PrintedLine, usual: number): boolean {
  if (before.isRow || line.isRow || !sameSize(before, line) || line.size < MUCH_LARGER * usual) return false;
  if (before.y - line.y > TITLE_PITCH * line.size || line.y >= before.y) return false;
  if (SUBTITLE.test(line.text) || SENTENCE_END.test(before.text) || NUMBERED.test(line.text)) return false;
  const isCentred = Math.abs(before.left + before.right - line.left - line.right) <= 2 * line.size;
  return isCentred || Math.abs(before.left - line.left) <= line.size / 2;
}

function goesOnBelow(before: PrintedLine, line: PrintedLine, margins: Margins): boolean {
  if (before.isRow || line.isRow || !sameSize(before, line)) return false;
  const pitch = before.y - line.y;
  if (pitch > WIDER * Math.max(margins.pitch, line.size * 1.2)) return false;
  if (isIndented(line, margins)) return false;
  return !isShort(before, margins);
}

/** What ends with a full line and no sentence, or before a line that is not set in, goes on. */
function goesOnElsewhere(
  { line: before, margins }: { line: PrintedLine; margins: Margins },
  line: PrintedLine,
  next: Margins,
): boolean {
  if (before.isRow || line.isRow || !sameSize(before, line)) return false;
  return !isShort(before, margins) && !isIndented(line, next) && !SENTENCE_END.test(before.text);
}

function sameSize(one: PrintedLine, other: PrintedLine): boolean {
  return Math.abs(one.size - other.size) <= SAME_SIZE;
}

function isIndented(line: PrintedLine, { left }: Margins): boolean {
  const indent = (line.left - left) / line.size;
  return /^[　\s]{2}/.test(line.text) || indent > MIN_INDENT;
}

function isShort(line: PrintedLine, { right }: Margins): boolean {
  return right - line.right > SHORT * line.size;
}

const HYPHENATED = /[a-z]-$/;

/** Latin words stand apart, and a word that was divided is one again; Chinese goes on without a gap. */
function joined(before: string, line: string): string {
  const behind = line.trimStart();
  if (HYPHENATED.test(before) && /^[a-z]/.test(behind)) return before.slice(0, -1) + behind;
  const isLatin = /[\p{Script=Latin}\d,.;:)]$/u.test(before) && /^[\p{Script=Latin}\d(]/u.test(behind);
  return isLatin ? `${before} ${behind}` : before + behind;
}
