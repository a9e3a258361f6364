import { countOfText, normalised } from './expected-text.ts';
import { isDigit, isFigure, isNumeral, isUnit } from './figures.ts';
import type { Unit } from './line-units.ts';
import type { Change } from './revision.ts';
import { UNREADABLE } from './unreadable.ts';

/** Between a figure and what was read otherwise there stand so many characters at most that may be part of it. */
const MOST_BETWEEN = 4;
/** Punctuation and full-width digits begin with these: a byte of a unit before them makes another character, as 页。 becomes 场�. */
const LEADS_OF_MARKS: readonly (number | undefined)[] = [0xa1, 0xa3];
const PUNCTUATION = /[。，；、：！？]/;
/** What nothing of a figure stands behind. */
const ENDS_FIGURE = /[。，；、：！？】）〕」』》”]/;

/**
 * What stands between a figure and a change so close behind it, and is neither what one counts and
 * measures with nor a word, is what the loss has left of the unit: 1200丁 of 1200吨。 It is not told,
 * nor is what was read behind it, up to the next mark.
 *
 * @param offsets UTF-16 offset of each unit of the line and of its end
 * @returns the changes, some of them beginning earlier
 */
export function besideFigures(
  changes: readonly Change[],
  { units, offsets }: { readonly units: readonly Unit[]; readonly offsets: readonly number[] },
): Change[] {
  return changes.map((change, index) => {
    const end = offsets.indexOf(change.start);
    const least = offsets.indexOf(changes[index - 1]?.end ?? 0);
    for (let start = end; start > Math.max(least, end - MOST_BETWEEN - 1); start -= 1) {
      const character = units[start - 1]?.character ?? '';
      // A numeral right before the loss may be what it has left of another.
      if (isOfNumber(units, start - 1) && !(start === end && isTwoBytes(units[end - 1])))
        return withForeignBetween(change, units, { start, end }, offsets);
      if (ENDS_FIGURE.test(character) || character === UNREADABLE) return change;
    }
    return change;
  });
}

/** A digit, or a numeral that is no part of a word: 九十八, 点六 and 三户, not 万物. Behind 第 there always is one. */
function isOfNumber(units: readonly Unit[], at: number): boolean {
  const [before = '', character = '', after = ''] = [at - 1, at, at + 1].map((unit) => units[unit]?.character);
  if (isDigit(character)) return true;
  if (!isNumeral(character) && character !== '第') return false;
  const isInNumber = [before, after].some((beside) => isNumeral(beside) || isDigit(beside));
  if (isInNumber || /[点點第]/.test(before) || isUnit(after)) return true;
  return !isWord(units.slice(Math.max(0, at - 1), at + 1)) && !isWord(units.slice(at, at + 2));
}

/** Whether characters are a word of two or more: 下午 of 一个下午. What is read one byte off is none. */
function isWord(characters: readonly Unit[]): boolean {
  const word = characters.map(({ character }) => normalised(character)).join('');
  return characters.length > 1 && (countOfText(word) ?? 0) > 0;
}

/** Not a digit of ASCII, which no loss can make of anything else. */
function isTwoBytes(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.ascii === undefined;
}

function mayBeShifted(unit: Unit | undefined): boolean {
  return LEADS_OF_MARKS.includes(unit?.pair?.trail);
}

/** What was read behind a unit that cannot be told: all behind its own sign, else from the next mark on. */
function behindUnit(to: string): string {
  if (to.startsWith(UNREADABLE)) return to.slice(1);
  const mark = to.slice(1).search(PUNCTUATION);
  return mark < 0 ? '' : to.slice(1 + mark);
}

/** The change as it is where what stands between is a unit or a word, else with all of that in its sign. */
function withForeignBetween(
  change: Change,
  units: readonly Unit[],
  between: { readonly start: number; readonly end: number },
  offsets: readonly number[],
): Change {
  const standing = units.slice(between.start, between.end);
  const isWhole = !mayBeShifted(standing.at(-1));
  const behindUnits = standing.findIndex(({ character }) => !isUnit(character) && !isFigure(character));
  const isTold = isWhole && (behindUnits < 0 || isWord(standing.slice(behindUnits)));
  if (isTold) return change;
  // The last numeral of two bytes may be what the loss has left, too: 壹摇 of 一家。
  const isBeside = behindUnits === 0 && isTwoBytes(units[between.start - 1]);
  const start = between.start - (isBeside ? 1 : 0);
  return { ...change, start: offsets[start] ?? change.start, to: UNREADABLE + behindUnit(change.to) };
}
