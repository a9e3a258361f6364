import type { Question } from './question.ts';

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
 * no accents) made of it.
 */
export function wordsAsAsked({ asked, text, folded, words }: Question): AskedWord[] {
  const latin = [...folded.matchAll(LATIN_WORD)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  const told = new Map<string, AskedWord>();
  let spellings: Spellings | undefined;
  for (const word of words) {
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
