/** Where links end, in the markdown that Discord's clients read. Every step is bounded. */

/** Non-Latin letters directly behind a link are words: clients take them for a part of it, writers do not. */
const LINK = /(?:https?|steam|discord):\/\/[!-;=?-~]{1,2048}/iy;
/** What ends a sentence or a mark around a link rather than the link. */
const TRAILING = /[.,:;"'!?*_~|\]]$/;
/** How long the link is that begins at an offset, 0 where none does: up to what ends it: sentence marks, and a bracket that it has not opened. */
export function linkLength(text: string, at: number): number {
  let length = lengthAt(LINK, text, at);
  if (length === 0) return 0;
  let depth = 0;
  for (let offset = 0; offset < length; offset += 1) {
    const character = text.charAt(at + offset);
    if (character === '(') depth += 1;
    if (character !== ')') continue;
    depth -= 1;
    if (depth < 0) length = offset;
  }
  while (TRAILING.test(text.charAt(at + length - 1))) length -= 1;
  return length;
}

/** `](https://… "title")`, with or without angles around the address. */
const TARGET_OPENS = /\]\( {0,9}<?(?=https?:\/\/|discord:\/\/|steam:\/\/)/iy;
const TITLE = /[ \t]{1,9}(?:"[^"\n]{0,300}"|'[^'\n]{0,300}')/y;
const TARGET_CLOSES = /[ \t]{0,9}\)/y;
const LONGEST_TARGET = 2_048;

export function targetLength(text: string, at: number): number {
  const opens = lengthAt(TARGET_OPENS, text, at);
  if (opens === 0) return 0;
  let end = addressEnd(text, at + opens);
  if (text.charAt(at + opens - 1) === '<') {
    if (text.charAt(end) !== '>') return 0;
    end += 1;
  }
  end += lengthAt(TITLE, text, end);
  const closes = lengthAt(TARGET_CLOSES, text, end);
  return closes === 0 ? 0 : end + closes - at;
}

/** How many characters a sticky expression matches here; 0 where it does not. */
function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Where an address ends: at white space, an angle, or a bracket that it has not opened. */
function addressEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + LONGEST_TARGET); at += 1) {
    const character = text.charAt(at);
    if (/[\s<>]/.test(character)) return at;
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return at;
  }
  return Math.min(text.length, start + LONGEST_TARGET);
}
