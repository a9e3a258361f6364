import { polyphonic } from 'pinyin-pro';
import { toSimplifiedCharacters, toTraditionalCharacters } from './script.ts';

/** Letters that pages use for pinyin though they are phonetic signs, and typed stand-ins for ü. */
const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
  [/ɡ/g, 'g'],
  [/ɑ/g, 'a'],
  [/u:|v/g, 'ü'],
  // A breve is typed for the caron of the third tone.
  [/\u0306/g, '\u030c'],
];

/** Combining macron, acute, caron and grave: tones 1 to 4. */
const TONE_MARKS = '\u0304\u0301\u030c\u0300';
const TONE_MARK = /[\u0304\u0301\u030c\u0300]/;
const SYLLABLE = /^(?:[a-zü\u00ea]|\u0304|\u0301|\u030c|\u0300){1,8}[0-5]?$/;

/** A written syllable: its letters, and its tone where one is written. */
interface Syllable {
  readonly letters: string;
  /** 1 to 4; 0 for the neutral tone, which is written without a mark. */
  readonly tone: number;
  /** Whether a mark or a digit says the tone. */
  readonly marked: boolean;
}

/** As 一 and 不 are read before other tones (一个 yí gè, 不是 bú shì), which dictionaries of characters leave out. */
const SANDHI: Readonly<Record<string, readonly string[]>> = { 一: ['yí', 'yì', 'yi'], 不: ['bú', 'bu'] };

const known = new Map<string, readonly Syllable[]>();

/**
 * How a text in Latin letters relates to the readings of a Chinese character:
 * `exact` when it is one of them, tone and all (`wǎng` or `wang3` for 网, `me` for 么);
 * `toneless` when only the tone is missing (`wang`), `other-tone` when it is another one
 * (`wáng`); `none` otherwise.
 *
 * A character has the readings of its Simplified and its Traditional form too, and all the
 * readings of a character with several.
 */
export function matchReading(character: string, latin: string): 'exact' | 'toneless' | 'other-tone' | 'none' {
  const written = parseSyllable(latin);
  if (written === undefined) return 'none';
  const same = readingsOf(character).filter((reading) => reading.letters === written.letters);
  if (same.length === 0) return 'none';
  if (same.some((reading) => reading.tone === written.tone)) return 'exact';
  return written.marked ? 'other-tone' : 'toneless';
}

/** Whether a text in Latin letters is written as one syllable of pinyin with its tone. */
export function isTonedSyllable(latin: string): boolean {
  return parseSyllable(latin)?.marked === true;
}

/** Whether a text in Latin letters is written as one syllable of pinyin is, with its tone or without. */
export function isSyllable(latin: string): boolean {
  const syllable = parseSyllable(latin);
  return syllable !== undefined && PINYIN.test(syllable.letters);
}

/** A syllable in letters without a tone: an initial, if any, and a final; a few pairs that no character has among them. */
export const PINYIN =
  /^(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|ong|er|i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ua|uo|uai|ui|uan|un|uang|ü|üe|ue)$/;

/** Whether a text in Latin letters reads several characters, one syllable each, as `yínháng` or `yin hang` reads 银行. */
export function readsWord(characters: readonly string[], latin: string): boolean {
  const letters = latin.replace(/['’\s-]/g, '');
  const readFrom = (index: number, at: number): boolean => {
    const character = characters[index];
    if (character === undefined) return at === letters.length;
    for (let end = Math.min(letters.length, at + LONGEST_SYLLABLE); end > at; end -= 1) {
      if (matchReading(character, letters.slice(at, end)) !== 'none' && readFrom(index + 1, end)) return true;
    }
    return false;
  };
  return characters.length > 1 && readFrom(0, 0);
}

/** In UTF-16 units: six letters, and a mark of the tone that stands by itself. */
const LONGEST_SYLLABLE = 8;

/** The readings of a Chinese character without their tones, each once: `xing` and `hang` for 行. None for anything else. */
export function syllablesOf(character: string): readonly string[] {
  let syllables = knownSyllables.get(character);
  if (syllables === undefined) {
    syllables = [...new Set(readingsOf(character).map(({ letters }) => letters))];
    knownSyllables.set(character, syllables);
  }
  return syllables;
}

const knownSyllables = new Map<string, readonly string[]>();

function readingsOf(character: string): readonly Syllable[] {
  let readings = known.get(character);
  if (readings === undefined) {
    const forms = new Set([character, toSimplifiedCharacters(character), toTraditionalCharacters(character)]);
    readings = [...forms]
      .flatMap((form) => [...polyphonic(form, { type: 'array' }).flat(), ...(SANDHI[form] ?? [])])
      .map(parseSyllable)
      .filter((reading) => reading !== undefined);
    known.set(character, readings);
  }
  return readings;
}

const parsed = new Map<string, Syllable | undefined>();
/** There are some 1,400 syllables with their tones; what pages have in Latin letters is without bound. */
const MOST_PARSED = 5_000;

function parseSyllable(latin: string): Syllable | undefined {
  if (parsed.has(latin)) return parsed.get(latin);
  if (parsed.size === MOST_PARSED) parsed.clear();
  const syllable = readSyllable(latin);
  parsed.set(latin, syllable);
  return syllable;
}

function readSyllable(latin: string): Syllable | undefined {
  let text = latin.normalize('NFKC').toLowerCase().normalize('NFD');
  for (const [lookalike, letter] of LOOKALIKES) text = text.replace(lookalike, letter);
  text = text.replace(/u\u0308/g, 'ü').replace(/e\u0302/g, 'ê');
  // A mark between u and its dots: ǘ decomposes to u, dots, acute; some pages order them otherwise.
  text = text.replace(/u([\u0304\u0301\u030c\u0300])\u0308/g, 'ü$1');
  if (!SYLLABLE.test(text)) return undefined;
  const digit = /[0-5]$/.exec(text)?.[0];
  const mark = TONE_MARK.exec(text)?.[0];
  const letters = text.replace(/[\u0304\u0301\u030c\u03000-5]/g, '');
  if (mark !== undefined) return { letters, tone: TONE_MARKS.indexOf(mark) + 1, marked: true };
  return { letters, tone: Number(digit ?? 0) % 5, marked: digit !== undefined };
}
