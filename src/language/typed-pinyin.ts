import { matchReading, PINYIN, syllablesOf } from './readings.ts';

/** What the typing tells of each offset between the letters: a syllable ends here, none does, or either. */
type Edge = 'syllable' | 'inside' | undefined;

/** Pinyin as somebody typed it, in letters alone, with what the tones and spaces between them tell. */
export interface TypedPinyin {
  /** `ü` for `v` and the like. */
  readonly letters: string;
  readonly edges: readonly Edge[];
  /** 1 to 5 at the letter that bears a tone's mark, or that stands before its digit. */
  readonly tones: readonly (number | undefined)[];
  readonly hasTones: boolean;
}

const TONES = ['\u0304', '\u0301', '\u030c', '\u0300'];
const DIAERESIS = '\u0308';
const LETTER = /[a-z]/;
const DIGIT = /[1-5]/;

/**
 * Reads a stretch of folded text in canonical decomposition, with whatever stands between
 * its letters: `mǎ cuì fāng`, `ma3cui4fang1`, `ma'cui'fang`.
 * @param isSyllable whether letters are one syllable of Chinese
 */
export function readTyped(stretch: string, isSyllable: (letters: string) => boolean): TypedPinyin {
  let letters = '';
  const edges: Edge[] = [];
  const tones: (number | undefined)[] = [];
  for (const character of stretch) {
    const tone = DIGIT.test(character) ? Number(character) : TONES.indexOf(character) + 1;
    if (LETTER.test(character)) letters += character === 'v' ? 'ü' : character;
    else if (character === DIAERESIS) letters = letters.replace(/u$/, 'ü');
    else if (tone > 0) tones[letters.length - 1] = tone;
    if (DIGIT.test(character) || /[\s'’-]/.test(character)) edges[letters.length] = 'syllable';
  }
  closeSyllables(letters, edges, isSyllable);
  return { letters, edges, tones, hasTones: tones.length > 0 };
}

/** Alone, xian may be 西安; among others typed apart it is one syllable. */
function closeSyllables(letters: string, edges: Edge[], isSyllable: (letters: string) => boolean): void {
  const ends = [...letters].map((_, at) => at).filter((at) => at > 0 && edges[at] === 'syllable');
  if (ends.length === 0) return;
  // Filling does not lengthen: the last syllable ends where the letters do.
  edges.length = Math.max(edges.length, letters.length + 1);
  let start = 0;
  for (const end of [...ends, letters.length]) {
    if (isSyllable(letters.slice(start, end))) edges.fill('inside', start + 1, end);
    start = end;
  }
}

/** In letters: zhuang. */
export const LONGEST_SYLLABLE = 6;

/** Other words may stand between: GDP zeng zhang duo shao. */
const MOSTLY = 0.6;

/** Whether most letters of a stretch are in words made of syllables: cheap, and no library is needed for it. */
export function isMostlySyllables(stretch: string): boolean {
  let all = 0;
  let syllables = 0;
  for (const word of stretch.split(/[\s'’-]+/)) {
    const { letters } = readTyped(word, () => false);
    all += letters.length;
    if (isMadeOfSyllables(letters)) syllables += letters.length;
  }
  return syllables >= all * MOSTLY;
}

/** Letter by letter, since an expression would try every way to cut `nananananax`. */
function isMadeOfSyllables(letters: string): boolean {
  const ends = [true];
  for (let end = 1; end <= letters.length; end += 1) {
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end && !ends[end]; start += 1) {
      ends[end] = ends[start] === true && PINYIN.test(letters.slice(start, end));
    }
  }
  return letters !== '' && ends[letters.length] === true;
}

/** What a reading loses, in log odds, where another tone is typed, and where none is though others are. */
const WRONG_TONE = -6;
const NO_TONE = -2;

/**
 * How well a word fits what was typed from one letter to another: 0 for wholly, less for
 * each tone that differs; undefined where its syllables end elsewhere than the typed ones.
 */
export function fitOf(word: string, typed: TypedPinyin, start: number, end: number): number | undefined {
  const [character = ''] = word;
  const rest = word.slice(character.length);
  let best: number | undefined;
  for (const syllable of syllablesOf(character)) {
    const next = start + syllable.length;
    if (next > end || !typed.letters.startsWith(syllable, start) || !endsWell(typed.edges, start, next)) continue;
    const others = rest === '' ? (next === end ? 0 : undefined) : fitOf(rest, typed, next, end);
    if (others === undefined) continue;
    const fit = others + toneFit(character, syllable, typed, start, next);
    if (best === undefined || fit > best) best = fit;
  }
  return best;
}

function endsWell(edges: readonly Edge[], start: number, end: number): boolean {
  return edges[end] !== 'inside' && !edges.slice(start + 1, end).includes('syllable');
}

function toneFit(
  character: string,
  syllable: string,
  { hasTones, tones }: TypedPinyin,
  start: number,
  end: number,
): number {
  if (!hasTones) return 0;
  const tone = tones.slice(start, end).find((one) => one !== undefined) ?? 0;
  if (matchReading(character, `${syllable}${tone}`) === 'exact') return 0;
  return tone === 0 ? NO_TONE : WRONG_TONE;
}
