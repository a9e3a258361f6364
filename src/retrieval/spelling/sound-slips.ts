import { fold } from '../../language/fold.ts';
import { idfOf, wordsCommonerThan } from '../../language/idf.ts';
import { syllablesOf } from '../../language/readings.ts';
import type { Question } from '../../question/question.ts';
import { oncePerVersion, type PassageStore } from '../store/store.ts';

const HAN = /\p{Script=Han}/u;
/** A slip is seldom alone, but a question of which more is unknown is about something else. */
const MOST_REPAIRS = 3;
/** A rarer word of the dictionary (文命, 今念) is likelier a slip; by `idfOf`. */
const RAREST_MEANT = 11.9;
/** Words commoner than this are meant whether or not the library has them: 发生 for 罚生. */
const EVERYDAY = 7;

/**
 * A question with characters that were chosen wrongly by their sound (马翠方) put right by
 * what the library has (马翠芳). A character is wrong where no passage has it beside either
 * neighbour; it is put right by one of the same or nearly the same sound that makes a pair
 * the library has with both neighbours, or a word it has or an everyday one. What is a word
 * of Chinese is left alone, whether or not the library has it: 市长 is no slip for 市场.
 *
 * @returns the folded question, or undefined where nothing is wrong or nothing better is known.
 */
export function resounded(question: Question, store: PassageStore): string | undefined {
  const { content, known } = question;
  if (!hasForeign(content, store)) return undefined;
  const meant = known.filter(({ text }) => text.length > 1 && idfOf(text) < RAREST_MEANT);
  let repaired = content;
  let repairs = 0;
  for (let at = 0; at < content.length && repairs < MOST_REPAIRS; at += 1) {
    if (meant.some(({ start, end }) => start <= at && at < end) || !isForeign(repaired, at, store)) continue;
    const better = bestReplacement(repaired, at, store);
    if (better === undefined) continue;
    repaired = repaired.slice(0, at) + better + repaired.slice(at + 1);
    repairs += 1;
  }
  if (repairs === 0) return undefined;
  return overlay(question.folded, content, repaired);
}

/** The folded question with the changed characters of its content. */
function overlay(folded: string, content: string, repaired: string): string {
  let text = '';
  for (let at = 0; at < folded.length; at += 1) {
    text += content.charAt(at) === repaired.charAt(at) ? folded.charAt(at) : repaired.charAt(at);
  }
  return text;
}

/** Whether no passage has the character beside the neighbours it has here, and no title beside one of them: that is a name. */
function isForeign(content: string, at: number, store: PassageStore): boolean {
  if (!HAN.test(content.charAt(at))) return false;
  const isTitled = [at - 1, at].some((from) => titlePairs(store).has(content.slice(from, from + 2)));
  if (isTitled) return false;
  const [before, here, after] = [content.charAt(at - 1), content.charAt(at), content.charAt(at + 1)];
  const [isBefore, isAfter] = [HAN.test(before), HAN.test(after)];
  if (!isBefore && !isAfter) return false;
  return (!isBefore || pairCount(store, before, here) === 0) && (!isAfter || pairCount(store, here, after) === 0);
}

/** Whether any character is: most questions have none, and then nothing else is looked at. */
function hasForeign(content: string, store: PassageStore): boolean {
  for (let at = 0; at < content.length; at += 1) if (isForeign(content, at, store)) return true;
  return false;
}

/** Each two characters that stand side by side in a title. */
const titlePairs = oncePerVersion((store) => {
  const pairs = new Set<string>();
  for (const { title } of store.articles.values()) {
    const folded = fold(title);
    for (let at = 0; at + 1 < folded.length; at += 1) pairs.add(folded.slice(at, at + 2));
  }
  return pairs;
});

function pairCount(store: PassageStore, first: string, second: string): number {
  return store.pairFrequency(first.charCodeAt(0), second.charCodeAt(0));
}

interface Replacement {
  readonly character: string;
  /** Pairs that the library has, words that it has, and how alike it sounds. */
  readonly merit: number;
  readonly count: number;
}

function bestReplacement(content: string, at: number, store: PassageStore): string | undefined {
  const wrong = content.charAt(at);
  const sounds = charactersBySound(store);
  const alike = new Set(syllablesOf(wrong).flatMap((syllable) => sounds.get(blurred(syllable)) ?? []));
  const { words, pairs: everydayPairs } = everydayWords();
  const [before, after] = [content.charAt(at - 1), content.charAt(at + 1)];
  const [isBefore, isAfter] = [HAN.test(before), HAN.test(after)];
  const replacements: Replacement[] = [];
  for (const character of alike) {
    if (character === wrong) continue;
    const countBefore = isBefore ? pairCount(store, before, character) : 0;
    const countAfter = isAfter ? pairCount(store, character, after) : 0;
    const pairs = Number(countBefore > 0) + Number(countAfter > 0);
    // A word has a pair of characters: of most replacements none is in any.
    const mayBeEveryday = everydayPairs.has(before + character) || everydayPairs.has(character + after);
    if (pairs === 0 && !mayBeEveryday) continue;
    const text = content.slice(0, at) + character + content.slice(at + 1);
    const everyday = mayBeEveryday && makesWord(text, at, (word) => words.has(word));
    const known = pairs > 0 && makesWord(text, at, (word) => store.frequency(word) > 0);
    if (pairs < 2 && !known && !everyday) continue;
    const merit = pairs + (known ? 2 : 0) + (everyday ? 1 : 0) + likeness(wrong, character) / 2;
    replacements.push({ character, merit, count: Math.max(countBefore, countAfter) });
  }
  const [best] = replacements.sort((a, b) => b.merit - a.merit || b.count - a.count);
  return best?.character;
}

/** Whether the character is part of a word of two to five characters here. */
function makesWord(text: string, at: number, isWord: (word: string) => boolean): boolean {
  for (let start = Math.max(0, at - 3); start <= at; start += 1) {
    for (let end = Math.max(at + 1, start + 2); end <= Math.min(text.length, start + 5); end += 1) {
      if (isWord(text.slice(start, end))) return true;
    }
  }
  return false;
}

interface EverydayWords {
  readonly words: ReadonlySet<string>;
  /** Each two characters that stand side by side in one of them. */
  readonly pairs: ReadonlySet<string>;
}

let everyday: EverydayWords | undefined;

function everydayWords(): EverydayWords {
  if (everyday !== undefined) return everyday;
  const words = new Set(wordsCommonerThan(EVERYDAY));
  const pairs = new Set<string>();
  for (const word of words) for (let at = 0; at + 1 < word.length; at += 1) pairs.add(word.slice(at, at + 2));
  everyday = { words, pairs };
  return everyday;
}

/** The library's characters by their blurred syllables. */
const charactersBySound = oncePerVersion((store): ReadonlyMap<string, readonly string[]> => {
  const sounds = new Map<string, string[]>();
  const characters = store.characters().map((code) => String.fromCharCode(code));
  for (const character of characters.filter((one) => HAN.test(one))) {
    for (const sound of new Set(syllablesOf(character).map(blurred))) {
      const alike = sounds.get(sound);
      if (alike === undefined) sounds.set(sound, [character]);
      else alike.push(character);
    }
  }
  return sounds;
});

/** What many speakers do not tell apart, and input methods let them write either way. */
const CONFUSED: readonly (readonly [RegExp, string])[] = [
  // Flat and curled tongue.
  [/^zh/, 'z'],
  [/^ch/, 'c'],
  [/^sh/, 's'],
  // In much of the south.
  [/^n(?=[^g])/, 'l'],
  // Front and back nasal.
  [/ng$/, 'n'],
];

/** A syllable without what speakers confuse: `fang` and `fan`, `shi` and `si` become one. */
function blurred(syllable: string): string {
  return CONFUSED.reduce((sound, [confused, kept]) => sound.replace(confused, kept), syllable);
}

/** How alike two characters sound: 2 the same syllable, tone aside, 1 nearly the same, 0 otherwise. */
export function likeness(a: string, b: string): 0 | 1 | 2 {
  const [ofA, ofB] = [syllablesOf(a), syllablesOf(b)];
  if (ofA.some((syllable) => ofB.includes(syllable))) return 2;
  const blurredB = ofB.map(blurred);
  return ofA.some((syllable) => blurredB.includes(blurred(syllable))) ? 1 : 0;
}
