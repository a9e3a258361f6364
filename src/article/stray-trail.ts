import { scriptOf, toTraditionalCharacters } from '../language/script.ts';
import { isDigit } from './figures.ts';
import type { Unit } from './line-units.ts';

/*
 * Many Traditional characters have a trail byte that is ASCII. Where a byte before it was lost or
 * came in between, it stands by itself, behind what the bytes before it are read as:
 *
 *   published   八    十    六    歲          一    條    腰
 *   bytes      B0CB  CAAE  C1F9  9A71        D2BB  976C  D1FC
 *   kept       B0CB  CAAE  F9 9A  71         D2BB    6C  D1FC
 *   read        八    十    翚    q           一    l     腰
 */

/** Before a stray trail byte so many characters at most are looked at as misread. */
export const LONGEST_RUN = 3;

const SIGN = /[@[\\\]^_`{|}~€]/;
const NARROW = /[\x21-\x7e€]/;
/** What of ASCII may stand right behind a character of Chinese. */
const BEHIND_CHINESE = /[\d.,:;!?()%"']/;
/** No bytes are misread as these so that it would show: what is in order ends here. Full-width marks come of shifted full stops. */
const NOT_MISREAD = /[\s。、《》〈〉“”‘’「」『』【】〔〕—…·％～－°′″℃×÷±]|(?![\uff01-\uff5e])\p{Script=Latin}/u;
const MARK = /[，。、；：“「『（《]/;
const SMALL = /[a-z]/;

/**
 * The units of a line that may be a trail byte by themselves. None in Simplified text, whose
 * characters have no ASCII for a trail byte.
 */
export function strayTrails(units: readonly Unit[]): number[] {
  const candidates = [...units.keys()].filter((unit) => mayBeStray(units, unit));
  if (candidates.length === 0 || isSimplified(units, candidates)) return [];
  // Brackets come in twos, and bars between the items of a list.
  const hasSigns = units.filter(({ character }) => SIGN.test(character)).length > 1;
  return hasSigns ? candidates.filter((unit) => !SIGN.test(units[unit]?.character ?? '')) : candidates;
}

/** Whether a line is Simplified, whatever bytes may be misread as. */
function isSimplified(units: readonly Unit[], strays: readonly number[]): boolean {
  let [text, read] = ['', 0];
  for (const stray of strays) {
    text += textOf(units.slice(read, Math.max(read, stray - LONGEST_RUN)));
    read = stray + 1;
  }
  text += textOf(units.slice(read));
  return scriptOf(text) === 'hans' && toTraditionalCharacters(text) !== text;
}

function textOf(units: readonly Unit[]): string {
  return units.map(({ character }) => character).join('');
}

function mayBeStray(units: readonly Unit[], at: number): boolean {
  const { character = '', ascii = 0 } = units[at] ?? {};
  if (ascii < 0x40 || ascii > 0x80) return false;
  const [before = '', after = ''] = [at - 1, at + 1].map((unit) => units[unit]?.character);
  if (NARROW.test(after) && !BEHIND_CHINESE.test(after)) return false;
  // A price.
  if (character === '€' && isDigit(after)) return false;
  // 3~5 is a range.
  if (NARROW.test(before)) return isDigit(before) && character !== '~';
  return isMisread(units[at - 1]) || (SMALL.test(character) && MARK.test(before));
}

/** Whether a character may be what two bytes of others are read as. */
export function isMisread(unit: Unit | undefined): boolean {
  return unit?.pair !== undefined && unit.ascii === undefined && !NOT_MISREAD.test(unit.character);
}
