import { idfOf } from '../language/idf.ts';
import { cut } from '../language/segment.ts';
import { isStopWord } from '../language/stop-words.ts';
import type { Candidate } from './candidates.ts';

/**
 * The unit in which content is counted: two neighbouring Chinese characters, enough to carry
 * a meaning and indifferent to where a segmenter cuts (网格化 / 网格); or a whole word of
 * another script, or a number.
 */
export interface Gram {
  /** Counted from 0 in the order in which grams first occur. */
  readonly id: number;
  /** The first candidate it occurs in. */
  readonly first: number;
  /** Pairs of characters that it stands for: 1, or more for a long word. */
  readonly size: number;
  /** How often it occurs in the section. */
  count: number;
  /** In how many sentences. */
  sentences: number;
  /** In how many paragraphs. */
  paragraphs: number;
  /** idf of the rarest content word that it is part of; 0 where it only joins words or sits in a stop word. */
  rarity: number;
}

/** The grams of a section and which sentence has which. */
export interface SectionGrams {
  /** In the order of their ids. */
  readonly grams: ReadonlyMap<string, Gram>;
  /** For each candidate the grams it has, each once. */
  readonly bySentence: readonly (readonly Gram[])[];
}

const RUN = /\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+/gu;
const CHINESE = /\p{Script=Han}/u;

/** Counts the grams of a section's sentences. */
export function countGrams(candidates: readonly Candidate[]): SectionGrams {
  const grams = new Map<string, Gram>();
  const lastParagraph: number[] = [];
  const bySentence = candidates.map(({ folded, index, paragraph }) => {
    const own = new Set<Gram>();
    for (const name of gramsOf(folded)) own.add(countOnce(grams, name, index));
    for (const gram of own) {
      gram.sentences += 1;
      if (lastParagraph[gram.id] !== paragraph) gram.paragraphs += 1;
      lastParagraph[gram.id] = paragraph;
    }
    return [...own];
  });
  rateByWords(candidates, grams);
  return { grams, bySentence };
}

/** The grams of a folded text in order, with repetitions. */
export function gramsOf(folded: string): string[] {
  const names: string[] = [];
  for (const [run] of folded.matchAll(RUN)) {
    if (!CHINESE.test(run)) {
      names.push(run);
      continue;
    }
    let previous = '';
    for (const character of run) {
      if (previous !== '') names.push(previous + character);
      previous = character;
    }
  }
  return names;
}

function countOnce(grams: Map<string, Gram>, name: string, first: number): Gram {
  const known = grams.get(name);
  if (known !== undefined) {
    known.count += 1;
    return known;
  }
  const size = CHINESE.test(name) ? 1 : Math.max(1, name.length - 1);
  const gram = { id: grams.size, first, size, count: 1, sentences: 0, paragraphs: 0, rarity: 0 };
  grams.set(name, gram);
  return gram;
}

/** One call for the whole section: each costs the segmenter a fixed amount beside its length. */
function rateByWords(candidates: readonly Candidate[], grams: ReadonlyMap<string, Gram>): void {
  const words = new Set(cut(candidates.map(({ folded }) => folded).join('\n')).map(({ text }) => text));
  for (const word of words) {
    if (word.length < 2 || isStopWord(word)) continue;
    const idf = idfOf(word);
    // Most words have two characters, and are their only gram.
    for (const name of word.length === 2 ? [word] : gramsOf(word)) {
      const gram = grams.get(name);
      if (gram !== undefined && gram.rarity < idf) gram.rarity = idf;
    }
  }
}
