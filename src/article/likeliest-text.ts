import { logProbability } from '../language/frequency.ts';
import { stepsFrom } from './byte-channel.ts';
import {
  countOfOne,
  countOfRead,
  mayGoOn,
  NONE_BEGINS,
  NOTHING_READ,
  normalCode,
  normalised,
  type Read,
  readOn,
} from './expected-text.ts';
import type { Place, Step, Unit } from './line-units.ts';

/** A character of a reading, and where in the line it comes from. */
export interface ReadStep extends Step {
  readonly from: Place;
}

/** A word that may be read between two places of the line as it stands. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly steps: readonly ReadStep[];
  /** Log probability of the word and of the damage it takes. */
  readonly score: number;
}

/** All that may be read in a stretch of a line. */
export interface Lattice {
  /** In order of `from`. */
  readonly arcs: readonly Arc[];
  /** The keys of the places where the stretch begins and ends. */
  readonly start: number;
  readonly end: number;
  /** By key: the log probability of the likeliest reading up to a place, and its last word. */
  readonly reached: ReadonlyMap<number, Reached>;
  /** Log probability of the likeliest reading in which nothing is damaged. */
  readonly undamaged: number;
}

interface Reached {
  readonly total: number;
  readonly arc: Arc | undefined;
}

/** Longer words add nothing to tell text from garbage. */
const LONGEST_WORD = 5;

/** Behind the last place where a byte may have been lost, so many units decide how the text before them is divided into words. */
const SETTLED = 6;

/** Of two readings, one in step with the bytes as they stand and one off by one, the one that is so much less likely never catches up (log probability). */
const HOPELESS = 35;
/** Places of both readings that are so near to each other are compared. */
const BESIDE = 4;

/**
 * Reads a stretch of a line in all ways that the byte channel allows, with words by their
 * counts as its language model, and finds the likeliest (Viterbi). The stretch ends where
 * nothing is one byte off any more and no loss is near. Linear in its length.
 *
 * @param penalty log probability of a character beside that of its word, 0 or less.
 * @param mayLose whether a byte may have been lost at a unit.
 * @param start the unit to begin with.
 */
export function readStretch(
  units: readonly Unit[],
  penalty: (character: string) => number,
  mayLose: (unit: number) => boolean,
  start: number,
): Lattice {
  const arcs: Arc[] = [];
  const reached = new Map<number, Reached>([[start * 2, { total: 0, arc: undefined }]]);
  const undamaged = new Map<number, number>([[start * 2, 0]]);
  const options = optionsOf(units, penalty, mayLose);
  let end = units.length * 2;
  let lastInside = 0;
  let [outside, inside, lastRead] = [0, Number.NEGATIVE_INFINITY, 0];
  for (let key = start * 2; key < end; key += 1) {
    const here = reached.get(key);
    if (here === undefined) continue;
    const from = placeOf(key);
    if (from.inside) {
      if (here.total < outside - HOPELESS) continue;
      [inside, lastRead] = [here.total, key];
    } else {
      outside = here.total;
      if (key > start * 2 && key > lastInside && isQuiet(from.unit, mayLose)) {
        end = key;
        break;
      }
    }
    // What stands there is always read, so that there is a reading to the end.
    const isHopeless = key - lastRead < BESIDE && here.total < inside - HOPELESS;
    for (const arc of wordsFrom(from, options, isHopeless)) {
      arcs.push(arc);
      if (arc.to % 2 === 1) lastInside = Math.max(lastInside, arc.to);
      keepBest(reached, arc, here.total + arc.score + clash(here.arc, arc), key);
      keepUndamaged(undamaged, units, arc, here.arc);
    }
  }
  return { arcs, start: start * 2, end, reached, undamaged: undamaged.get(end) ?? Number.NEGATIVE_INFINITY };
}

function keepBest(reached: Map<number, Reached>, arc: Arc, total: number, key: number): void {
  const known = reached.get(arc.to);
  if (arc.to > key && (known === undefined || total > known.total)) reached.set(arc.to, { total, arc });
}

function keepUndamaged(
  undamaged: Map<number, number>,
  units: readonly Unit[],
  arc: Arc,
  before: Arc | undefined,
): void {
  const from = undamaged.get(arc.from);
  if (from === undefined || !isAsItStands(units, arc)) return;
  const total = from + arc.score + (before !== undefined && isAsItStands(units, before) ? clash(before, arc) : 0);
  if (total > (undamaged.get(arc.to) ?? Number.NEGATIVE_INFINITY)) undamaged.set(arc.to, total);
}

function isAsItStands(units: readonly Unit[], { steps }: Arc): boolean {
  return steps.every((step) => isUndamaged(units, step));
}

/** Whether a step reads a unit as it stands. */
export function isUndamaged(units: readonly Unit[], { from, next, character }: ReadStep): boolean {
  return !from.inside && !next.inside && units[from.unit]?.character === character;
}

function isQuiet(unit: number, mayLose: (unit: number) => boolean): boolean {
  for (let near = unit - SETTLED; near < unit + LONGEST_WORD; near += 1) if (mayLose(near)) return false;
  return true;
}

/** The words of the likeliest reading, in order. */
export function likeliestPath({ reached, end }: Lattice): Arc[] {
  const path: Arc[] = [];
  let arc = reached.get(end)?.arc;
  while (arc !== undefined) {
    path.push(arc);
    arc = reached.get(arc.from)?.arc;
  }
  return path.reverse();
}

/** Marks that no text has side by side, though each alone is frequent (log probability). */
const CLASHING = /^(?:[，。、；：！？][，。、；：]|[“《（‘][，。、；：！？”》）’])$/;
const CLASHES_BEHIND = new Set('，。、；：！？”》）’');
const CLASH = -8;

/** What it costs that one word follows another. */
export function clash(before: Arc | undefined, after: Arc): number {
  const first = normalised(after.steps[0]?.character ?? '');
  if (before === undefined || !CLASHES_BEHIND.has(first)) return 0;
  const last = normalised(before.steps.at(-1)?.character ?? '');
  return CLASHING.test(last + first) ? CLASH : 0;
}

/** Places in order: before a unit, then inside it. */
export function keyOf({ unit, inside }: Place): number {
  return unit * 2 + Number(inside);
}

function placeOf(key: number): Place {
  return { unit: key >> 1, inside: key % 2 === 1 };
}

/**
 * The steps that may be taken from a place, as the counts know their characters, and all that each costs (log
 * probability). Few of hundreds go on with any one word: their characters stand together, and are looked at first.
 */
interface Options {
  readonly codes: readonly number[];
  readonly steps: readonly ReadStep[];
  readonly costs: readonly number[];
}

/** The steps from a place, with a loss there or without; made once for every word that leads to it. */
type OptionsFrom = (place: Place, wasLost: boolean) => Options;

function optionsOf(
  units: readonly Unit[],
  penalty: (character: string) => number,
  mayLose: (unit: number) => boolean,
): OptionsFrom {
  const known = new Map<number, Options>();
  const never = () => false;
  return (place, wasLost) => {
    const key = keyOf(place) * 2 + Number(wasLost);
    let options = known.get(key);
    if (options === undefined) {
      const steps = stepsFrom(units, place, wasLost ? never : mayLose).map((step) => ({ ...step, from: place }));
      options = {
        codes: steps.map(({ character }) => normalCode(character)),
        steps,
        costs: steps.map(({ damage, character }) => damage + penalty(character)),
      };
      known.set(key, options);
    }
    return options;
  };
}

/** Every dictionary word that can be read from here, and every single character. */
function wordsFrom(from: Place, options: OptionsFrom, isHopeless: boolean): Arc[] {
  const arcs: Arc[] = [];
  const key = keyOf(from);
  const extend = (at: Place, before: readonly ReadStep[], read: Read, damage: number) => {
    const isFirst = before.length === 0;
    const { codes, steps, costs } = options(at, isHopeless || damage < 0);
    for (let option = 0; option < codes.length; option += 1) {
      const code = codes[option] ?? 0;
      const longer = readOn(read, code);
      const step = longer === NONE_BEGINS && !isFirst ? undefined : steps[option];
      if (step === undefined) continue;
      const word = [...before, step];
      const total = damage + (costs[option] ?? 0);
      const count = isFirst ? countOfOne(code) : countOfRead(longer);
      if (isFirst || (count ?? 0) > 0) {
        arcs.push({ from: key, to: keyOf(step.next), steps: word, score: total + logProbability(count ?? 0) });
      }
      if (word.length < LONGEST_WORD && mayGoOn(longer)) extend(step.next, word, longer, total);
    }
  };
  extend(from, [], NOTHING_READ, 0);
  return arcs;
}
