import { syllablesOf } from '../../language/readings.ts';
import type { Question } from '../question.ts';
import type { PassageStore } from '../store.ts';

/** Words of questions that need not stand in any article, the likelier first where two sound alike. */
const QUESTION_WORDS =
  '什么 什么时候 多少 谁 哪里 哪儿 哪个 哪些 哪年 哪一年 哪天 为什么 怎么 怎样 如何 何时 几 多大 多久 是 是谁 的 在 有 了 吗 和 被 由 叫 叫什么 是什么 有哪些 有多少 在哪里 请问 管 从 到 做'.split(
    ' ',
  );
/** Longer words are read as their parts. In characters. */
const LONGEST_WORD = 6;
/** A character with many readings in a long word would make a multitude of spellings. */
const MOST_SPELLINGS = 8;
/** 谁 is shéi and shuí; readings come the usual first. */
const USUAL_READINGS = 2;
/** In letters; a longer one is no question in pinyin. */
const LONGEST_INPUT = 160;
const LONGEST_SPELLING = LONGEST_WORD * 6;

const TONE_MARKS = /[\u0300\u0301\u0304\u030c]/g;
const HAN_WORD = /^\p{Script=Han}+$/u;

/**
 * A question typed in pinyin (`ma cui fang guan duo shao hu`, `mǎ cuìfāng`), put into the
 * library's own words.
 *
 * @returns undefined where it is no pinyin, or none of the library's words is in it.
 */
export function readPinyin({ folded }: Question, store: PassageStore): string | undefined {
  const letters = lettersOf(folded);
  if (letters === undefined) return undefined;
  const reading = bestReading(letters, wordsBySpelling(store));
  return reading?.some((word) => word.length > 1 && store.frequency(word) > 0) ? reading.join('') : undefined;
}

/** The letters of a text that is written in pinyin alone: without tones, spaces and marks. */
function lettersOf(folded: string): string | undefined {
  const plain = folded
    .normalize('NFD')
    .replace(TONE_MARKS, '')
    .replace(/u\u0308|v/g, 'ü')
    .replace(/(?<=[a-zü])[1-5](?![\d])/g, '')
    .replace(/[\s\p{P}]+/gu, '');
  return /^[a-zü]+$/.test(plain) && plain.length <= LONGEST_INPUT ? plain : undefined;
}

/** A way to read the letters up to some place: the words, and how much they are worth. */
interface Reading {
  readonly words: readonly string[];
  readonly worth: number;
}

/** The words that the letters spell from end to end; long words are worth more than their parts. */
function bestReading(letters: string, spelled: ReadonlyMap<string, string>): readonly string[] | undefined {
  const readings: (Reading | undefined)[] = [{ words: [], worth: 0 }];
  for (let end = 1; end <= letters.length; end += 1) {
    for (let start = Math.max(0, end - LONGEST_SPELLING); start < end; start += 1) {
      const before = readings[start];
      const word = before && spelled.get(letters.slice(start, end));
      if (before === undefined || word === undefined) continue;
      const worth = before.worth + word.length ** 2;
      if (worth > (readings[end]?.worth ?? -1)) readings[end] = { words: [...before.words, word], worth };
    }
  }
  return readings[letters.length]?.words;
}

const spelledByStore = new WeakMap<
  PassageStore,
  { readonly version: number; readonly words: ReadonlyMap<string, string> }
>();

/** For every spelling the word that is meant: a question word, else the commonest of the library. Made when first needed. */
function wordsBySpelling(store: PassageStore): ReadonlyMap<string, string> {
  const known = spelledByStore.get(store);
  if (known?.version === store.version) return known.words;
  const words = new Map<string, string>();
  for (const word of store.vocabulary()) {
    if (word.length > LONGEST_WORD || !HAN_WORD.test(word)) continue;
    for (const spelling of spellingsOf(word)) {
      const other = words.get(spelling);
      if (other === undefined || store.frequency(word) > store.frequency(other)) words.set(spelling, word);
    }
  }
  for (const word of [...QUESTION_WORDS].reverse()) {
    // By its usual readings alone: 和 is also read hu, but 户 is what hu means.
    for (const spelling of spellingsOf(word).slice(0, USUAL_READINGS)) words.set(spelling, word);
  }
  spelledByStore.set(store, { version: store.version, words });
  return words;
}

function spellingsOf(word: string): string[] {
  let spellings = [''];
  for (const character of word) {
    spellings = spellings
      .flatMap((start) => syllablesOf(character).map((syllable) => start + syllable))
      .slice(0, MOST_SPELLINGS);
  }
  return spellings;
}
