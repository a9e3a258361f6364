import type { Span } from '../language/sentences.ts';
import type { ContentWord, Question } from './question.ts';

/** A content word of a question as it is told back. */
export interface AskedWord {
  /** Folded, for matching. */
  readonly text: string;
  /** Letter by letter as it was asked, before any normalising. */
  readonly original: string;
}

/** A word in Latin letters, accents, apostrophes and hyphens and all: `zhàojiāzhuāng`, `O'Neill`. */
const LATIN_WORD = /[\p{Script=Latin}\d][\p{Script=Latin}\p{M}\d'’-]*/gu;

/**
 * The content words of a question in its asker's own spelling: full-width letters stay
 * full-width, and a word in Latin letters is one word, whatever the segmenter (which knows
 * no accents) made of it. Names that it cut in pieces (河西 堡 镇) are put together again.
 *
 * @param stands whether a folded text stands in what was found
 */
export function wordsAsAsked(question: Question, stands: (text: string) => boolean = () => false): AskedWord[] {
  const { asked, text, folded, words } = question;
  const latin = [...folded.matchAll(LATIN_WORD)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  const told = new Map<string, AskedWord>();
  let spellings: Spellings | undefined;
  for (const word of wholeNames(words, folded, stands)) {
    const whole = latin.find(({ start, end }) => start <= word.start && word.end <= end) ?? word;
    const key = folded.slice(whole.start, whole.end);
    if (told.has(key)) continue;
    const normalised = text.slice(whole.start, whole.end);
    const isAsWritten = asked.includes(normalised);
    if (!isAsWritten) spellings ??= spellingsOf(asked);
    const original = isAsWritten || spellings === undefined ? normalised : rawSpelling(spellings, normalised);
    told.set(key, { text: key, original });
  }
  return [...told.values()];
}

/** A word that stands alone beside another is half of a name in so many of cppjieba's tags: noun, morpheme, unknown. */
const NOUN_TAG = /^(n|x|j|zg)/;
const NUMERAL_TAG = 'm';
const DIGITS = /^\d+$/;
const HAN_ONLY = /^\p{Script=Han}+$/u;

/**
 * The words with those joined that are halves of one: one of two neighbours has a single
 * character, and together they stand in what was found, or neither does and both are nouns
 * (比特 币); a number belongs to its unit.
 */
function wholeNames(words: readonly ContentWord[], folded: string, stands: (text: string) => boolean): Span[] {
  const whole: (Span & { readonly tag: string })[] = [];
  for (const { start, end, tag } of words) {
    const last = whole.at(-1);
    if (
      last?.end === start &&
      isHalf(folded.slice(last.start, start), folded.slice(start, end), last.tag, tag, stands)
    ) {
      whole.splice(-1, 1, { start: last.start, end, tag });
    } else whole.push({ start, end, tag });
  }
  return whole;
}

function isHalf(a: string, b: string, tagA: string, tagB: string, stands: (text: string) => boolean): boolean {
  // 2023 and 年, which is no word by itself.
  if (DIGITS.test(a) && b.length === 1 && tagB === NUMERAL_TAG) return true;
  if ((a.length > 1 && b.length > 1) || !HAN_ONLY.test(a + b)) return false;
  if (stands(a + b)) return true;
  return NOUN_TAG.test(tagA) && NOUN_TAG.test(tagB) && !stands(a) && !stands(b);
}

/** A character with the marks on it: what normalising turns into something else as one. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gsu;
/** Words of a question are told back, not of a book that was pasted: so much of it is looked at, normalised. UTF-16 units. */
const LONGEST_ASKED = 2_000;

/** A question normalised, and for each unit of that the stretch of the question it came from. */
interface Spellings {
  readonly asked: string;
  readonly normalised: string;
  readonly origins: readonly { readonly start: number; readonly end: number }[];
}

function spellingsOf(asked: string): Spellings {
  const origins: { start: number; end: number }[] = [];
  let normalised = '';
  for (const { 0: cluster, index } of asked.slice(0, LONGEST_ASKED).toWellFormed().matchAll(CLUSTER)) {
    if (normalised.length >= LONGEST_ASKED) break;
    const units = cluster.normalize('NFKC');
    normalised += units;
    for (let unit = 0; unit < units.length; unit += 1) origins.push({ start: index, end: index + cluster.length });
  }
  return { asked, normalised, origins };
}

/** The stretch of the question that NFKC makes the word of; the word itself where there is none. */
function rawSpelling({ asked, normalised, origins }: Spellings, word: string): string {
  const at = normalised.indexOf(word);
  const first = origins[at];
  const last = origins[at + word.length - 1];
  return first === undefined || last === undefined ? word : asked.slice(first.start, last.end);
}
