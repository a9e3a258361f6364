import { type Atom, atomsOf } from './atoms.ts';
import { type Line, setLines } from './lines.ts';
import { baselineIn, type Look, type Measure, type PlacedLine, textsOf, toPixels } from './placed.ts';
import type { QuotedPicture } from './quoted-picture.ts';

/** A stretch of the picture. Pixels from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What stands below the quotation: title, source, date, address, and the product's seal. */
export interface Foot {
  readonly lines: readonly PlacedLine[];
  readonly seal: Box;
  /** Where it begins, from above. Pixels. */
  readonly top: number;
}

/** How a part of it is set. */
interface Style {
  readonly look: Look;
  readonly size: number;
  readonly height: number;
}

const TITLE: Style = { look: 'title', size: 27, height: 40 };
const DETAIL: Style = { look: 'detail', size: 21, height: 33 };
const MOST_DETAIL_LINES = 2;
const SEAL = { width: 40, height: 74 };
const BESIDE_SEAL = 36;
/** So much of a title, or of the rest, is looked at. UTF-16 units. */
const LONGEST = 400;
const ELLIPSIS = '…';

/** A line of it before it is known how high it stands. */
interface Row {
  readonly style: Style;
  readonly texts: PlacedLine['texts'];
}

/**
 * @param room the picture without its margins: the foot stands at its lower edge
 * @param titleLines how many lines a title has at most
 */
export function footOf(picture: QuotedPicture, measure: Measure, room: Box, titleLines: number): Foot {
  const { title, details, words } = picture;
  const width = room.width - SEAL.width - BESIDE_SEAL;
  const rows = [
    ...rowsOf(title, titleLines, TITLE),
    ...rowsOf(details.join(' · '), MOST_DETAIL_LINES, DETAIL),
    ...rowsOf(words.converted ?? '', 1, DETAIL),
  ];
  const height = rows.reduce((sum, { style }) => sum + style.height, 0);
  const top = room.y + room.height - Math.max(height, SEAL.height);
  let y = top;
  const lines = rows.map(({ style: { look, size, height }, texts }): PlacedLine => {
    const baseline = baselineIn(y, height, size);
    y += height;
    return { look, texts, baseline, size, marked: [] };
  });
  return { lines, seal: { x: room.x + room.width - SEAL.width, y: top, ...SEAL }, top };

  /** A text in few lines; an ellipsis stands for what has no room. */
  function rowsOf(text: string, most: number, style: Style): Row[] {
    const { look, size } = style;
    const widthOf = (part: string) => measure(part, look, picture.script);
    const atoms = atomsOf(text.slice(0, LONGEST).toWellFormed(), widthOf);
    const lines = setLines(atoms, { width: width / size, indent: 0, script: picture.script, spreads: false });
    const kept: Row['texts'][] = lines.slice(0, most).map((line) => textsOf(line, atoms, size, room.x));
    const last = lines[most - 1];
    if (lines.length > most && last !== undefined) {
      kept[most - 1] = withEllipsis(last, atoms, size, width / size - widthOf(ELLIPSIS));
    }
    return kept.map((texts) => ({ style, texts }));
  }

  /** @param end where the ellipsis begins at the latest, in the size of the text */
  function withEllipsis(line: Line, atoms: readonly Atom[], size: number, end: number): Row['texts'] {
    const behind = (at: number) => (line.places[at - line.from] ?? 0) + (atoms[at]?.width ?? 0);
    let to = line.to;
    while (to > line.from + 1 && behind(to - 1) > end) to -= 1;
    const x = toPixels(room.x + behind(to - 1) * size);
    return [...textsOf({ ...line, to }, atoms, size, room.x), { text: ELLIPSIS, x }];
  }
}
