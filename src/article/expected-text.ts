import { CORPUS_SIZE, countAt, words } from '../language/frequency.ts';
import { toSimplifiedCharacters } from '../language/script.ts';
import { type Beginning, NOTHING, START, WordTree } from '../language/word-tree.ts';

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

/** Occurrences of marks, single and in sequences, and of the rest of ASCII. */
const ofMarks = new Map(Object.entries(MARKS_PER_MILLION).map(([mark, share]) => [mark, inCorpus(share)]));
/** By the code of a character of one UTF-16 unit: its code as the counts know it; 0 before it was asked for. */
const normal = new Uint16Array(0x10000);

for (let code = 0x21; code < 0x7f; code += 1) {
  const [narrow, wide] = [String.fromCharCode(code), String.fromCharCode(code + WIDTH)];
  if (ofMarks.has(wide) && !ofMarks.has(narrow)) normal[code] = code + WIDTH;
  for (const character of [narrow, wide]) {
    const share = ASCII_PER_MILLION.find(([pattern]) => pattern.test(character))?.[1] ?? 0;
    if (!ofMarks.has(character)) ofMarks.set(character, inCorpus(share));
  }
}

const spelled = [...ofMarks.keys()].sort();
const marks = new WordTree(spelled, [...spelled.keys()]);
/** By the number that the tree has for each. */
const markCounts = spelled.map((mark) => ofMarks.get(mark) ?? 0);

function inCorpus(perMillion: number): number {
  return (perMillion / 1e6) * CORPUS_SIZE;
}

/** One character as the counts know it: Simplified, Chinese punctuation full-width. */
export function normalised(character: string): string {
  return character.length === 1 ? String.fromCharCode(normalCode(character)) : toSimplifiedCharacters(character);
}

/** What no text begins with: several characters in one, or none. */
const NO_CODE = 0x110000;

/** The code point of a character as `normalised`; beyond all of them where it is not one character. */
export function normalCode(character: string): number {
  if (character.length !== 1) {
    const code = character.codePointAt(0) ?? NO_CODE;
    return code > 0xffff && character.length === 2 ? code : NO_CODE;
  }
  const code = character.charCodeAt(0);
  const known = normal[code] ?? 0;
  if (known !== 0) return known;
  const made = toSimplifiedCharacters(character).charCodeAt(0);
  normal[code] = made;
  return made;
}

/**
 * What a text begins with, of words and of marks, for whoever reads on from it character by character: most of what is
 * asked for begins nothing, which is told without any spelling being put together.
 */
export type Read = number;
/** Both beginnings in one number, NOTHING as 0: fewer than 2²¹ of words, and fewer than 2⁹ of marks. */
const WORD_BITS = 21;
const WORD = 2 ** WORD_BITS - 1;

function readOf(word: Beginning, mark: Beginning): Read {
  return ((mark + 1) << WORD_BITS) | (word + 1);
}

function wordOf(read: Read): Beginning {
  return (read & WORD) - 1;
}

function markOf(read: Read): Beginning {
  return (read >>> WORD_BITS) - 1;
}

/** Before the first character. */
export const NOTHING_READ: Read = readOf(START, START);
/** No word begins so, and no sequence of marks. */
export const NONE_BEGINS: Read = readOf(NOTHING, NOTHING);

/** What was read with one more character. @param code by `normalCode` */
export function readOn(read: Read, code: number): Read {
  // No word has characters of two UTF-16 units.
  if (code > 0xffff) return NONE_BEGINS;
  const word = wordOf(read);
  const mark = markOf(read);
  return readOf(
    word === NOTHING ? NOTHING : words().longer(word, code),
    mark === NOTHING ? NOTHING : marks.longer(mark, code),
  );
}

/** Whether anything is longer than what was read. */
export function mayGoOn(read: Read): boolean {
  return words().isOpen(wordOf(read)) || marks.isOpen(markOf(read));
}

/** As `countOf` in language/frequency.ts, of what was read: 0 where it only begins something longer. */
export function countOfRead(read: Read): number | undefined {
  const ofMarks = markCounts[marks.valueOf(markOf(read))];
  if (ofMarks !== undefined) return ofMarks;
  return read === NONE_BEGINS || read === NOTHING_READ ? undefined : countAt(wordOf(read));
}

/** By code: how often a character stands alone, -1 where nobody knows. */
const ofOne = new Float64Array(0x10000).fill(Number.NaN);
const UNKNOWN = -1;

/** How often a character is a word by itself, letters of foreign scripts included. @param code by `normalCode` */
export function countOfOne(code: number): number | undefined {
  let count = ofOne[code] ?? Number.NaN;
  if (Number.isNaN(count)) {
    count = (code > 0x10ffff ? undefined : countOfText(String.fromCodePoint(code))) ?? UNKNOWN;
    if (code < ofOne.length) ofOne[code] = count;
  }
  return count === UNKNOWN ? undefined : count;
}

/** As `countOf` in language/frequency.ts, of words and punctuation. */
export function countOfText(text: string): number | undefined {
  const count = countOfRead(readOf(words().find(text), marks.find(text)));
  return count ?? (FOREIGN_LETTER.test(text) ? inCorpus(FOREIGN_PER_MILLION) : undefined);
}

/** Rarer characters are not guessed: too many share each byte. */
const GUESSABLE = 300;
const NOT_CHINESE = /[\uff01-\uff5e](?<![！（），：；？])/;

/** Whether a character is frequent enough to be guessed where nothing of it is left but one byte. */
export function isCommon(character: string): boolean {
  return !NOT_CHINESE.test(character) && (countOfText(normalised(character)) ?? 0) >= GUESSABLE;
}
