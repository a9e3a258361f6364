import { syllablesOf } from '../../language/readings.ts';
import type { Question } from '../question.ts';
import type { PassageStore } from '../store.ts';
import { LONGEST_WORD, type SpelledWords, spelledWords, spellingsOf } from './spelled-words.ts';

/** In letters; a longer stretch is no pinyin of a question. */
const LONGEST_INPUT = 160;
const LONGEST_SPELLING = LONGEST_WORD * 6;
/** Chinese characters beside a stretch that may belong to its word: 马cui芳. */
const NEIGHBOURS = 3;

const TONE_MARKS = /[\u0300\u0301\u0304\u030c]/g;
/** Letters with what stands between and above them in pinyin: tones, dots, spaces, apostrophes, hyphens. */
const STRETCH = /[a-z](?:[a-z1-5\p{Mn}'’\s-]*[a-z1-5\p{Mn}])?/gu;
const HAN_BEFORE = /\p{Script=Han}+$/u;
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
  let knows = false;
  const read = text.replace(STRETCH, (stretch, at: number) => {
    const letters = lettersOf(stretch);
    if (letters.length > LONGEST_INPUT || store.frequency(stretch) > 0) return stretch;
    const words = spelledWords(store);
    const joined = joinedReading(letters, text.slice(0, at), text.slice(at + stretch.length), words);
    const reading = joined === undefined ? bestReading(stretch, words) : [joined];
    if (reading === undefined) return stretch;
    knows ||= joined !== undefined || reading.some((word) => word.length > 1 && store.frequency(word) > 0);
    return reading.join('');
  });
  return knows ? read.normalize('NFC') : undefined;
}

/** Without tones, spaces and marks. */
function lettersOf(stretch: string): string {
  return stretch
    .replace(TONE_MARKS, '')
    .replace(/u\u0308|v/g, 'ü')
    .replace(/[^a-zü]/g, '');
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
      const words = spelled.get(start + letters + end) ?? [];
      const word = words.find((one) => one.startsWith(head) && one.endsWith(tail));
      if (word !== undefined && word.length > head.length + tail.length) return word;
    }
  }
  return undefined;
}

/** A way to read the letters up to some place: the words, and how much they are worth. */
interface Reading {
  readonly words: readonly string[];
  readonly worth: number;
}

/**
 * The words that the letters spell from end to end; long words are worth more than their
 * parts. What was typed apart is read apart: `xi an` is 西安 and `xian` beside other words 先.
 */
function bestReading(stretch: string, spelled: SpelledWords): readonly string[] | undefined {
  const tokens = stretch
    .split(/[^\p{L}\p{M}]+/u)
    .map(lettersOf)
    .filter((token) => token !== '');
  const letters = tokens.join('');
  const edges = edgesOf(tokens, spelled);
  const readings: (Reading | undefined)[] = [{ words: [], worth: 0 }];
  for (let end = 1; end <= letters.length; end += 1) {
    for (let start = Math.max(0, end - LONGEST_SPELLING); start < end; start += 1) {
      const before = readings[start];
      const words = before && spelled.get(letters.slice(start, end));
      const word = words?.find((one) => isTypedSo(one, letters, start, end, edges));
      if (before === undefined || word === undefined) continue;
      const worth = before.worth + word.length ** 2;
      if (worth > (readings[end]?.worth ?? -1)) readings[end] = { words: [...before.words, word], worth };
    }
  }
  return readings[letters.length]?.words;
}

/** What the spaces tell of each offset between the letters: a syllable ends here, none does, or either. */
type Edge = 'syllable' | 'inside' | undefined;

function edgesOf(tokens: readonly string[], spelled: SpelledWords): readonly Edge[] {
  const edges: Edge[] = [];
  for (const token of tokens) {
    // Alone, xian may be 西安; among others typed apart it is one syllable.
    const isSyllable = tokens.length > 1 && (spelled.get(token) ?? []).some((word) => word.length === 1);
    edges.push('syllable', ...new Array<Edge>(token.length - 1).fill(isSyllable ? 'inside' : undefined));
  }
  return edges;
}

/** Whether a word's syllables end where the spaces let them. */
function isTypedSo(word: string, letters: string, start: number, end: number, edges: readonly Edge[]): boolean {
  const [character = ''] = word;
  const rest = word.slice(character.length);
  return syllablesOf(character).some((syllable) => {
    const next = start + syllable.length;
    if (next > end || !letters.startsWith(syllable, start) || edges.slice(start + 1, next).includes('syllable'))
      return false;
    if (edges[next] === 'inside') return false;
    return rest === '' ? next === end : isTypedSo(rest, letters, next, end, edges);
  });
}
