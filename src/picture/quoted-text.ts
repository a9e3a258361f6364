import { type Atom, atomsOf } from './atoms.ts';
import type { Excerpt } from './excerpt.ts';
import { type Line, setLines } from './lines.ts';
import type { Measure } from './placed.ts';
import type { QuotedPicture } from './quoted-picture.ts';

/** A paragraph in atoms, with those that are set off, and its lines. */
export interface SetParagraph {
  readonly atoms: readonly Atom[];
  readonly marked: readonly boolean[];
  readonly lines: readonly Line[];
}

/** A quotation in lines of one size. */
export interface SetText {
  readonly paragraphs: readonly SetParagraph[];
  /** Pixels, as all that follows. */
  readonly size: number;
  readonly lineHeight: number;
  readonly betweenParagraphs: number;
  readonly height: number;
}

/** From one line to the next, in the size of the text: small text needs more. */
const LINE_HEIGHT = { at: [28, 80], ofSmallest: 1.62, ofLargest: 1.44 } as const;
/** Of a paragraph's first line where there are several, in the size of the text. */
const INDENT = 2;
/** Between paragraphs, in the size of the text. */
const BETWEEN_PARAGRAPHS = 0.35;
/** Shorter lines end where they end: to end together, what stands in them would be far apart. In the size of the text. */
const SHORTEST_SPREAD = 16;

/** Sets a part of a quotation in a size, in lines of a width. Pixels. */
export type Typeset = (part: Excerpt, size: number, width: number) => SetText;

/** What is asked for many times, while a size is looked for, is taken into atoms once. */
export function createTypesetter({ script }: QuotedPicture, measure: Measure): Typeset {
  const taken = new Map<string, readonly Atom[]>();

  /** A whole paragraph at once: where a line may begin depends on what stands before. */
  function atomsIn(text: string): readonly Atom[] {
    const known = taken.get(text);
    if (known !== undefined) return known;
    const atoms = atomsOf(text.toWellFormed(), (part) => measure(part, 'quoted', script));
    taken.set(text, atoms);
    return atoms;
  }

  return (part, size, width) => {
    const spreads = width / size >= SHORTEST_SPREAD;
    const paragraphs = part.paragraphs.map(({ sentences }, at): SetParagraph => {
      const atoms = atomsIn(sentences.map(({ text }) => text).join(''));
      const isBegun = at === 0 && part.before;
      const indent = part.paragraphs.length > 1 && !isBegun ? INDENT : 0;
      const lines = setLines(atoms, { width: width / size, indent, script, spreads });
      return { atoms, marked: markedAtoms(atoms, sentences), lines };
    });
    const lineHeight = lineHeightOf(size);
    const betweenParagraphs = BETWEEN_PARAGRAPHS * size;
    const notes = (part.before ? 1 : 0) + (part.behind || part.unfinished ? 1 : 0);
    const height =
      (lineCount(paragraphs) + notes) * lineHeight + Math.max(0, paragraphs.length - 1) * betweenParagraphs;
    return { paragraphs, size, lineHeight, betweenParagraphs, height };
  };
}

/**
 * The same in lines of one length, as far as that is possible without another line, where lines end where they end: no
 * last one has a character alone.
 */
export function evenedOut(typeset: Typeset, part: Excerpt, size: number, width: number): SetText {
  const set = typeset(part, size, width);
  const lines = lineCount(set.paragraphs);
  if (set.paragraphs.length !== 1 || lines < 2 || width / size >= SHORTEST_SPREAD) return set;
  let [enough, tooNarrow] = [width, width / 2];
  while (enough - tooNarrow > size / 4) {
    const half = (enough + tooNarrow) / 2;
    if (lineCount(typeset(part, size, half).paragraphs) === lines) enough = half;
    else tooNarrow = half;
  }
  return typeset(part, size, enough);
}

function lineHeightOf(size: number): number {
  const {
    at: [small, large],
    ofSmallest,
    ofLargest,
  } = LINE_HEIGHT;
  const share = Math.min(1, Math.max(0, (size - small) / (large - small)));
  return Math.round(size * (ofSmallest + share * (ofLargest - ofSmallest)));
}

function lineCount(paragraphs: readonly Pick<SetParagraph, 'lines'>[]): number {
  return paragraphs.reduce((sum, { lines }) => sum + lines.length, 0);
}

/** Whether each atom is of a sentence that is set off. */
function markedAtoms(atoms: readonly Atom[], sentences: Excerpt['paragraphs'][number]['sentences']): boolean[] {
  let sentence = 0;
  let left = sentences[0]?.text.length ?? 0;
  return atoms.map(({ text }) => {
    while (left <= 0 && sentence < sentences.length - 1) {
      sentence += 1;
      left += sentences[sentence]?.text.length ?? 0;
    }
    left -= text.length;
    return sentences[sentence]?.marked === true;
  });
}
