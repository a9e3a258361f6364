import { syllablesOf } from '../../language/readings.ts';
import { STOP_WORDS } from '../../language/stop-words.ts';
import type { PassageStore } from '../store.ts';

/** Words of questions that need not stand in any article, the likelier first where two sound alike. */
const QUESTION_WORDS =
  '什么 什么时候 多少 谁 哪里 哪儿 哪个 哪些 哪年 哪一年 哪天 为什么 怎么 怎样 如何 何时 几 多大 多久 是 是谁 的 在 有 了 吗 和 被 由 叫 叫什么 是什么 有哪些 有多少 在哪里 请问 管 从 到 做'.split(
    ' ',
  );
/** Longer words are read as their parts. In characters. */
export const LONGEST_WORD = 6;
/** A character with many readings in a long word would make a multitude of spellings. */
const MOST_SPELLINGS = 8;
/** 谁 is shéi and shuí; readings come the usual first. */
const USUAL_READINGS = 2;
/** Words of one spelling that are worth keeping: the neighbours choose among them. */
const MOST_HOMOPHONES = 6;

const HAN_WORD = /^\p{Script=Han}+$/u;

/** For every spelling in letters without tones the words that may be meant, the likeliest first. */
export type SpelledWords = ReadonlyMap<string, readonly string[]>;

const spelledByStore = new WeakMap<PassageStore, { readonly version: number; readonly words: SpelledWords }>();

/** The words of a library and of questions by their spelling. Made when first needed. */
export function spelledWords(store: PassageStore): SpelledWords {
  const known = spelledByStore.get(store);
  if (known?.version === store.version) return known.words;
  const words = collect(store);
  spelledByStore.set(store, { version: store.version, words });
  return words;
}

function collect(store: PassageStore): SpelledWords {
  const words = new Map<string, string[]>();
  // A question word is what its usual readings mean, whatever the library has; 和 is also read hu, but 户 is what hu means.
  for (const word of QUESTION_WORDS) {
    for (const spelling of spellingsOf(word).slice(0, USUAL_READINGS)) append(words, spelling, word);
  }
  const commonest = libraryWords(store).sort((a, b) => b.frequency - a.frequency);
  for (const { word } of commonest) {
    const spellings = spellingsOf(word);
    for (const spelling of word.length === 1 ? spellings.slice(0, 1) : spellings) append(words, spelling, word);
  }
  for (const { word } of commonest.filter((one) => one.word.length === 1)) {
    for (const spelling of spellingsOf(word).slice(1)) append(words, spelling, word);
  }
  // The index has no stop words, yet questions are made of them.
  for (const word of STOP_WORDS) {
    for (const spelling of spellingsOf(word)) append(words, spelling, word);
  }
  return words;
}

/** Single characters too: else one unknown word would leave a whole question unread. */
function libraryWords(store: PassageStore): { word: string; frequency: number }[] {
  const words: { word: string; frequency: number }[] = [];
  for (const word of store.vocabulary()) {
    if (word.length > 1 && word.length <= LONGEST_WORD && HAN_WORD.test(word))
      words.push({ word, frequency: store.frequency(word) });
  }
  for (const code of store.characters()) {
    const word = String.fromCharCode(code);
    if (HAN_WORD.test(word)) words.push({ word, frequency: store.pairFrequency(code, 0) });
  }
  return words;
}

function append(words: Map<string, string[]>, spelling: string, word: string): void {
  const homophones = words.get(spelling);
  if (homophones === undefined) words.set(spelling, [word]);
  else if (homophones.length < MOST_HOMOPHONES && !homophones.includes(word)) homophones.push(word);
}

/** How a word may be spelled, by the usual readings of its characters first; none for anything but Chinese. */
export function spellingsOf(word: string): string[] {
  let spellings = [''];
  for (const character of word) {
    spellings = spellings
      .flatMap((start) => syllablesOf(character).map((syllable) => start + syllable))
      .slice(0, MOST_SPELLINGS);
  }
  return spellings;
}
