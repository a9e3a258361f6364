import { restoreSimplified } from './script.ts';

/** What OpenCC’s tables take for 徵, the note of a scale, and for 於, a surname. */
const CORRECTIONS: readonly (readonly [RegExp, string])[] = [
  [/徵调/g, '征调'],
  [/於伦/g, '于伦'],
];
/** An emperor’s years, of which the tables have some only: 乾兴元年. */
const ERA = /乾(?=\p{Script=Han}(?:元|\d{1,2}|[一二三四五六七八九十]{1,3})年)/gu;

/** Traditional characters that names are written with in Simplified writing, too: which one it is only its bearer knows. */
const STAY_IN_NAMES = new Set('於乾昇甯徵');

/**
 * Writes a Traditional text, of Taiwan or Hong Kong, in Simplified characters, one for each. Where a character is
 * written in two ways, phrases and words decide (乾隆 but 干净, 看着 but 著名).
 *
 * @param names who is known to be named in the text, as it is written there
 * @returns for each code point of the text the one that stands for it
 */
export function simplifiedCharacters(text: string, names: readonly string[] = []): string[] {
  const restored = CORRECTIONS.reduce(
    (spelled, [wrong, right]) => spelled.replace(wrong, right),
    restoreSimplified(text),
  );
  const kept = new Set<number>([...text.matchAll(ERA)].map(({ index }) => index));
  for (const name of names) {
    for (let at = text.indexOf(name); at >= 0 && name.length > 1; at = text.indexOf(name, at + name.length)) {
      for (let within = at; within < at + name.length; within += 1) {
        if (STAY_IN_NAMES.has(text.charAt(within))) kept.add(within);
      }
    }
  }
  const written: string[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    written.push(kept.has(at) ? character : restored.slice(at, end));
    at = end;
  }
  return written;
}
