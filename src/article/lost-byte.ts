import { scriptOf, toSimplifiedCharacters, toTraditionalCharacters } from '../language/script.ts';
import { isRemnantOfStop, isSignOfDecoder, shiftedAhead } from './byte-channel.ts';
import { characterScores } from './character-scores.ts';
import { weigh } from './doubt.ts';
import { normalCode, normalised } from './expected-text.ts';
import type { GlossContext } from './gloss.ts';
import { readStretch } from './likeliest-text.ts';
import { type Unit, unitsOf } from './line-units.ts';
import { withMarks } from './marked-damage.ts';
import type { Change } from './revision.ts';
import { strayTrails } from './stray-trail.ts';
import { changesOf, readLine } from './told-text.ts';

/** A character of the other script than its line, as 赖 amid Traditional text (log probability). */
const FOREIGN_SCRIPT = -3;

/** A line is searched by so many characters, or as far as a sentence ends before that. */
const LONGEST_PIECE = 3000;

/**
 * Finds where a line lost a byte of GBK and puts it back: among all ways to put bytes back,
 * and none, the likeliest text wins (a noisy channel).
 *
 * The byte may have been lost before the text was converted to Traditional, or after it. Of
 * a Traditional line both are tried.
 *
 * What is plainly misread and has no reading that is likely enough is marked as unreadable.
 *
 * @param glosses those of the article
 * @returns changes in UTF-16 offsets of the line; none where nothing was lost.
 */
export function findLostBytes(line: string, glosses?: GlossContext): Change[] {
  return inPieces(line).flatMap(({ at, text }) =>
    withMarks(text, likelierThan(text, glosses), glosses).map((change) => ({
      ...change,
      start: at + change.start,
      end: at + change.end,
    })),
  );
}

function inPieces(line: string): { readonly at: number; readonly text: string }[] {
  const pieces: { at: number; text: string }[] = [];
  for (let at = 0; at < line.length; ) {
    const rest = line.slice(at, at + LONGEST_PIECE);
    const end = rest.length < LONGEST_PIECE ? rest.length : rest.lastIndexOf('。') + 1 || rest.length;
    pieces.push({ at, text: rest.slice(0, end) });
    at += end;
  }
  return pieces;
}

/** What has to be changed in a line for it to be the likeliest that may have been published. */
function likelierThan(line: string, glosses: GlossContext | undefined): Change[] {
  const suspects = suspectsIn(line, glosses);
  const asItStands = search(line, suspects.standing, glosses);
  if (suspects.simplified.size === 0 || scriptOf(line) === 'hans') return asItStands.changes;
  const beforeConversion = search(toSimplifiedCharacters(line), suspects.simplified, glosses);
  if (beforeConversion.gain <= asItStands.gain) return asItStands.changes;
  return beforeConversion.changes.map((change) => ({ ...change, to: toTraditionalCharacters(change.to) }));
}

/** What putting bytes back changes, and how much likelier the line is for it (log probability). */
function search(
  line: string,
  suspects: ReadonlySet<number>,
  glosses: GlossContext | undefined,
): { readonly changes: Change[]; readonly gain: number } {
  if (suspects.size === 0) return { changes: [], gain: 0 };
  const units = unitsOf(line, glosses);
  const asRead = readLine(units);
  const penalty = scriptPenalty(line);
  const changes: Change[] = [];
  let [read, gain] = [0, 0];
  for (const suspect of [...suspects].sort((one, other) => one - other)) {
    if (suspect < read) continue;
    const lattice = readStretch(units, penalty, (unit) => suspects.has(unit), Math.max(read, suspect - BEFORE_ODD));
    read = lattice.end >> 1;
    const gained = (lattice.reached.get(lattice.end)?.total ?? Number.NEGATIVE_INFINITY) - lattice.undamaged;
    if (!(gained > MIN_GAIN)) continue;
    gain += gained;
    for (const change of changesOf(asRead, weigh(lattice))) changes.push(change);
  }
  return { changes, gain };
}

/**
 * In how many places of a line a lost byte would be looked for. The search takes up to a
 * millisecond each; where they are many, bytes were not lost but never were GBK.
 */
export function countSuspects(line: string, glosses?: GlossContext): number {
  return inPieces(line).reduce((total, { text }) => {
    const { standing, simplified } = suspectsIn(text, glosses);
    const strays = MAY_BE_STRAY.test(text) ? strayTrails(unitsOf(text, glosses)).length : 0;
    return total + standing.size + simplified.size + strays;
  }, 0);
}

/** Trail bytes that are ASCII. */
const MAY_BE_STRAY = /[@-~€]/;

/** Units of a line at which a loss may explain what is odd, as it stands and Simplified. */
interface Suspects {
  readonly standing: ReadonlySet<number>;
  readonly simplified: ReadonlySet<number>;
}

const NONE: Suspects = { standing: new Set(), simplified: new Set() };
const suspectsByLine = new Map<string, Suspects>();
let rememberedFor: GlossContext | undefined;
/** The lines of an article are hardly ever more. */
const MOST_REMEMBERED = 10_000;

/** A line is asked for twice: its suspects are counted first, then searched. */
function suspectsIn(line: string, glosses: GlossContext | undefined): Suspects {
  if (rememberedFor !== glosses) suspectsByLine.clear();
  rememberedFor = glosses;
  const known = suspectsByLine.get(line);
  if (known !== undefined) return known;
  if (suspectsByLine.size === MOST_REMEMBERED) suspectsByLine.clear();
  const suspects = findSuspects(line, glosses);
  suspectsByLine.set(line, suspects);
  return suspects;
}

/** A cheap look at every line, for the search is costly. What is odd is so in either script. */
function findSuspects(line: string, glosses: GlossContext | undefined): Suspects {
  const units = unitsOf(line, glosses);
  const scores = characterScores(units.map(({ code }) => code));
  const odd = oddUnits(units, scores);
  if (odd.length === 0) return NONE;
  const standing = suspectUnits(units, scores, odd);
  const simplified = toSimplifiedCharacters(line);
  if (simplified === line) return { standing, simplified: NONE.simplified };
  return { standing, simplified: suspectUnits(unitsOf(simplified, glosses), scores, odd) };
}

/** So many characters in a row… */
const ODD_WINDOW = 3;
/** …that are together less likely than this (log probability) are looked at. Rare names are odd too. */
const ODD = -24;
/** …and are suspect if read one byte off they are that much likelier, */
const GAIN = 9;
/** or so much, where the misread bytes end as nothing makes them end. */
const GAIN_UNENDED = 20;
/** The same where a sign of the decoder's stands before a mark, as it never does otherwise. */
const LONE_LEAD_GAIN = -GAIN;
/** A byte was lost at most so many characters before what looks odd. */
const BEFORE_ODD = 2;

/** A reading is the likelier one by so much (log probability), or the line stays as it is. */
const MIN_GAIN = 0;

/** Where three characters in a row are odd together, or a sign of the decoder's stands. */
function oddUnits(units: readonly Unit[], scores: readonly number[]): number[] {
  const odd: number[] = [];
  let window = sum(scores, 0, ODD_WINDOW - 1);
  for (let unit = 0; unit < units.length; unit += 1) {
    window += scores[unit + ODD_WINDOW - 1] ?? 0;
    if (window <= ODD || isSignOfDecoder(units[unit])) odd.push(unit);
    window -= scores[unit] ?? 0;
  }
  return odd;
}

function suspectUnits(units: readonly Unit[], scores: readonly number[], places: readonly number[]): Set<number> {
  const suspects = new Set<number>();
  for (const odd of places) {
    if (units[odd]?.isCut === true) suspects.add(odd);
    if (isLoneLead(units, odd) && gainOfShift(units, scores, odd + 1) > LONE_LEAD_GAIN) suspects.add(odd);
    if (isRemnantOfStop(units, odd)) {
      // What stands before it may have lost the byte, and be read across the stop.
      for (let unit = Math.max(0, odd - BEFORE_ODD); unit <= odd; unit += 1) suspects.add(unit);
    }
    if (sum(scores, odd, odd + ODD_WINDOW) > ODD) continue;
    for (let unit = Math.max(0, odd - BEFORE_ODD); unit < Math.min(units.length, odd + ODD_WINDOW); unit += 1) {
      if (!suspects.has(unit) && gainOfShift(units, scores, unit) > 0) suspects.add(unit);
    }
  }
  return suspects;
}

/** Marks that some mirrors look for in the bytes, and find across two characters: the byte before them is alone then. */
const MARK_ACROSS = /[，。；：？！、（）]/;

function isLoneLead(units: readonly Unit[], unit: number): boolean {
  return isSignOfDecoder(units[unit]) && MARK_ACROSS.test(normalised(units[unit + 1]?.character ?? ''));
}

/** By how much more than it takes a line is likelier from a unit on if a byte was lost there (log probability). */
function gainOfShift(units: readonly Unit[], scores: readonly number[], unit: number): number {
  const { text, end, holds } = shiftedAhead(units, unit);
  const shifted = characterScores(text.map(normalCode));
  return sum(shifted, 0, shifted.length) - sum(scores, unit, end) - (holds ? GAIN : GAIN_UNENDED);
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
