import LineBreaker from 'linebreak';
import { isDigit, isNumeral, isUnit } from '../article/figures.ts';
import { mayNotBeFirst, mayNotBeLast } from './marks.ts';

/** Characters of Chinese and Japanese, their marks included. */
const WIDE =
  /^[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\u3000-\u303f\uff00-\uff60\uffe0-\uffe6—…⋯“”‘’]/u;

/** Whether a character fills a square of its own. */
export function isWide(character: string): boolean {
  return WIDE.test(character);
}

/**
 * Where a line may begin, by Unicode's rules (UAX #14) and by those of Chinese: no closing mark begins one, no opening
 * mark ends one, a number stays with what it counts, a dash with its other half, and the last character of a paragraph
 * has another beside it.
 *
 * @returns UTF-16 offsets
 */
export function breaksIn(text: string): ReadonlySet<number> {
  const breaks = new Set<number>();
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) breaks.add(next.position);
  breaks.delete(text.length);
  let before = '';
  let at = 0;
  for (const character of text) {
    if (before !== '' && mayCurlBreak(before, character)) breaks.add(at);
    if (breaks.has(at) && !mayPart(before, character, text, at)) breaks.delete(at);
    at += character.length;
    before = character;
  }
  breaks.delete(startOfLastCharacter(text));
  return breaks;
}

/** Unicode cannot tell which way a curled quotation mark faces, and keeps it with both its neighbours. */
function mayCurlBreak(before: string, behind: string): boolean {
  if (behind === '“' || behind === '‘') return isWide(before);
  return (before === '”' || before === '’') && isWide(behind);
}

function mayPart(before: string, behind: string, text: string, at: number): boolean {
  if (mayNotBeFirst(behind) || mayNotBeLast(before)) return false;
  if (before === '—' && behind === '—') return false;
  return !(isOfNumber(behind) && endsWithFigures(text, at));
}

/** 万 and 户 in 3万户. */
function isOfNumber(character: string): boolean {
  return isUnit(character) || isNumeral(character);
}

/** So many characters may stand behind the digits of a number and be of it: 3亿公里. */
const MOST_BEHIND_DIGITS = 3;

/** Whether there is a number in digits before a place, with what it counts or without. */
function endsWithFigures(text: string, behind: number): boolean {
  for (let at = behind - 1; at >= behind - 1 - MOST_BEHIND_DIGITS; at -= 1) {
    const character = text.charAt(at);
    if (isDigit(character)) return true;
    if (!isOfNumber(character)) return false;
  }
  return false;
}

/** Of the last character that is no mark, where it is one of Chinese: with the marks behind it alone it would fill no line. */
function startOfLastCharacter(text: string): number {
  let at = text.length;
  for (const character of [...text.slice(-16)].reverse()) {
    at -= character.length;
    if (/^\p{Script=Han}/u.test(character)) return at;
    if (/^[\p{L}\p{N}]/u.test(character)) break;
  }
  return 0;
}
