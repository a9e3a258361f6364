import { toTraditionalCharacters } from '../language/script.ts';
import { characterScores } from './character-scores.ts';
import { countOfText, isCommon, normalCode, normalised } from './expected-text.ts';
import { FIGURE_CHARACTERS, isDigit, isNumeral, isUnit } from './figures.ts';
import { characterOf, withLead, withTrail } from './gbk.ts';
import type { Unit } from './line-units.ts';
import { isMisread, LONGEST_RUN, strayTrails } from './stray-trail.ts';

/*
 * A run of misread bytes that a stray trail byte ends is often too short for the search to be sure
 * what it was. That it was something else is told by what stands there, which nobody writes.
 */

/** What a run of misread bytes takes up, in units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Characters on either side that tell how likely a reading is. */
const AROUND = 4;
/** Log probability of a byte that came in between. */
const INSERTED = -8;
/** How much likelier a character of the other script makes it that a line is misread (log probability). */
const FOREIGN_SCRIPT = 3;

/*
 * How much likelier a line has to be with what the bytes may have been than as it stands (log
 * probability). Measured on 6,600 undamaged lines in both scripts: none reaches these. Single
 * letters are counted as often as all letters are, so that a limit may be below 0.
 */
interface Limits {
  /** For a stray byte behind text that is in order. */
  readonly alone: number;
  /** The same behind a number, whose unit it may be left of. */
  readonly behindNumber: number;
  /** The same one character behind a number. */
  readonly oneFromNumber: number;
  /** For one behind misread bytes. */
  readonly garbled: number;
  readonly garbledBehindNumber: number;
}
/** Of a capital, which people write amid Chinese: A股, K歌. */
const CAPITALS: Limits = { alone: 8, behindNumber: 4, oneFromNumber: 2.5, garbled: 7.5, garbledBehindNumber: 1.5 };
/** Of a small letter or a sign of ASCII, which hardly ever stands alone amid Chinese. */
const OTHERS: Limits = { alone: 6, behindNumber: -3.5, oneFromNumber: 0, garbled: 1, garbledBehindNumber: 0 };
/** Of a small letter that is written behind digits: 5g, 1080p. */
const MEASURES = 4;

const CAPITAL = /[A-Z]/;
const MEASURE = /[abdghkmpstvwx]/;
/** A number that counts, and is no name: 二十A座, but never 一百六十A. */
const QUANTITY = /[一二两兩三四五六七八九十幾几][百千万萬亿億][零〇一二两兩三四五六七八九十百千]{0,6}$/;
const LONGEST_NUMBER = 8;
/** Numerals that are mostly something else when they stand alone. */
const SELDOM_ALONE = /[壹贰貳叁肆伍陆陸柒捌玖拾佰仟]/;

/** The runs of misread bytes that end with a stray trail byte, where it is so unlikely that they were published as they stand. */
export function misreadRuns(units: readonly Unit[]): Stretch[] {
  return strayTrails(units).flatMap((stray) => {
    const run = likeliestRun(units, stray);
    return run.gain > enough(units, run.start, stray) ? [{ start: run.start, end: stray + 1 }] : [];
  });
}

function enough(units: readonly Unit[], start: number, stray: number): number {
  const { character = '' } = units[stray] ?? {};
  if (MEASURE.test(character) && isNarrowDigit(units[stray - 1])) return MEASURES;
  const isGarbled = start < stray;
  const isName =
    CAPITAL.test(character) &&
    !isNumeral(units[stray + 1]?.character ?? '') &&
    !QUANTITY.test(textBefore(units, start)) &&
    !units.slice(start, stray).some(isHardlyUsed);
  const limits = isName ? CAPITALS : OTHERS;
  if (isBehindNumber(units, start)) return isGarbled ? limits.garbledBehindNumber : limits.behindNumber;
  if (isBehindNumber(units, start - 1)) {
    const isUnitBetween = isUnit(units[start - 1]?.character ?? '');
    // 一套, then what was misread.
    if (isGarbled && isUnitBetween) return limits.garbledBehindNumber;
    // 一, then what is no unit: 一裙f.
    if (!isGarbled && !isUnitBetween) return limits.oneFromNumber;
  }
  return isGarbled ? limits.garbled : limits.alone;
}

function textBefore(units: readonly Unit[], at: number): string {
  return units
    .slice(Math.max(0, at - LONGEST_NUMBER), at)
    .map(({ character }) => character)
    .join('');
}

function isNarrowDigit(unit: Unit | undefined): boolean {
  return unit?.ascii !== undefined && isDigit(unit.character);
}

/** Occurrences in the dictionary's corpus: in what people write, so rare a character stands before no capital. */
const HARDLY_USED = 100;

function isHardlyUsed({ character }: Unit): boolean {
  return (countOfText(normalised(character)) ?? 0) < HARDLY_USED;
}

/** Whether a digit or a numeral stands right before a unit. */
function isBehindNumber(units: readonly Unit[], at: number): boolean {
  const [before = '', beforeThat = ''] = [at - 1, at - 2].map((unit) => units[unit]?.character);
  if (isDigit(before)) return true;
  return isNumeral(before) && (!SELDOM_ALONE.test(before) || isNumeral(beforeThat));
}

interface Run {
  readonly start: number;
  /** How much likelier the line is if it was read otherwise (log probability). */
  readonly gain: number;
}

/** Where the misread bytes before a stray trail byte begin, most likely. */
function likeliestRun(units: readonly Unit[], stray: number): Run {
  let likeliest: Run = { start: stray, gain: Number.NEGATIVE_INFINITY };
  for (let start = stray; start >= Math.max(0, stray - LONGEST_RUN); start -= 1) {
    if (start < stray && !isMisread(units[start])) break;
    const gain = gainOfRun(units, start, stray);
    if (gain > likeliest.gain) likeliest = { start, gain };
  }
  return likeliest;
}

function gainOfRun(units: readonly Unit[], start: number, stray: number): number {
  const text = units.slice(Math.max(0, start - AROUND), stray + 1 + AROUND).map(({ character }) => character);
  const before = text.slice(0, Math.min(start, AROUND));
  const misread = text.slice(before.length, before.length + stray - start);
  const after = text.slice(before.length + misread.length + 1);
  const likeliest = readingsOf(units, start, stray).reduce(
    (best, { characters, damage }) => Math.max(best, likelihood([...before, ...characters, ...after]) + damage),
    Number.NEGATIVE_INFINITY,
  );
  return likeliest - likelihood(text) + FOREIGN_SCRIPT * misread.filter(isOnlySimplified).length;
}

interface Reading {
  readonly characters: readonly string[];
  readonly damage: number;
}

/** What a run may have been: of its first character a byte was lost, or one of its first two bytes came in between. */
function readingsOf(units: readonly Unit[], start: number, stray: number): Reading[] {
  const run = units.slice(start, stray).flatMap(({ pair }) => (pair === undefined ? [] : [pair.lead, pair.trail]));
  const bytes = [...run, units[stray]?.ascii ?? 0];
  const [first = 0, second = 0, ...more] = bytes;
  const readings: Reading[] = [];
  const lost = charactersOf(bytes.slice(1));
  const isUnitOfFigure = start === stray && isBehindNumber(units, start);
  if (lost !== undefined) {
    for (const beginning of beginningsOf(first, run.length > 0)) {
      if (isUnitOfFigure && !OF_FIGURES.has(beginning)) continue;
      readings.push({ characters: [beginning, ...lost], damage: 0 });
    }
  }
  if (run.length === 0) return readings;
  for (const kept of [first, second]) {
    const characters = charactersOf([kept, ...more]);
    if (characters !== undefined) readings.push({ characters, damage: INSERTED });
  }
  return readings;
}

/** Two by two; undefined where two of the bytes are no character. */
function charactersOf(bytes: readonly number[]): string[] | undefined {
  const characters: string[] = [];
  for (let at = 0; at < bytes.length; at += 2) {
    const character = characterOf(bytes[at] ?? 0, bytes[at + 1] ?? 0);
    if (character === undefined) return undefined;
    characters.push(character);
  }
  return characters;
}

function isOnlySimplified(character: string): boolean {
  return toTraditionalCharacters(character) !== character;
}

const beginnings = new Map<number, readonly string[]>();

/** What a byte may be left of: all that figures are written with, and the most frequent of all others. */
function beginningsOf(byte: number, mayBeLead: boolean): readonly string[] {
  const key = byte * 2 + Number(mayBeLead);
  let list = beginnings.get(key);
  if (list === undefined) {
    const all = [...withTrail(byte), ...(mayBeLead ? withLead(byte) : [])];
    const count = (character: string) => countOfText(normalised(character)) ?? 0;
    const others = all.filter(isCommon).sort((one, other) => count(other) - count(one));
    list = [...new Set([...all.filter((character) => OF_FIGURES.has(character)), ...others.slice(0, 3)])];
    beginnings.set(key, list);
  }
  return list;
}
const OF_FIGURES = new Set(FIGURE_CHARACTERS);

function likelihood(characters: readonly string[]): number {
  return characterScores(characters.map(normalCode)).reduce((total, score) => total + score, 0);
}
