import { fitOf, LONGEST_SYLLABLE, type TypedPinyin } from '../../language/typed-pinyin.ts';
import { LONGEST_WORD, type SpelledWord, type SpelledWords } from './spelled-words.ts';

const LONGEST_SPELLING = LONGEST_WORD * LONGEST_SYLLABLE;
/** So many readings up to each letter are followed further. */
const BEAM = 8;

/** What two characters that stand in a word of the library are worth beside one by one, in log odds. */
const WORD_BONUS = 1.5;
/** A way to read the letters up to some place. */
interface Reading {
  /** The last word, none at the beginning, and the reading it follows. */
  readonly word: SpelledWord | undefined;
  readonly before: Reading | undefined;
  /** The last character. */
  readonly last: string;
  /** Log likelihood. */
  readonly score: number;
}

/**
 * The likeliest words for pinyin, by how often the library has two characters side by side
 * (a Viterbi search over the words that the letters spell, Viterbi 1967, with a beam).
 *
 * @param before the Chinese character that stands right before the letters, or none; `after` likewise
 * @returns undefined where the letters cannot be read to their end
 */
export function decodePinyin(
  typed: TypedPinyin,
  spelled: SpelledWords,
  before = '',
  after = '',
): readonly SpelledWord[] | undefined {
  const { letters } = typed;
  const readings: Reading[][] = [[{ word: undefined, before: undefined, last: before, score: 0 }]];
  for (let start = 0; start < letters.length; start += 1) {
    const so = prune(readings[start] ?? []);
    if (so.length === 0) continue;
    for (let end = start + 1; end <= Math.min(letters.length, start + LONGEST_SPELLING); end += 1) {
      for (const word of spelled.words.get(letters.slice(start, end)) ?? []) {
        const fit = fitOf(word.text, typed, start, end);
        if (fit === undefined) continue;
        const reading = continued(so, word, fit, spelled);
        const others = readings[end];
        if (others === undefined) readings[end] = [reading];
        else others.push(reading);
      }
    }
  }
  const whole = readings[letters.length] ?? [];
  const scoreOf = ({ last, score }: Reading) => score + (after === '' ? 0 : spelled.follows(last, after));
  const [best] = whole.sort((a, b) => scoreOf(b) - scoreOf(a));
  return best && wordsOf(best);
}

function wordsOf(reading: Reading): SpelledWord[] {
  const words: SpelledWord[] = [];
  for (let at: Reading | undefined = reading; at?.word !== undefined; at = at.before) words.unshift(at.word);
  return words;
}

/** The best of the readings with another word behind it: the others would end alike, and worse. */
function continued(so: readonly Reading[], word: SpelledWord, fit: number, spelled: SpelledWords): Reading {
  const within = withinWord(word, spelled);
  let best = Number.NEGATIVE_INFINITY;
  let before = so[0];
  for (const reading of so) {
    const score = reading.score + fit + Math.max(word.floor, within + spelled.follows(reading.last, word.text));
    if (score <= best) continue;
    best = score;
    before = reading;
  }
  return { word, before, last: word.text.slice(-1), score: best };
}

/** The best readings, of those with the same last character only one: what follows does not see further. */
function prune(readings: readonly Reading[]): Reading[] {
  const byLast = new Map<string, Reading>();
  for (const reading of readings) {
    if (reading.score > (byLast.get(reading.last)?.score ?? Number.NEGATIVE_INFINITY))
      byLast.set(reading.last, reading);
  }
  return [...byLast.values()].sort((a, b) => b.score - a.score).slice(0, BEAM);
}

/** Of the characters of a word after its first. */
function withinWord({ text, penalty }: SpelledWord, { follows }: SpelledWords): number {
  let score = penalty;
  for (let at = 1; at < text.length; at += 1) {
    score += WORD_BONUS + follows(text.charAt(at - 1), text.charAt(at));
  }
  return score;
}
