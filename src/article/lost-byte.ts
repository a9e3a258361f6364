import { scriptOf, toSimplifiedCharacters, toTraditionalCharacters } from '../language/script.ts';
import { isRemnantOfStop, shiftedAhead, type Unit, unitsOf } from './byte-channel.ts';
import { characterScores } from './character-scores.ts';
import { isDoubtful, NEAR_FIGURE, type Weighed, weigh } from './doubt.ts';
import { normalised } from './expected-text.ts';
import { isFigure, isUnit } from './figures.ts';
import { isUndamaged, readStretch } from './likeliest-text.ts';
import type { Change } from './revision.ts';
import { UNREADABLE } from './unreadable.ts';

/** A character of the other script than its line, as 赖 amid Traditional text (log probability). */
const FOREIGN_SCRIPT = -3;

/** A paragraph is hardly longer; a line that is holds no sentences. */
const MAX_LINE = 5000;

/**
 * Finds where a line lost a byte of GBK and puts it back: among all ways to put bytes back,
 * and none, the likeliest text wins (a noisy channel).
 *
 * The byte may have been lost before the text was converted to Traditional, or after it. Of
 * a Traditional line both are tried.
 *
 * @returns changes in UTF-16 offsets of the line; none where nothing was lost.
 */
export function findLostBytes(line: string): Change[] {
  const asItStands = search(line);
  const simplified = toSimplifiedCharacters(line);
  if (simplified === line || scriptOf(line) === 'hans') return asItStands.changes;
  const beforeConversion = search(simplified);
  if (beforeConversion.gain <= asItStands.gain) return asItStands.changes;
  return beforeConversion.changes.map((change) => ({ ...change, to: toTraditionalCharacters(change.to) }));
}

/** What putting bytes back changes, and how much likelier the line is for it (log probability). */
function search(line: string): { readonly changes: Change[]; readonly gain: number } {
  const suspects = suspectsIn(line);
  if (suspects.size === 0) return { changes: [], gain: 0 };
  const units = unitsOf(line);
  const place = { units, offsets: offsetsOf(units) };
  const penalty = scriptPenalty(line);
  const changes: Change[] = [];
  let [read, gain] = [0, 0];
  for (const suspect of [...suspects].sort((one, other) => one - other)) {
    if (suspect < read) continue;
    const lattice = readStretch(units, penalty, (unit) => suspects.has(unit), Math.max(read, suspect - BEFORE_ODD));
    read = lattice.end >> 1;
    const gained = (lattice.reached.get(lattice.end)?.total ?? Number.NEGATIVE_INFINITY) - lattice.undamaged;
    if (!(gained > MIN_GAIN)) continue;
    const reading = weigh(lattice);
    const hasWideDigits = WIDE_DIGIT.test(line) || reading.some(({ step }) => WIDE_DIGIT.test(step.character));
    const found = changesOf({ ...place, hasWideDigits }, reading);
    // Where not all can be told, the line as it stands is a close reading too.
    if (gained < CLOSE_GAIN && found.some(({ rule }) => rule !== undefined)) continue;
    gain += gained;
    changes.push(...found);
  }
  return { changes, gain };
}

/**
 * In how many places of a line a lost byte would be looked for. The search takes up to a
 * millisecond each; where they are many, bytes were not lost but never were GBK.
 */
export function countSuspects(line: string): number {
  const simplified = toSimplifiedCharacters(line);
  const standing = suspectsIn(line).size;
  return simplified === line ? standing : standing + suspectsIn(simplified).size;
}

const suspectsByLine = new Map<string, ReadonlySet<number>>();
/** The lines of an article, as they stand and Simplified, are seldom more. */
const MOST_REMEMBERED = 400;

/** Units of a line at which a loss may explain what is odd. A line is asked for twice: its suspects are counted first, then searched. */
function suspectsIn(line: string): ReadonlySet<number> {
  const known = suspectsByLine.get(line);
  if (known !== undefined) return known;
  if (suspectsByLine.size === MOST_REMEMBERED) suspectsByLine.clear();
  const suspects = suspectUnits(unitsOf(line));
  suspectsByLine.set(line, suspects);
  return suspects;
}

/** So many characters in a row… */
const ODD_WINDOW = 3;
/** …that are together less likely than this (log probability) are looked at. Rare names are odd too. */
const ODD = -24;
/** …and are suspect if read one byte off they are that much likelier. */
const GAIN = 9;
/** A byte was lost at most so many characters before what looks odd. */
const BEFORE_ODD = 2;

/** A reading is the likelier one by so much (log probability), or the line stays as it is. */
const MIN_GAIN = 0;
const CLOSE_GAIN = 8;

/** A cheap look at every line, for the search is costly. */
function suspectUnits(units: readonly Unit[]): Set<number> {
  const suspects = new Set<number>();
  if (units.length > MAX_LINE) return suspects;
  const scores = characterScores(units.map(({ character }) => normalised(character)));
  for (let odd = 0; odd < units.length; odd += 1) {
    if (isRemnantOfStop(units, odd)) {
      // What stands before it may have lost the byte, and be read across the stop.
      for (let unit = Math.max(0, odd - BEFORE_ODD); unit <= odd; unit += 1) suspects.add(unit);
    }
    if (sum(scores, odd, odd + ODD_WINDOW) > ODD) continue;
    for (let unit = Math.max(0, odd - BEFORE_ODD); unit < Math.min(units.length, odd + ODD_WINDOW); unit += 1) {
      if (!suspects.has(unit) && gainOfShift(units, scores, unit) > GAIN) suspects.add(unit);
    }
  }
  return suspects;
}

function gainOfShift(units: readonly Unit[], scores: readonly number[], unit: number): number {
  const { text, end } = shiftedAhead(units, unit);
  const shifted = characterScores(text.map(normalised));
  return sum(shifted, 0, shifted.length) - sum(scores, unit, end);
}

function sum(scores: readonly number[], start: number, end: number): number {
  let total = 0;
  for (let at = start; at < end; at += 1) total += scores[at] ?? 0;
  return total;
}

function scriptPenalty(line: string): (character: string) => number {
  const convert = scriptOf(line) === 'hant' ? toTraditionalCharacters : toSimplifiedCharacters;
  return (character) => (convert(character) === character ? 0 : FOREIGN_SCRIPT);
}

/** A line in its units, with the UTF-16 offset of each and of the end. */
interface ReadLine {
  readonly units: readonly Unit[];
  readonly offsets: readonly number[];
  readonly hasWideDigits: boolean;
}

const WIDE_DIGIT = /[０-９]/;

function offsetsOf(units: readonly Unit[]): number[] {
  const offsets = [0];
  for (const { character } of units) offsets.push((offsets.at(-1) ?? 0) + character.length);
  return offsets;
}

/** The runs of the reading that were read one byte off, each with one sign for what cannot be told. */
function changesOf(line: ReadLine, reading: readonly Weighed[]): Change[] {
  const { units, offsets } = line;
  const changes: Change[] = [];
  let run: { start: number; to: string } | undefined;
  for (const [at, weighed] of reading.entries()) {
    const { step } = weighed;
    if (run === undefined && isUndamaged(units, step)) {
      if (isOfDoubtfulFigure(line, reading, at)) {
        const { unit } = step.from;
        changes.push({ start: offsets[unit] ?? 0, end: offsets[unit + 1] ?? 0, to: UNREADABLE });
      }
      continue;
    }
    run ??= { start: step.from.unit, to: '' };
    run.to = joined(run.to, printed(line, reading, at));
    if (step.next.inside) continue;
    run.to = withoutPartsOfFigures(run.to, units[run.start - 1]?.character, units[step.next.unit]?.character);
    const misread = units.slice(run.start, step.next.unit).map(({ character }) => character);
    const kept = commonPrefix(misread, run.to);
    const start = run.start + kept - (run.to.charAt(kept) === UNREADABLE ? partOfFigure(units, run.start + kept) : 0);
    changes.push({
      start: Math.max(offsets[start] ?? 0, changes.at(-1)?.end ?? 0),
      end: offsets[step.next.unit] ?? 0,
      to: run.to.slice((offsets[run.start + kept] ?? 0) - (offsets[run.start] ?? 0)),
    });
    run = undefined;
  }
  return changes.map((change) => (change.to.includes(UNREADABLE) ? { ...change, rule: 'unreadable' } : change));
}

/** Whether what stands right behind or before a digit, and was not read otherwise, may well have been: 10辍� is what is left of 10年。 */
function isOfDoubtfulFigure({ units }: ReadLine, reading: readonly Weighed[], at: number): boolean {
  const weighed = reading[at];
  if (weighed === undefined || isFigure(weighed.step.character)) return false;
  const { unit } = weighed.step.from;
  const isBeside = [unit - 1, unit + 1].some(
    (beside) => isFigure(units[beside]?.character ?? '') && units[beside]?.character !== ',',
  );
  return isBeside && weighed.margin < NEAR_FIGURE;
}

function printed({ units, hasWideDigits }: ReadLine, reading: readonly Weighed[], at: number): string {
  const weighed = reading[at];
  if (weighed === undefined) return '';
  const { character, mayHide, next } = weighed.step;
  const before = reading[at - 1]?.step.character ?? '';
  const after = reading[at + 1]?.step.character ?? units[next.unit]?.character ?? '';
  const isTold =
    !isDoubtful(weighed, { before, after, hasWideDigits }) ||
    (next.unit === units.length && closes(units, reading, at));
  return joined(isTold ? character : UNREADABLE, mayHide === true ? UNREADABLE : '');
}

const OPENING: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  '」': '「',
  '』': '『',
  '）': '（',
  '》': '《',
};

/** Whether a mark closes what is open before it. */
function closes(units: readonly Unit[], reading: readonly Weighed[], at: number): boolean {
  const closing = reading[at]?.step.character ?? '';
  const opening = OPENING[closing];
  if (opening === undefined) return false;
  const first = reading[0]?.step.from.unit ?? 0;
  const before = [
    ...units.slice(0, first).map(({ character }) => character),
    ...reading.slice(0, at).map(({ step }) => step.character),
  ];
  return before.lastIndexOf(opening) > before.lastIndexOf(closing);
}

/** Few characters between what cannot be told and a full-width digit are misread digits themselves. */
const BEFORE_DIGIT = new RegExp(`${UNREADABLE}[^${UNREADABLE}]{1,2}(?=[０-９．])`, 'g');
const BEHIND_DIGIT = new RegExp(`(?<=[０-９．])[^${UNREADABLE}０-９．]{1,2}${UNREADABLE}`, 'g');

/** How many characters before what cannot be told stand right behind a full-width figure and are no units. */
function partOfFigure(units: readonly Unit[], end: number): number {
  for (const length of [1, 2]) {
    const parts = units.slice(Math.max(0, end - length), end).map(({ character }) => character);
    if (parts.some((part) => isFigure(part) || isUnit(part))) return 0;
    if (WIDE_FIGURE.test(units[end - length - 1]?.character ?? '')) return length;
  }
  return 0;
}
const WIDE_FIGURE = /[０-９．]/;

function withoutPartsOfFigures(run: string, before = '', after = ''): string {
  const text = (before + run + after).replace(BEFORE_DIGIT, UNREADABLE).replace(BEHIND_DIGIT, UNREADABLE);
  return text.slice(before.length, text.length - after.length);
}

/** Side by side, two places that cannot be told are one. */
function joined(before: string, after: string): string {
  return before.endsWith(UNREADABLE) && after.startsWith(UNREADABLE) ? before + after.slice(1) : before + after;
}

/** How many characters of the word in which the loss lies stand before it, and are as they were. */
function commonPrefix(misread: readonly string[], to: string): number {
  let [count, length] = [0, 0];
  for (const character of misread.slice(0, -1)) {
    if (!to.startsWith(character, length) || length + character.length >= to.length) break;
    length += character.length;
    count += 1;
  }
  return count;
}
