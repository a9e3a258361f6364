import { besideFigures } from './beside-figures.ts';
import { isDoubtful, isDoubtfulAsItStands, NEAR_FIGURE, type Weighed } from './doubt.ts';
import { isFigure, isNumeral, isUnit } from './figures.ts';
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
  const told = toldSteps(line, reading);
  const changes: Change[] = [];
  // What a gloss in the line tells is no guess, and nothing beside it was lost.
  const exact = new Set<Change>();
  let run: { start: number; to: string; isExact: boolean } | undefined;
  for (const [at, weighed] of reading.entries()) {
    const { step } = weighed;
    if (run === undefined && isUndamaged(units, step)) {
      if (told[at] === false) {
        const { unit } = step.from;
        changes.push({ start: offsets[unit] ?? 0, end: offsets[unit + 1] ?? 0, to: UNREADABLE });
      }
      continue;
    }
    run ??= { start: step.from.unit, to: '', isExact: false };
    run.isExact ||= units[step.from.unit]?.isCut === true && !step.from.inside;
    run.to = joined(run.to, told[at] === false ? UNREADABLE : step.character);
    if (step.mayHide === true) run.to = joined(run.to, UNREADABLE);
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

/** Whether what stands right behind or before a number, and was not read otherwise, may well have been: 10辍� is what is left of 10年。 */
function isOfDoubtfulFigure({ units }: ReadLine, { step, margin }: Weighed): boolean {
  if (isFigure(step.character)) return false;
  const { unit } = step.from;
  const isBeside = [unit - 1, unit + 1].some((at) => {
    const beside = units[at]?.character ?? '';
    return beside !== ',' && (isFigure(beside) || isNumeral(beside));
  });
  return isBeside && margin < NEAR_FIGURE;
}

function isTold({ units, hasWideDigits }: ReadLine, reading: readonly Weighed[], at: number): boolean {
  const weighed = reading[at];
  if (weighed === undefined) return false;
  const around = {
    before: textBefore(units, reading, at),
    after: textBehind(units, reading, at),
    hasWideDigits,
  };
  return !isDoubtful(weighed, around);
}

/** Read with the first byte of a mark for its second, the last character of a line is another one than it was. */
const LEADS_OF_MARKS: readonly (number | undefined)[] = [0xa1, 0xa3];

/** Of each character of a reading whether it is printed; there is a sign for the others. */
function toldSteps(line: ReadLine, reading: readonly Weighed[]): boolean[] {
  const { units } = line;
  const told: boolean[] = [];
  for (const [at, weighed] of reading.entries()) {
    const { character, isGuess, isSigned = false, from } = weighed.step;
    if (isUndamaged(units, weighed.step)) {
      told.push(!isDoubtfulAsItStands(weighed) && !isOfDoubtfulFigure(line, weighed));
      continue;
    }
    const closesLine = weighed.step.next.unit === units.length && told[at - 1] !== false && closes(units, reading, at);
    told.push(closesLine || isTold(line, reading, at));
    const before = reading[at - 1];
    if (character !== '。' || isGuess !== true || before === undefined) continue;
    if (!isUndamaged(units, before.step)) continue;
    const isShifted = before.wordLength === 1 && LEADS_OF_MARKS.includes(units[from.unit - 1]?.pair?.trail);
    // Software that looks for marks in the bytes of a stop leaves no sign.
    if (isShifted && isSigned) told[at - 1] = false;
    if (told[at - 1] === false) told[at] = false;
  }
  return told;
}

/** As far before a place of a reading as anything can matter to it. */
function textBefore(units: readonly Unit[], reading: readonly Weighed[], at: number): string {
  const first = reading[0]?.step.from.unit ?? 0;
  const read = reading.slice(Math.max(0, at - BEFORE), at).map(({ step }) => step.character);
  const standing = units.slice(Math.max(0, first - BEFORE), first).map(({ character }) => character);
  return [...standing, ...read].slice(-BEFORE).join('');
}
/** Characters. */
const BEFORE = 30;

function textBehind(units: readonly Unit[], reading: readonly Weighed[], at: number): string {
  const last = reading.at(-1)?.step.next.unit ?? units.length;
  const read = reading.slice(at + 1, at + 1 + BEHIND).map(({ step }) => step.character);
  const standing = units.slice(last, last + BEHIND).map(({ character }) => character);
  return [...read, ...standing].slice(0, BEHIND).join('');
}
const BEHIND = 4;

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
