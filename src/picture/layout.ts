import { type Excerpt, excerptOf } from './excerpt.ts';
import { type Box, footOf } from './foot.ts';
import type { Line } from './lines.ts';
import { baselineIn, type Measure, type PlacedLine, textsOf, toPixels } from './placed.ts';
import { type QuotedPicture, type Shape, SIZES } from './quoted-picture.ts';
import { createTypesetter, evenedOut, type SetParagraph, type SetText } from './quoted-text.ts';

/** Where everything in a picture stands. Pixels from its upper left corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PlacedLine[];
  /** The line between the quotation and where it is from. */
  readonly rule: Omit<Box, 'height'>;
  /** The product's name. */
  readonly seal: Box;
  /** What of the quotation there is room for. */
  readonly excerpt: Excerpt;
}

/** Margins, and the sizes that a quotation may have. Pixels. */
interface Geometry {
  readonly side: number;
  readonly top: number;
  readonly bottom: number;
  readonly largest: number;
  /** On a phone, which shows a picture a third as wide, it can still be read. */
  readonly smallest: number;
  readonly titleLines: number;
}

const GEOMETRY: Readonly<Record<Shape, Geometry>> = {
  landscape: { side: 92, top: 72, bottom: 58, largest: 80, smallest: 28, titleLines: 1 },
  square: { side: 100, top: 104, bottom: 84, largest: 92, smallest: 30, titleLines: 2 },
};
const ABOVE_RULE = 30;
const BELOW_RULE = 24;
/** Of what the picture says itself, in the size of the quotation. */
const NOTE_SIZE = 0.68;

/** Places everything: the quotation in the largest size that it fits in, where it is from below. */
export function layOut(picture: QuotedPicture, measure: Measure): Layout {
  const [width, height] = SIZES[picture.shape];
  const { side, top, bottom, largest, smallest, titleLines } = GEOMETRY[picture.shape];
  const inside = { x: side, y: top, width: width - 2 * side, height: height - top - bottom };
  const foot = footOf(picture, measure, inside, titleLines);
  const ruleAt = foot.top - BELOW_RULE;
  const room = { ...inside, height: ruleAt - ABOVE_RULE - top };
  const typeset = createTypesetter(picture, measure);
  const fits = (part: Excerpt, size: number) => typeset(part, size, room.width).height <= room.height;
  const excerpt = excerptOf(picture, (part) => fits(part, smallest));
  const size = largestThatFits(smallest, largest, (size) => fits(excerpt, size));
  const text = evenedOut(typeset, excerpt, size, room.width);
  return {
    width,
    height,
    lines: [...quotedLines(text, excerpt, picture, measure, room), ...foot.lines],
    rule: { x: side, y: ruleAt, width: room.width },
    seal: foot.seal,
    excerpt,
  };
}

/** The smallest is known to fit. */
function largestThatFits(smallest: number, largest: number, fits: (size: number) => boolean): number {
  let [fitting, tooLarge] = [smallest, largest + 1];
  while (tooLarge - fitting > 1) {
    const half = Math.floor((fitting + tooLarge) / 2);
    if (fits(half)) fitting = half;
    else tooLarge = half;
  }
  return fitting;
}

/** The quotation's lines, in the middle of their room, with what is said where some of it is left out. */
function quotedLines(
  { paragraphs, size, lineHeight, betweenParagraphs, height }: SetText,
  excerpt: Excerpt,
  { words, script }: QuotedPicture,
  measure: Measure,
  room: Box,
): PlacedLine[] {
  const placed: PlacedLine[] = [];
  let y = room.y + Math.max(0, room.height - height) / 2;
  const add = (line: Omit<PlacedLine, 'baseline'>) => {
    placed.push({ ...line, baseline: baselineIn(y, lineHeight, size) });
    y += lineHeight;
  };
  const say = (text: string, side: 'left' | 'right') => {
    const noteSize = Math.round(size * NOTE_SIZE);
    const indent = side === 'left' ? 0 : room.width - measure(text, 'note', script) * noteSize;
    add({ look: 'note', texts: [{ text, x: toPixels(room.x + indent) }], size: noteSize, marked: [] });
  };
  // What is all of the same importance is not set off.
  const setsOff = paragraphs.some(({ marked }) => marked.includes(false));
  if (excerpt.before) say(words.before, 'left');
  for (const [at, paragraph] of paragraphs.entries()) {
    if (at > 0) y += betweenParagraphs;
    for (const line of paragraph.lines) {
      const texts = textsOf(line, paragraph.atoms, size, room.x);
      add({ look: 'quoted', texts, size, marked: setsOff ? markedIn(line, paragraph, size, room.x) : [] });
    }
  }
  if (excerpt.unfinished || excerpt.behind) say(excerpt.unfinished ? words.unfinished : words.behind, 'right');
  return placed;
}

/** The stretches of a line that are set off. */
function markedIn({ from, to, places, end }: Line, { atoms, marked }: SetParagraph, size: number, left: number) {
  const stretches: [number, number][] = [];
  let isGoingOn = false;
  for (let at = from; at < to; at += 1) {
    const isMarked = marked[at] === true && atoms[at]?.kind !== 'space';
    const place = Math.max(0, places[at - from] ?? 0);
    const last = stretches.at(-1);
    const behind = Math.min(place + (atoms[at]?.width ?? 0), Math.max(end, place));
    if (isMarked && isGoingOn && last !== undefined) last[1] = behind;
    else if (isMarked) stretches.push([place, behind]);
    isGoingOn = marked[at] === true;
  }
  return stretches.map(([from, to]) => [toPixels(left + from * size), toPixels(left + to * size)] as const);
}

/** The article's words in a picture, a line a paragraph, and what it says where some are left out. */
export function wordsIn({ paragraphs, before, behind, unfinished }: Excerpt, { words }: QuotedPicture): string {
  const lines = paragraphs.map(({ sentences }) =>
    sentences
      .map(({ text }) => text)
      .join('')
      .trim(),
  );
  const note = unfinished ? [words.unfinished] : behind ? [words.behind] : [];
  return [...(before ? [words.before] : []), ...lines, ...note].join('\n');
}
