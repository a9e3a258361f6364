import { besideFigures } from './beside-figures.ts';
import { isDoubtful, NEAR_FIGURE, type Weighed } from './doubt.ts';
import { endsWithNumber, isFigure, isUnit } from './figures.ts';
import { isUndamaged } from './likeliest-text.ts';
import type { Unit } from './line-units.ts';
import type { Change } from './revision.ts';
import { UNREADABLE } from './unreadable.ts';

/** A line in its units, with the UTF-16 offset of each and of the end. */
export interface ReadLine {
  readonly units: readonly Unit[];
  readonly offsets: readonly number[];
  /** Whether its figures are full-width. */
  readonly hasWideDigits: boolean;
}

const WIDE_DIGIT = /[０-９]/;

/** A line as it stands. */
export function readLine(units: readonly Unit[]): ReadLine {
  const offsets = [0];
  for (const { length } of units) offsets.push((offsets.at(-1) ?? 0) + length);
  return { units, offsets, hasWideDigits: units.some(({ character }) => WIDE_DIGIT.test(character)) };
}

function hasWideDigit({ step }: Weighed): boolean {
  return WIDE_DIGIT.test(step.character);
}

/**
 * The runs of a reading that were read one byte off, with one sign for each place that cannot be
 * told; where there is one, the rule of the change says so.
 */
export function changesOf(standing: ReadLine, reading: readonly Weighed[]): Change[] {
  const line = { ...standing, hasWideDigits: standing.hasWideDigits || reading.some(hasWideDigit) };
  const { units, offsets } = line;
  const changes: Change[] = [];
  // What a gloss in the line tells is no guess, and nothing beside it was lost.
  const exact = new Set<Change>();
  let run: { start: number; to: string; isExact: boolean } | undefined;
  for (const [at, weighed] of reading.entries()) {
    const { step } = weighed;
    if (run === undefined && isUndamaged(units, step)) {
      if (isOfDoubtfulFigure(line, reading, at)) {
        const { unit } = step.from;
        changes.push({ start: offsets[unit] ?? 0, end: offsets[unit + 1] ?? 0, to: UNREADABLE });
      }
      continue;
    }
    run ??= { start: step.from.unit, to: '', isExact: false };
    run.isExact ||= units[step.from.unit]?.isCut === true && !step.from.inside;
    run.to = joined(run.to, printed(line, reading, at));
    if (step.next.inside) continue;
    run.to = withoutPartsOfFigures(run.to, units[run.start - 1]?.character, units[step.next.unit]?.character);
    const kept = commonPrefix(units.slice(run.start, step.next.unit), run.to);
    const start = run.start + kept - (run.to.charAt(kept) === UNREADABLE ? partOfFigure(units, run.start + kept) : 0);
    const change = {
      start: Math.max(offsets[start] ?? 0, changes.at(-1)?.end ?? 0),
      end: offsets[step.next.unit] ?? 0,
      to: run.to.slice((offsets[run.start + kept] ?? 0) - (offsets[run.start] ?? 0)),
    };
    changes.push(change);
    if (run.isExact && !run.to.includes(UNREADABLE)) exact.add(change);
    run = undefined;
  }
  return besideFigures(changes, line).map((beside, at) => {
    const [change = beside] = changes.slice(at, at + 1).filter((one) => exact.has(one));
    return change.to.includes(UNREADABLE) ? { ...change, rule: 'unreadable' } : change;
  });
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
  const isBehindNumber = endsWithNumber(textBefore(units, reading, at));
  const isTold =
    !isDoubtful(weighed, { before, after, isBehindNumber, hasWideDigits }) ||
    (next.unit === units.length && closes(units, reading, at));
  return joined(isTold ? character : UNREADABLE, mayHide === true ? UNREADABLE : '');
}

/** As far before a place of a reading as a number can matter to it. */
function textBefore(units: readonly Unit[], reading: readonly Weighed[], at: number): string {
  const first = reading[0]?.step.from.unit ?? 0;
  const read = reading.slice(Math.max(0, at - NEAR), at).map(({ step }) => step.character);
  const standing = units.slice(Math.max(0, first - NEAR), first).map(({ character }) => character);
  return [...standing, ...read].slice(-NEAR).join('');
}
/** Characters. */
const NEAR = 6;

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
function commonPrefix(misread: readonly Unit[], to: string): number {
  let [count, length] = [0, 0];
  for (const { character, gloss } of misread.slice(0, -1)) {
    if (gloss !== undefined || !to.startsWith(character, length) || length + character.length >= to.length) break;
    length += character.length;
    count += 1;
  }
  return count;
}
