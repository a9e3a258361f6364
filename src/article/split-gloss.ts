import { matchReading } from '../language/readings.ts';
import { toSimplifiedCharacters } from '../language/script.ts';
import { FIGURE_CHARACTERS, isFigure, isNumeral, isUnit } from './figures.ts';
import { characterOf, familiarity, pairOf, withLead } from './gbk.ts';
import type { ByteGloss, Place, Step, Unit } from './line-units.ts';

/*
 * Some mirrors put their glosses into the bytes, wherever the two bytes of a character that they
 * gloss stand, be they of two characters:
 *
 *   published   日      報
 *   bytes      C8 D5   88 F3                  D5 88 is 請, 88 F3 is 報
 *   glossed    C8 D5   88 (qǐng) F3 (bào)
 *   read        日     ?qǐng)    ?bào)        a lead byte cannot stand before a bracket
 *
 * The byte that became a sign is known again by what the gloss says: with the byte before it, it
 * is a character that is read so.
 */

/** The mirror reads a character with another tone than the dictionary does. */
const OTHER_TONE = -3;
/** It leaves alone in one place what it glosses in another. */
const LEFT_ELSEWHERE = -8;
/** It glosses the same characters throughout. */
const SEEN = 2;
/** It glosses characters that readers see often. */
const LESS_FAMILIAR: Readonly<Record<ReturnType<typeof familiarity>, number>> = { common: 0, listed: -1.5, rare: -3 };
/** A byte behind it became a sign as well, and no gloss says which it was. */
const UNREAD = -6;
/** A gloss behind a character says another reading. */
export const READ_OTHERWISE = -12;

/** What one byte may be, by a gloss behind it (log probability of its being that). */
interface Byte {
  readonly value: number;
  readonly damage: number;
}

/** The published characters that may begin with, or end at, the byte before a gloss. */
export function splitSteps(units: readonly Unit[], { unit, inside }: Place): Step[] {
  if (!inside) return beginningAt(units, unit);
  const [left, gloss] = [units[unit]?.pair?.trail, cutGloss(units[unit + 1])];
  if (left === undefined || gloss === undefined) return [];
  const next = { unit: unit + 2, inside: false };
  return told(bytesBehind(left, gloss).flatMap(({ value, damage }) => stepTo(left, value, next, damage)));
}

function beginningAt(units: readonly Unit[], cut: number): Step[] {
  const gloss = cutGloss(units[cut]);
  if (gloss === undefined) return [];
  const leads = bytesBefore(units, cut).flatMap(({ value, damage }) =>
    bytesBehind(value, gloss).map((lead) => ({ ...lead, damage: lead.damage + damage })),
  );
  return told(leads.flatMap((lead) => endingsOf(units, cut + 1, lead)));
}

function cutGloss(unit: Unit | undefined): ByteGloss | undefined {
  return unit?.isCut === true ? unit.gloss : undefined;
}

/** What the byte before a cut may be. Of two cuts in a row, the first one's. */
function bytesBefore(units: readonly Unit[], cut: number): readonly Byte[] {
  const before = units[cut - 1];
  if (before?.pair !== undefined) return [{ value: before.pair.trail, damage: 0 }];
  const [beforeThat, gloss] = [units[cut - 2]?.pair?.trail, cutGloss(before)];
  return beforeThat === undefined || gloss === undefined ? [] : bytesBehind(beforeThat, gloss);
}

/** A character that begins with a lead byte and ends in the next unit. */
function endingsOf(units: readonly Unit[], unit: number, { value: lead, damage }: Byte): Step[] {
  const ending = units[unit];
  if (ending === undefined) return [];
  const behind = { unit: unit + 1, inside: false };
  const gloss = cutGloss(ending);
  if (gloss !== undefined) {
    return bytesBehind(lead, gloss).flatMap((trail) => stepTo(lead, trail.value, behind, damage + trail.damage));
  }
  const beyond = units[unit + 1]?.character ?? '';
  if (ending.character === '?' || ending.character === '\ufffd') {
    // What it swallowed may have been a digit.
    const mayHide = isFigure(beyond) || isUnit(beyond) || isNumeral(beyond);
    return withLead(lead).map((character) => ({
      character,
      next: behind,
      damage: damage + UNREAD,
      isGuess: true,
      ...(mayHide && { mayHide }),
    }));
  }
  const steps: Step[] = [];
  if (ending.ascii !== undefined) {
    const otherwise = ending.gloss === undefined ? 0 : penaltyOf(characterOf(lead, ending.ascii), ending.gloss);
    for (const step of stepTo(lead, ending.ascii, behind, damage + otherwise)) steps.push(step);
  }
  if (ending.pair !== undefined) {
    for (const step of stepTo(lead, ending.pair.lead, { unit, inside: true }, damage)) steps.push(step);
  }
  return steps;
}

/** How little likely it is that a character has a gloss behind it that says this. */
export function penaltyOf(character: string | undefined, { latin }: ByteGloss): number {
  return character !== undefined && matchReading(character, latin) !== 'none' ? 0 : READ_OTHERWISE;
}

function stepTo(lead: number, trail: number, next: Place, damage: number): Step[] {
  const character = characterOf(lead, trail);
  return character === undefined ? [] : [{ character, next, damage }];
}

/** The bytes that make, behind another one, a character that is read as a gloss says. */
function bytesBehind(lead: number, { latin, habit }: ByteGloss): Byte[] {
  return charactersRead(lead, latin).map(({ character, value, damage }) => ({
    value,
    damage: damage + (habit?.left.has(character) === true ? LEFT_ELSEWHERE : habit?.glossed.has(character) ? SEEN : 0),
  }));
}

const known = new Map<string, readonly (Byte & { readonly character: string })[]>();
/** There are 126 lead bytes and some 1,400 syllables; a page has a few hundred of both. */
const MOST_KNOWN = 5_000;

function charactersRead(lead: number, latin: string): readonly (Byte & { readonly character: string })[] {
  const key = `${lead} ${latin}`;
  let read = known.get(key);
  if (read === undefined) {
    if (known.size === MOST_KNOWN) known.clear();
    read = withLead(lead).flatMap((character) => {
      const match = matchReading(character, latin);
      if (match === 'none') return [];
      const isOtherTone = match === 'other-tone' ? OTHER_TONE : 0;
      const damage = LESS_FAMILIAR[familiarity(toSimplifiedCharacters(character))] + isOtherTone;
      return [{ character, value: pairOf(character)?.trail ?? 0, damage }];
    });
    known.set(key, read);
  }
  return read;
}

const OF_FIGURES = new Set(FIGURE_CHARACTERS);

/** What is so much less likely than another one to be what was cut is not reckoned with (log probability). */
const UNLIKELY = 6.5;

/** Where several characters may be what was cut, each is a guess. */
function told(steps: readonly Step[]): Step[] {
  const best = new Map<string, Step>();
  for (const step of steps) {
    const known = best.get(step.character);
    if (known === undefined || step.damage > known.damage) best.set(step.character, step);
  }
  const most = [...best.values()].reduce((damage, step) => Math.max(damage, step.damage), Number.NEGATIVE_INFINITY);
  const likely = [...best.values()].filter(({ damage }) => damage > most - UNLIKELY);
  if (likely.length < 2) return likely;
  const mayBeOfFigure = likely.some(({ character }) => OF_FIGURES.has(character));
  return likely.map((step) => ({ ...step, isGuess: true, isRead: step.isGuess !== true, mayBeOfFigure }));
}
