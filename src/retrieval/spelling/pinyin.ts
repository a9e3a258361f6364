import { isMostlySyllables, readTyped, type TypedPinyin } from '../../language/typed-pinyin.ts';
import type { Question } from '../../question/question.ts';
import type { PassageStore } from '../store/store.ts';
import { decodePinyin } from './decode-pinyin.ts';
import { FACT_WORDS, type SpelledWords, spelledWords, spellingsOf } from './spelled-words.ts';

/** In letters; a longer stretch is no pinyin of a question. */
const LONGEST_INPUT = 160;
/** The same with tones and spaces; in UTF-16 units. */
const LONGEST_STRETCH = LONGEST_INPUT * 3;
/** Chinese characters beside a stretch that may belong to its word: 马cui芳. */
const NEIGHBOURS = 3;

/** Letters with what stands between and above them in pinyin: tones, dots, spaces, apostrophes, hyphens. */
const STRETCH =
  /[a-z](?:(?:[a-z\p{Mn}'’\s-]|(?<=[a-z\p{Mn}])[1-5](?!\d))*(?:[a-z\p{Mn}]|(?<=[a-z\p{Mn}])[1-5](?!\d)))?/gu;
/** The same where digits are numbers: in `deng5ren` there are five people. */
const UNNUMBERED = /[a-z](?:[a-z\p{Mn}'’\s-]*[a-z\p{Mn}])?/gu;
const HAN = /\p{Script=Han}/u;
const HAN_BEFORE = /(?<!\p{Script=Han})\p{Script=Han}+$/u;
const HAN_AFTER = /^\p{Script=Han}+/u;

/**
 * A question typed in pinyin, wholly (`ma cui fang guan duo shao hu`) or in part
 * (`Mǎ Cuìfāng 管多少户`, `马cui芳是谁`), put into the library's own words. Latin words that
 * the library has stay, and so does what cannot be read.
 *
 * @returns the folded question, or undefined where none of the library's words is in its pinyin.
 */
export function readPinyin({ folded }: Question, store: PassageStore): string | undefined {
  const text = folded.normalize('NFD');
  // Beside Chinese any word will do (什么时候kaishi); letters alone may be another language.
  let knows = false;
  const isChinese = HAN.test(text);
  const read = text.replace(hasToneDigits(text) ? STRETCH : UNNUMBERED, (stretch, at: number) => {
    const before = text.slice(0, at);
    const after = text.slice(at + stretch.length);
    const reading = readStretch(stretch, before, after, store);
    knows ||= reading !== undefined && (reading.isKnown || (isChinese && reading.isWord));
    return reading?.text ?? stretch;
  });
  return knows ? read.normalize('NFC') : undefined;
}

interface ReadStretch {
  readonly text: string;
  /** Whether one of the library's words is in it. */
  readonly isKnown: boolean;
  /** Whether a word of Chinese is in it, known to the library or not. */
  readonly isWord: boolean;
}

function readStretch(stretch: string, before: string, after: string, store: PassageStore): ReadStretch | undefined {
  if (store.frequency(stretch) > 0 || stretch.length > LONGEST_STRETCH || !isMostlySyllables(stretch)) return undefined;
  const spelled = spelledWords(store);
  const typed = typedIn(stretch, spelled);
  if (typed.letters.length > LONGEST_INPUT) return undefined;
  const joined = joinedReading(typed.letters, before, after, spelled);
  if (joined !== undefined) return { text: joined, isKnown: true, isWord: true };
  const [last = ''] = HAN_BEFORE.exec(before)?.[0].slice(-1) ?? [];
  const [next = ''] = HAN_AFTER.exec(after)?.[0] ?? [];
  const words = decodePinyin(typed, spelled, last, next);
  if (words === undefined) return readApart(stretch, before, after, store);
  return {
    text: words.map(({ text }) => text).join(''),
    isKnown: words.some(({ text }) => text.length > 1 && (store.frequency(text) > 0 || FACT_WORDS.has(text))),
    isWord: words.some(({ text }) => text.length > 1),
  };
}

function typedIn(stretch: string, spelled: SpelledWords): TypedPinyin {
  const isSyllable = (letters: string) => spelled.words.get(letters)?.some(({ text }) => text.length === 1) ?? false;
  return readTyped(stretch, isSyllable);
}

/** `GDP zeng zhang duo shao`: the words that are pinyin, and the others as they are. */
function readApart(stretch: string, before: string, after: string, store: PassageStore): ReadStretch | undefined {
  const spelled = spelledWords(store);
  const runs: { words: string[]; isPinyin: boolean }[] = [];
  for (const word of stretch.split(/\s+/)) {
    const isPinyin = decodePinyin(typedIn(word, spelled), spelled) !== undefined;
    const last = runs.at(-1);
    if (last?.isPinyin === isPinyin) last.words.push(word);
    else runs.push({ words: [word], isPinyin });
  }
  if (runs.length < 2) return undefined;
  const read = runs.map(({ words, isPinyin }, index) => {
    const text = words.join(' ');
    if (!isPinyin) return { text: ` ${text} `, isKnown: false, isWord: false };
    const isLast = index === runs.length - 1;
    const reading = readStretch(text, index === 0 ? before : '', isLast ? after : '', store);
    return reading ?? { text, isKnown: false, isWord: false };
  });
  return {
    text: read.map(({ text }) => text).join(''),
    isKnown: read.some(({ isKnown }) => isKnown),
    isWord: read.some(({ isWord }) => isWord),
  };
}

/** Whether digits behind letters are tones: behind every second run of them at least. */
function hasToneDigits(text: string): boolean {
  const runs = text.match(/[a-z]+/g)?.length ?? 0;
  const digits = text.match(/[a-z][1-5](?!\d)/g)?.length ?? 0;
  return digits * 2 >= runs;
}

/**
 * What the letters are where they are a part of a word whose other characters stand beside
 * them, the longest such word first; undefined where they are not.
 */
function joinedReading(letters: string, before: string, after: string, spelled: SpelledWords): string | undefined {
  const hanBefore = HAN_BEFORE.exec(before)?.[0].slice(-NEIGHBOURS) ?? '';
  const hanAfter = HAN_AFTER.exec(after)?.[0].slice(0, NEIGHBOURS) ?? '';
  for (let beside = hanBefore.length + hanAfter.length; beside > 0; beside -= 1) {
    for (let left = Math.min(beside, hanBefore.length); left >= Math.max(0, beside - hanAfter.length); left -= 1) {
      const head = hanBefore.slice(hanBefore.length - left);
      const tail = hanAfter.slice(0, beside - left);
      const word = wordBetween(head, letters, tail, spelled);
      if (word !== undefined) return word.slice(head.length, word.length - tail.length);
    }
  }
  return undefined;
}

function wordBetween(head: string, letters: string, tail: string, spelled: SpelledWords): string | undefined {
  for (const start of spellingsOf(head)) {
    for (const end of spellingsOf(tail)) {
      const words = spelled.words.get(start + letters + end) ?? [];
      const word = words.map(({ text }) => text).find((one) => one.startsWith(head) && one.endsWith(tail));
      if (word !== undefined && word.length > head.length + tail.length) return word;
    }
  }
  return undefined;
}

/**
 * A folded question in letters alone that asks for a fact about an article (`bianji shi
 * shui`) in Chinese; undefined for any other. Most questions do not get as far as the library.
 */
export function readFactsInPinyin(question: Question, store: PassageStore): string | undefined {
  if (HAN.test(question.folded)) return undefined;
  const letters = question.folded.normalize('NFD').replace(/[^a-z]/g, '');
  factSpellings ??= [...FACT_WORDS].flatMap(spellingsOf);
  return factSpellings.some((spelling) => letters.includes(spelling)) ? readPinyin(question, store) : undefined;
}

let factSpellings: readonly string[] | undefined;
