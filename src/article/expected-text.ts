import { CORPUS_SIZE, countOf } from '../language/frequency.ts';
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
  ...{ '——': 400, '……': 200, '”“': 200, '》《': 100 },
  ...{
    '”，': 800,
    '”。': 600,
    '”、': 200,
    '）。': 300,
    '），': 800,
    '）、': 300,
    '》，': 200,
    '》、': 100,
    '》。': 80,
  },
  ...{ '。”': 600, '！”': 50, '？”': 50, '，“': 500, '。“': 400, '：“': 200, '、“': 100, '。《': 80, '；“': 20 },
  // Who says it, before what is said.
  ...{ '说：“': 200, '表示：“': 50, '道：“': 20 },
};

const DIGITS_PER_MILLION = 6500;
const LETTERS_PER_MILLION = 500;
/** Written in full width: pages do not, but text read one byte off is full of them. */
const WIDE_LETTERS_PER_MILLION = 5;
/** The rest of ASCII: rare, but no sign of damage either. */
const OTHER_ASCII_PER_MILLION = 50;
/** Kana, Cyrillic, Greek: foreign words are rare, but no sign of damage. */
const FOREIGN_LETTERS_PER_MILLION = 50;
const FOREIGN_LETTER =
  /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hangul}\p{Script=Latin}ー]$/u;

/** In 60 million words. */
const GUESSABLE = 300;

const FOREIGN_LETTERS = (FOREIGN_LETTERS_PER_MILLION / 1e6) * CORPUS_SIZE;

const counts = new Map<string, number>();
for (const [marks, share] of Object.entries(MARKS_PER_MILLION)) {
  counts.set(marks, (share / 1e6) * CORPUS_SIZE);
  for (let length = 1; length < marks.length; length += 1) {
    const prefix = marks.slice(0, length);
    counts.set(prefix, counts.get(prefix) ?? 0);
  }
}
for (const digit of '0123456789') counts.set(digit, (DIGITS_PER_MILLION / 1e6) * CORPUS_SIZE);
for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ') {
  counts.set(letter, (LETTERS_PER_MILLION / 1e6) * CORPUS_SIZE);
  counts.set(otherWidth(letter), (WIDE_LETTERS_PER_MILLION / 1e6) * CORPUS_SIZE);
}

const normal = new Map<string, string>();

for (let code = 0x21; code < 0x7f; code += 1) {
  const [narrow, wide] = [String.fromCharCode(code), String.fromCharCode(code + 0xfee0)];
  if (!counts.has(narrow) && !counts.has(wide)) counts.set(narrow, (OTHER_ASCII_PER_MILLION / 1e6) * CORPUS_SIZE);
}

/** One character as the counts know it: Simplified, and with full-width punctuation. */
export function normalised(character: string): string {
  let known = normal.get(character);
  if (known === undefined) {
    known = [character, otherWidth(character)].find((form) => counts.has(form)) ?? toSimplifiedCharacters(character);
    normal.set(character, known);
  }
  return known;
}

/** Punctuation and digits are counted in one width only. */
function otherWidth(character: string): string {
  const code = character.charCodeAt(0);
  if (code > 0x20 && code < 0x7f) return String.fromCharCode(code + 0xfee0);
  if (code > 0xff00 && code < 0xff5f) return String.fromCharCode(code - 0xfee0);
  return character;
}

/** As `countOf`, of words and punctuation. */
export function countOfText(text: string): number | undefined {
  return counts.get(text) ?? countOf(text) ?? (FOREIGN_LETTER.test(text) ? FOREIGN_LETTERS : undefined);
}

/** Whether a character is frequent enough to be guessed where nothing of it is left but one byte. */
export function isCommon(character: string): boolean {
  if (/[０-９Ａ-Ｚａ-ｚ＂-＇＊＋－．／＜-＞＠［-｀｛-～]/.test(character)) return false;
  return (countOfText(normalised(character)) ?? 0) >= GUESSABLE;
}
