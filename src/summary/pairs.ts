import { idfOf } from '../language/idf.ts';
import { cut } from '../language/segment.ts';
import { isStopWord } from '../language/stop-words.ts';
import type { Candidate } from './candidates.ts';

/**
 * Two neighbouring characters, the unit in which a summary's content is counted: enough to
 * carry a meaning, and indifferent to where the segmenter cuts (网格化 / 网格).
 */
export interface Pair {
  /** Counted from 0 in the order in which pairs first occur. */
  readonly id: number;
  /** The first candidate it occurs in. */
  readonly first: number;
  /** How often it occurs in the section. */
  count: number;
  /** In how many sentences. */
  sentences: number;
  /** In how many paragraphs. */
  paragraphs: number;
  /** idf of the rarest content word that it is part of; 0 where it only joins words or sits in a stop word. */
  rarity: number;
}

/** The pairs of a section and which sentence has which. */
export interface SectionPairs {
  readonly pairs: ReadonlyMap<string, Pair>;
  /** For each candidate the pairs it has, each once. */
  readonly bySentence: readonly (readonly Pair[])[];
}

const RUN = /[\p{L}\p{N}]+/gu;

/** Counts the character pairs of a section's sentences. */
export function countPairs(candidates: readonly Candidate[]): SectionPairs {
  const pairs = new Map<string, Pair>();
  const lastParagraph: number[] = [];
  const bySentence = candidates.map((candidate) => {
    const own = new Set<Pair>();
    for (const name of pairsOf(candidate.folded)) own.add(countOnce(pairs, name, candidate.index));
    for (const pair of own) {
      pair.sentences += 1;
      if (lastParagraph[pair.id] !== candidate.paragraph) pair.paragraphs += 1;
      lastParagraph[pair.id] = candidate.paragraph;
    }
    rateByWords(candidate.folded, pairs);
    return [...own];
  });
  return { pairs, bySentence };
}

/** The pairs of neighbouring letters and digits in a folded text, in order, with repetitions. */
export function pairsOf(folded: string): string[] {
  const names: string[] = [];
  for (const [run] of folded.matchAll(RUN)) {
    let previous = '';
    for (const character of run) {
      if (previous !== '') names.push(previous + character);
      previous = character;
    }
  }
  return names;
}

function countOnce(pairs: Map<string, Pair>, name: string, first: number): Pair {
  const known = pairs.get(name);
  if (known !== undefined) {
    known.count += 1;
    return known;
  }
  const pair = { id: pairs.size, first, count: 1, sentences: 0, paragraphs: 0, rarity: 0 };
  pairs.set(name, pair);
  return pair;
}

function rateByWords(folded: string, pairs: ReadonlyMap<string, Pair>): void {
  for (const { text } of cut(folded)) {
    if (text.length < 2 || isStopWord(text)) continue;
    const idf = idfOf(text);
    for (const name of pairsOf(text)) {
      const pair = pairs.get(name);
      if (pair !== undefined && pair.rarity < idf) pair.rarity = idf;
    }
  }
}
