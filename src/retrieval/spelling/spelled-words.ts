import { wordsCommonerThan } from '../../language/idf.ts';
import { syllablesOf } from '../../language/readings.ts';
import { STOP_WORDS } from '../../language/stop-words.ts';
import { oncePerVersion, type PassageStore } from '../store/store.ts';

/** Words of questions that need not stand in any article. */
const QUESTION_WORDS =
  '什么 什么时候 什么样 什么地方 多少 谁 哪 哪里 哪儿 哪个 哪些 哪位 哪家 哪种 哪国 哪座 哪年 哪天 哪一个 哪一种 哪一年 哪一位 哪一座 哪一家 哪两个 哪三个 为什么 为何 怎么 怎么样 怎样 如何 几 几点 几个 几年 几月 几岁 几人 第几 何 何时 何处 何人 何种 多大 多久 多长 多高 多远 多少人 多少钱 是谁 是什么 是否 叫什么 有什么 有哪些 有多少 在哪里 在哪 请问 吗 呢 这篇 那篇 哪篇 这篇文章 那篇文章'.split(
    ' ',
  );
/** What is asked of an article itself. */
export const FACT_WORDS: ReadonlySet<string> = new Set(
  '编辑 责编 责任编辑 小编 作者 记者 来源 出处 标题 副标题 题目 文章 报道 新闻 发布 发表 刊登 媒体 报纸 网站'.split(
    ' ',
  ),
);
/** Longer words are read as their parts. In characters. */
export const LONGEST_WORD = 6;
/** A character with many readings in a long word would make a multitude of spellings. */
const MOST_SPELLINGS = 8;
/** Words of one spelling that are worth keeping: the neighbours choose among them. */
const MOST_HOMOPHONES = 24;

/** What a question's word is worth at least, in log odds, though no passage has it; and a stop word. */
const QUESTION_FLOOR = -6;
const FACT_FLOOR = -9;
const STOP_FLOOR = -8;
/** Everyday words, for what a question says in its own words: idf below which there are some thousands, and their worth. */
const COMMON = 7;
const COMMON_FLOOR = -10;
/** What each reading of a character loses against the one before it: 的 is seldom dí. */
const RARER_READING = -2;
/** 嗯 and 唔 have readings without a vowel, which would be read into any n and m. */
const SYLLABLE = /[aeiouü]/;

const HAN_WORD = /^\p{Script=Han}+$/u;

/** A word that letters may mean. */
export interface SpelledWord {
  readonly text: string;
  /** Log odds that a rare reading costs. */
  readonly penalty: number;
  /** Log odds that the word is worth at least, whatever stands beside it. */
  readonly floor: number;
}

/** What letters may mean in a library. */
export interface SpelledWords {
  /** The words that may be meant, for every spelling in letters without tones. */
  readonly words: ReadonlyMap<string, readonly SpelledWord[]>;
  /** Log likelihood of a character behind another; behind an empty text it is the first. */
  follows(last: string, next: string): number;
}

/** The words of a library and of questions by their spelling. Made when first needed. */
export const spelledWords = oncePerVersion((store): SpelledWords => {
  const words = new Map<string, SpelledWord[]>();
  for (const word of QUESTION_WORDS) append(words, word, QUESTION_FLOOR);
  for (const word of FACT_WORDS) append(words, word, FACT_FLOOR);
  // The index has no stop words, yet questions are made of them.
  for (const word of STOP_WORDS) append(words, word, STOP_FLOOR);
  const inLibrary = libraryWords(store).sort((a, b) => b.frequency - a.frequency);
  for (const { word } of inLibrary) append(words, word, Number.NEGATIVE_INFINITY);
  for (const word of wordsCommonerThan(COMMON)) if (HAN_WORD.test(word)) append(words, word, COMMON_FLOOR);
  return { words, follows: bigramsOf(store) };
});

/** How much of a character's likelihood is its own, whatever stands before it. */
const OWN_SHARE = 0.1;
/** What no passage has. */
const UNSEEN = 1e-7;

/** How likely characters follow one another, by how often passages have them side by side. */
function bigramsOf(store: PassageStore): SpelledWords['follows'] {
  const all = store
    .characters()
    .filter((code) => HAN_WORD.test(String.fromCharCode(code)))
    .reduce((sum, code) => sum + store.pairFrequency(code, 0), 0);
  return (last, next) => {
    const [before, first] = [last.charCodeAt(0), next.charCodeAt(0)];
    const own = store.pairFrequency(first, 0) / all;
    if (last === '') return Math.log(own + UNSEEN);
    const beside = store.pairFrequency(before, first) / Math.max(1, store.pairFrequency(before, 0));
    return Math.log((1 - OWN_SHARE) * beside + OWN_SHARE * own + UNSEEN);
  };
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

function append(words: Map<string, SpelledWord[]>, text: string, floor: number): void {
  spellingsOf(text).forEach((spelling, rank) => {
    if (!SYLLABLE.test(spelling)) return;
    const homophones = words.get(spelling);
    const word = { text, penalty: text.length === 1 ? rank * RARER_READING : 0, floor: floor + rank * RARER_READING };
    if (homophones === undefined) words.set(spelling, [word]);
    else if (homophones.length < MOST_HOMOPHONES && !homophones.some((one) => one.text === text)) homophones.push(word);
  });
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
