import { simplifiedConverter } from './opencc.ts';
import { spelledInTaiwan } from './taiwan.ts';

const toSimplified = simplifiedConverter('tw');

const FULL_WIDTH = /[\uFF01-\uFF5E\u3000]/g;
const FULL_WIDTH_SHIFT = 0xfee0;

/**
 * Folds a text for matching: Traditional to Simplified, full-width Latin, digits and
 * punctuation to half-width, letters to lower case, years said digit by digit to digits.
 *
 * The result has as many UTF-16 units as the text, and unit i of the one comes from unit i
 * of the other, so offsets found in folded text hold in the text itself.
 */
export function fold(text: string): string {
  return simplified(text)
    .replace(FULL_WIDTH, halfWidth)
    .replace(/\p{Lu}|\p{Lt}/gu, lowerCase)
    .replace(SPELLED_YEAR, inDigits);
}

/** The folded letters and digits of a text, one behind the other: alike for titles that differ in script, width, spaces and punctuation. */
export function foldedLetters(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** 二〇二〇年: four digits said one by one. */
const SPELLED_YEAR = /(?:一[七八九]|二[〇○零])[〇○零一二三四五六七八九]{2}(?=年)/g;
const DIGITS = '〇一二三四五六七八九';

function inDigits(year: string): string {
  return year.replace(/./gu, (digit) => String(Math.max(0, DIGITS.indexOf(digit))));
}

/** Words that reach further than this on either side do not tell 著 from 着. */
const ZHE_CONTEXT = 12;
const HAN = /\p{Script=Han}/u;

/**
 * 著 is 着 but for words like 显著 and 著名, which the tables know in Traditional only: a text
 * that is Simplified already takes the way over Traditional. Only the words around each are looked at.
 */
function withWordsOfZhu(text: string, simplified: string): string {
  let result = '';
  let read = 0;
  for (let at = text.indexOf('著'); at >= 0; at = text.indexOf('著', at + 1)) {
    let [start, end] = [at, at + 1];
    while (start > at - ZHE_CONTEXT && HAN.test(text.charAt(start - 1))) start -= 1;
    while (end < at + ZHE_CONTEXT && HAN.test(text.charAt(end))) end += 1;
    const words = text.slice(start, end);
    const roundTrip = toSimplified(spelledInTaiwan(words));
    const isWhole = roundTrip.length === words.length;
    result += simplified.slice(read, at) + (isWhole ? roundTrip.charAt(at - start) : simplified.charAt(at));
    read = at + 1;
  }
  return read === 0 ? simplified : result + simplified.slice(read);
}

/** Phrases decide where they can (乾隆 but 干净); a phrase that changes the length gives way to its characters. */
function simplified(text: string): string {
  const converted = toSimplified(text);
  return withWordsOfZhu(text, converted.length === text.length ? converted : mapCodePoints(text, toSimplified));
}

function mapCodePoints(text: string, convert: (character: string) => string): string {
  let folded = '';
  for (const character of text) {
    const converted = convert(character);
    folded += converted.length === character.length ? converted : character;
  }
  return folded;
}

function halfWidth(character: string): string {
  return character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_SHIFT);
}

/** `İ` becomes two units in lower case: such a letter stays. */
function lowerCase(letter: string): string {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
}
