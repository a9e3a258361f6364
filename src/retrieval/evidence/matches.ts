import type { Span } from '../../language/sentences.ts';
import { type Passage, sentencesOf } from '../passages.ts';
import { type Probe, TOKEN } from './probe.ts';

/** Where the pieces of a question stand in a passage. */
export interface Matches {
  readonly probe: Probe;
  readonly passage: Passage;
  readonly sentences: readonly Span[];
  /** The passage in the question's alphabet: 0 for a character the question does not have. */
  readonly symbols: Uint16Array;
  /** Offsets at which grams stand, ascending, and which gram each is. */
  readonly at: readonly number[];
  readonly gram: readonly number[];
  /** Share of the question's grams, weighted by idf, in the passage and in each sentence. */
  readonly coverage: number;
  readonly sentenceCoverage: readonly number[];
  /** The sentence that covers most; 0 where none covers anything. */
  readonly best: number;
}

/** Looks for the question's pieces in a passage: one walk over its characters. */
export function findMatches(probe: Probe, passage: Passage): Matches {
  const symbols = encode(passage.folded, probe);
  const { at, gram } = findGrams(passage.folded, symbols, probe);
  const sentences = sentencesOf(passage);
  const sentenceCoverage = sentences.map((sentence) => coverageWithin(probe, at, gram, sentence.start, sentence.end));
  return {
    probe,
    passage,
    sentences,
    symbols,
    at,
    gram,
    coverage: coverageWithin(probe, at, gram, 0, passage.folded.length),
    sentenceCoverage,
    best: sentenceCoverage.reduce((best, value, index) => (value > (sentenceCoverage[best] ?? 0) ? index : best), 0),
  };
}

/** A passage that repeats itself endlessly is not read to its end: later steps compare matches with each other. */
const MOST_MATCHES = 300;

function encode(folded: string, { alphabet }: Probe): Uint16Array {
  const symbols = new Uint16Array(folded.length);
  for (let at = 0; at < folded.length; at += 1) symbols[at] = alphabet.get(folded.charCodeAt(at)) ?? 0;
  return symbols;
}

function findGrams(folded: string, symbols: Uint16Array, probe: Probe): { at: number[]; gram: number[] } {
  const width = probe.alphabet.size + 1;
  const found: { at: number; gram: number }[] = [];
  for (let at = 0; at + 1 < symbols.length; at += 1) {
    const first = symbols[at] ?? 0;
    if (first === 0) continue;
    const gram = probe.gramOfPair[first * width + (symbols[at + 1] ?? 0)] ?? -1;
    if (gram >= 0) found.push({ at, gram });
  }
  if (probe.gramOfToken.size > 0) {
    for (const { 0: token, index } of folded.matchAll(TOKEN)) {
      const gram = probe.gramOfToken.get(token);
      if (gram !== undefined) found.push({ at: index, gram });
    }
    found.sort((a, b) => a.at - b.at);
  }
  const bounded = found.slice(0, MOST_MATCHES);
  return { at: bounded.map((match) => match.at), gram: bounded.map((match) => match.gram) };
}

/** Share of the question's grams, weighted by idf, that begin within `start` … `end`. */
export function coverageWithin(
  probe: Probe,
  at: readonly number[],
  gram: readonly number[],
  start: number,
  end: number,
): number {
  if (probe.gramIdfSum === 0) return 0;
  const seen = new Uint8Array(probe.grams.length);
  let covered = 0;
  for (let match = 0; match < at.length; match += 1) {
    const offset = at[match] ?? 0;
    const which = gram[match] ?? 0;
    if (offset < start || offset >= end || seen[which] === 1) continue;
    seen[which] = 1;
    covered += probe.grams[which]?.idf ?? 0;
  }
  return covered / probe.gramIdfSum;
}

/**
 * How much of the question stands around a place of the passage: each gram counts by its
 * nearest occurrence, less the farther away, e-fold at `reach` characters. Share of the whole, by idf.
 */
export function density({ probe, at, gram }: Matches, place: number, reach: number): number {
  if (probe.gramIdfSum === 0) return 0;
  const nearness = new Float64Array(probe.grams.length);
  for (let match = 0; match < at.length; match += 1) {
    const near = Math.exp(-Math.abs((at[match] ?? 0) - place) / reach);
    const which = gram[match] ?? 0;
    if (near > (nearness[which] ?? 0)) nearness[which] = near;
  }
  let sum = 0;
  for (let which = 0; which < nearness.length; which += 1) {
    sum += (nearness[which] ?? 0) * (probe.grams[which]?.idf ?? 0);
  }
  return sum / probe.gramIdfSum;
}
