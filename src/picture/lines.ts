import type { Script } from '../article/article.ts';
import type { Atom } from './atoms.ts';
import { isClosing, isEmptyOnTheRight, isOpening, isStop } from './marks.ts';

/** A line as it is set. */
export interface Line {
  /** The first atom in it, and the first behind it. */
  readonly from: number;
  readonly to: number;
  /** Where each atom begins, from the left edge, in the size of the text. */
  readonly places: readonly number[];
  /** Where the last one ends, spaces behind it and an empty half of a mark left out. */
  readonly end: number;
}

/** How lines are set. */
export interface Setting {
  /** In the size of the text, as all widths. */
  readonly width: number;
  /** Of the first line. */
  readonly indent: number;
  readonly script: Script;
  /** Whether all lines but a paragraph's last end at the same place, where that takes little. */
  readonly spreads: boolean;
}

/** What an empty half of a mark takes. */
const HALF = 0.5;
/** What stands between Chinese and the digits or letters beside it. */
const BESIDE_NARROW = 0.125;
/** The most that two characters are moved apart for a line to end where the others do. */
const MOST_APART = 0.14;
/** What numbers with a point miss. */
const SLACK = 1e-6;

/** A paragraph in lines that are as full as they may be. */
export function setLines(atoms: readonly Atom[], setting: Setting): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from < atoms.length; ) {
    const filled = fill(atoms, from, setting, from === 0 ? setting.indent : 0);
    const isLast = filled.to === atoms.length;
    lines.push(isLast || !setting.spreads ? filled : spread(atoms, filled, setting));
    from = filled.to;
  }
  return lines;
}

/** As many atoms as fit from one on: to where a line may end, or, where none may, to the edge. */
function fill(atoms: readonly Atom[], from: number, { width, script }: Setting, indent: number): Line {
  const places: number[] = [];
  const ends: number[] = [];
  let mayEnd = from;
  let at = from;
  let next = indent;
  for (; at < atoms.length; at += 1) {
    const atom = atoms[at] as Atom;
    const before = atoms[at - 1];
    if (atom.mayBeFirst && at > from) mayEnd = at;
    const place = next + (at > from && before !== undefined ? gap(before, atom, script) : atStart(atom, indent));
    const isSeen = atom.kind !== 'space' && atom.kind !== 'unseen';
    const end = place + atom.width - (isEmptyOnTheRight(atom.text, script) ? HALF : 0);
    if (isSeen && at > from && end > width + SLACK) break;
    places.push(place);
    ends.push(isSeen ? end : (ends.at(-1) ?? indent));
    next = place + atom.width;
  }
  const to = at === atoms.length || mayEnd === from ? at : mayEnd;
  return { from, to, places: places.slice(0, to - from), end: ends[to - from - 1] ?? indent };
}

/** An opening mark stands at the edge, its empty half outside; where a paragraph is indented it keeps its place. */
function atStart({ text }: Atom, indent: number): number {
  return isOpening(text) && indent === 0 ? -HALF : 0;
}

/** What two atoms that stand side by side are moved apart, or together. */
function gap(before: Atom, behind: Atom, script: Script): number {
  const isMark = isClosing(behind.text) || isOpening(behind.text) || isStop(behind.text);
  if (isEmptyOnTheRight(before.text, script) && isMark) return -HALF;
  if (isOpening(before.text) && isOpening(behind.text)) return -HALF;
  return isHanBeside(before, behind) || isHanBeside(behind, before, true) ? BESIDE_NARROW : 0;
}

function isHanBeside(wide: Atom, narrow: Atom, isInFront = false): boolean {
  if (wide.kind !== 'wide' || narrow.kind !== 'narrow' || !/^\p{L}/u.test(wide.text)) return false;
  return (isInFront ? /[\p{L}\p{N}%‰℃]$/u : /^[\p{L}\p{N}]/u).test(narrow.text);
}

/** Moves what stands in a line apart, a little everywhere, so that it ends at the edge. */
function spread(atoms: readonly Atom[], line: Line, { width }: Setting): Line {
  const { from, to, places, end } = line;
  const mayMove = (at: number) => at > from && at < to && isLoose(atoms[at - 1] as Atom, atoms[at] as Atom);
  let loose = 0;
  for (let at = from; at < to; at += 1) if (mayMove(at)) loose += 1;
  const apart = loose === 0 ? Number.POSITIVE_INFINITY : (width - end) / loose;
  if (apart > MOST_APART) return line;
  let moved = 0;
  const spreadPlaces = places.map((place, at) => {
    if (mayMove(from + at)) moved += apart;
    return place + moved;
  });
  return { ...line, places: spreadPlaces, end: end + moved };
}

/** Marks stay with what they stand at, words whole. */
function isLoose(before: Atom, behind: Atom): boolean {
  if (before.kind === 'unseen' || behind.kind === 'unseen' || behind.kind === 'space') return false;
  if (before.kind === 'narrow' && behind.kind === 'narrow') return false;
  return !isOpening(before.text) && !isClosing(behind.text) && !isStop(behind.text);
}
