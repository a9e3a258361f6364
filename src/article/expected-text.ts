import { beginsWord, CORPUS_SIZE, countOf } from '../language/frequency.ts';
import { toSimplifiedCharacters } from '../language/script.ts';

/**
 * Occurrences of punctuation in a million words of news text, single and in the sequences
 * that stand together far more often than chance; cppjieba's dictionary counts words only.
 * A half-width mark counts as its full-width form.
 */
const MARKS_PER_MILLION: Readonly<Record<string, number>> = {
  ...{ '，': 64000, '。': 33000, '、': 22000, '；': 1500, '：': 1000, '？': 300, '！': 300 },
  ...{ '“': 4200, '”': 3300, '‘': 100, '’': 100, '（': 3400, '）': 3400, '《': 1400, '》': 1400 },
  ...{ '「': 700, '」': 700, '『': 50, '』': 50, '【': 50, '】': 50, '"': 300 },
  ...{ ' ': 3000, '.': 2700, '%': 2000, '-': 1200, '·': 900, '—': 200, '…': 50, '+': 50, '/': 100 },
  ...{ '〔': 5, '〕': 5, '﹑': 5, '﹐': 5, '﹔': 5, '‧': 5 },
  ...{ '％': 50, '～': 50, '－': 50, '——': 400, '……': 200, '”“': 200, '》《': 100, '》，': 200, '》、': 100 },
  ...{ '”，': 800, '”。': 600, '”、': 200, '）。': 300, '），': 800, '）、': 300, '》。': 80, '。《': 80 },
  ...{ '。”': 600, '！”': 50, '？”': 50, '，“': 500, '。“': 400, '：“': 200, '、“': 100, '；“': 20 },
  // Who says it, before what is said.
  ...{ '说：“': 200, '表示：“': 50, '道：“': 20 },
};

/** The same for the rest of ASCII and its full-width forms, of which text read one byte off is full. */
const ASCII_PER_MILLION: readonly (readonly [RegExp, number])[] = [
  [/[0-9]/, 6500],
  [/[a-z]/i, 500],
  [/[０-９]/, 100],
  [/[\x21-\x7e]/, 50],
  [/[\uff01-\uff5e]/, 5],
];

/** Kana, Cyrillic and the like: foreign words are rare, but no sign of damage. */
const FOREIGN_PER_MILLION = 50;
const FOREIGN_LETTER =
  /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hangul}\p{Script=Latin}ー]$/u;

/** Shifts ASCII to its full-width forms. */
const WIDTH = 0xfee0;

const counts = new Map<string, number>();
/** What the sequences begin with; the dictionary may count it as a word, as 说. */
const beginnings = new Set<string>();
/** By the code of a character of one UTF-16 unit. */
const normal = new Array<string | undefined>(0x10000);

for (const [marks, share] of Object.entries(MARKS_PER_MILLION)) {
  counts.set(marks, inCorpus(share));
  for (let length = 1; length < marks.length; length += 1) beginnings.add(marks.slice(0, length));
}
for (let code = 0x21; code < 0x7f; code += 1) {
  const [narrow, wide] = [String.fromCharCode(code), String.fromCharCode(code + WIDTH)];
  for (const character of [narrow, wide]) {
    const share = ASCII_PER_MILLION.find(([pattern]) => pattern.test(character))?.[1] ?? 0;
    if (!counts.has(character)) counts.set(character, inCorpus(share));
  }
  if (MARKS_PER_MILLION[wide] !== undefined && MARKS_PER_MILLION[narrow] === undefined) normal[code] = wide;
}

function inCorpus(perMillion: number): number {
  return (perMillion / 1e6) * CORPUS_SIZE;
}

/** One character as the counts know it: Simplified, Chinese punctuation full-width. */
export function normalised(character: string): string {
  if (character.length !== 1) return toSimplifiedCharacters(character);
  const code = character.charCodeAt(0);
  let known = normal[code];
  if (known === undefined) {
    known = toSimplifiedCharacters(character);
    normal[code] = known;
  }
  return known;
}

/** As `countOf`, of words and punctuation. */
export function countOfText(text: string): number | undefined {
  const count = counts.get(text) ?? countOf(text);
  if (count !== undefined) return count;
  if (beginnings.has(text)) return 0;
  return FOREIGN_LETTER.test(text) ? inCorpus(FOREIGN_PER_MILLION) : undefined;
}

/** What is asked for most: by the code of one character, and by those of two. A count of -1 is none. */
const ofOne = new Float64Array(0x10000).fill(Number.NaN);
const ofTwo = new Map<number, number>();
/** Words of two characters, and marks that stand side by side: there are fewer. */
const MOST_PAIRS = 300_000;
const NONE = -1;

/**
 * As `countOfText` of a text with a character behind it. That two characters begin no word, as most
 * that are asked for, is told without their spelling being put together.
 */
export function countOfLonger(text: string, character: string): number | undefined {
  if (text.length > 1 || character.length !== 1) return countOfText(text + character);
  const count = text === '' ? countOfOne(character) : countOfTwo(text, character);
  return count === NONE ? undefined : count;
}

function countOfOne(character: string): number {
  const code = character.charCodeAt(0);
  let count = ofOne[code] ?? Number.NaN;
  if (Number.isNaN(count)) {
    count = countOfText(character) ?? NONE;
    ofOne[code] = count;
  }
  return count;
}

function countOfTwo(first: string, second: string): number {
  const [one, two] = [first.charCodeAt(0), second.charCodeAt(0)];
  if (!beginsWord(one, two) && !beginnings.has(first)) return NONE;
  const key = one * 0x10000 + two;
  let count = ofTwo.get(key);
  if (count === undefined) {
    if (ofTwo.size === MOST_PAIRS) ofTwo.clear();
    count = countOfText(first + second) ?? NONE;
    ofTwo.set(key, count);
  }
  return count;
}

/** Rarer characters are not guessed: too many share each byte. */
const GUESSABLE = 300;
const NOT_CHINESE = /[\uff01-\uff5e](?<![！（），：；？])/;

/** Whether a character is frequent enough to be guessed where nothing of it is left but one byte. */
export function isCommon(character: string): boolean {
  return !NOT_CHINESE.test(character) && (countOfText(normalised(character)) ?? 0) >= GUESSABLE;
}
