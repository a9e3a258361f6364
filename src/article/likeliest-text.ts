import { logProbability } from '../language/frequency.ts';
import { type Place, type Step, stepsFrom, type Unit } from './byte-channel.ts';
import { countOfText, normalised } from './expected-text.ts';

/** A word of the likeliest text, between two places of the line as it stands. */
export interface Arc {
  readonly from: Place;
  readonly to: Place;
  readonly text: string;
  /** Log probability of the word and of the damage it takes. */
  readonly score: number;
}

/** Longer words add nothing to tell text from garbage. */
const LONGEST_WORD = 5;

/**
 * The likeliest text that the line may have been, word by word: a Viterbi search over the
 * places of the byte channel, with words by their counts as its language model.
 *
 * @param penalty log probability of a character beside that of its word, 0 or less.
 * @param mayLose whether a byte may have been lost at a unit.
 * @param start the unit to begin with.
 */
export function likeliestText(
  units: readonly Unit[],
  penalty: (character: string) => number,
  mayLose: (unit: number) => boolean,
  start = 0,
): Arc[] {
  const best = new Map<number, { readonly arc: Arc | undefined; readonly total: number }>();
  best.set(start * 2, { arc: undefined, total: 0 });
  for (let key = start * 2; key < units.length * 2; key += 1) {
    const reached = best.get(key);
    if (reached === undefined) continue;
    const from = { unit: key >> 1, inside: key % 2 === 1 };
    for (const arc of wordsFrom(units, from, penalty, mayLose)) {
      const total = reached.total + arc.score + clash(reached.arc?.text ?? '', arc.text);
      const known = best.get(keyOf(arc.to));
      if (known === undefined || total > known.total) best.set(keyOf(arc.to), { arc, total });
    }
  }
  const path: Arc[] = [];
  let arc = best.get(units.length * 2)?.arc;
  while (arc !== undefined) {
    path.push(arc);
    arc = best.get(keyOf(arc.from))?.arc;
  }
  return path.reverse();
}

/** Marks that no text has side by side, though each alone is frequent (log probability). */
const CLASHING = /^(?:[，。、；：！？][，。、；：]|[“《（‘][，。、；：！？”》）’])$/;
const CLASH = -8;

function clash(before: string, after: string): number {
  return CLASHING.test(normalised(before.slice(-1)) + normalised(after.charAt(0))) ? CLASH : 0;
}

function keyOf({ unit, inside }: Place): number {
  return unit * 2 + Number(inside);
}

/** Every dictionary word that can be read from here, and every single character. */
function wordsFrom(
  units: readonly Unit[],
  from: Place,
  penalty: (character: string) => number,
  mayLose: (unit: number) => boolean,
): Arc[] {
  const arcs: Arc[] = [];
  const never = () => false;
  const extend = (at: Place, text: string, word: string, damage: number, lost: boolean) => {
    for (const step of stepsFrom(units, at, lost ? never : mayLose)) {
      const longer = word + normalised(step.character);
      const count = countOfText(longer);
      const isFirst = word === '';
      if (count === undefined && !isFirst) continue;
      const read = text + step.character;
      const cost = damage + step.damage + penalty(step.character);
      if (isFirst || (count ?? 0) > 0) {
        arcs.push({ from, to: step.next, text: read, score: cost + logProbability(count ?? 0) });
      }
      if (count !== undefined && longer.length < LONGEST_WORD) {
        extend(step.next, read, longer, cost, lost || isLoss(step));
      }
    }
  };
  extend(from, '', '', 0, false);
  return arcs;
}

function isLoss(step: Step): boolean {
  return step.damage < 0;
}
