import type { Span } from '../../language/sentences.ts';
import { type Passage, sentencesOf } from '../passages/passages.ts';
import { answersIn } from './answer-looks.ts';
import { createMarks } from './marks.ts';
import { type Probe, TOKEN } from './probe.ts';

/** Where the pieces of a question stand in a passage. */
export interface Matches {
  readonly probe: Probe;
  readonly passage: Passage;
  readonly sentences: readonly Span[];
  /** The passage in the question's alphabet: 0 for a character the question does not have. */
  readonly symbols: Uint16Array;
  /** Offsets of the characters that the question has, ascending, and the symbol of each. */
  readonly characterAt: readonly number[];
  readonly character: readonly number[];
  /** Offsets at which grams stand, ascending, and which gram each is. */
  readonly at: readonly number[];
  readonly gram: readonly number[];
  /** For each of the question's content words whether the passage has it. */
  readonly hasWord: readonly boolean[];
  /** Offsets of what looks like an answer; undefined where answers to such a question look like anything. */
  readonly answers: readonly number[] | undefined;
  /** Share of the question's grams, weighted by idf, in the passage and in each sentence. */
  readonly coverage: number;
  readonly sentenceCoverage: readonly number[];
  /** The sentence that covers most; 0 where none covers anything. */
  readonly best: number;
}

/** Looks for the question's pieces in a passage: one walk over its characters. */
export function findMatches(probe: Probe, passage: Passage): Matches {
  const { folded } = passage;
  const sentences = sentencesOf(passage);
  const characters = findCharacters(folded, probe);
  const { at, gram } = findGrams(folded, characters, probe);
  const sentenceCoverage = sentences.map(({ start, end }) => coverageWithin(probe, at, gram, start, end));
  return {
    probe,
    passage,
    sentences,
    ...characters,
    at,
    gram,
    answers: answersIn(folded, probe),
    hasWord: probe.words.map(({ text }) => folded.includes(text)),
    coverage: coverageWithin(probe, at, gram, 0, folded.length),
    sentenceCoverage,
    best: sentenceCoverage.reduce((best, value, index) => (value > (sentenceCoverage[best] ?? 0) ? index : best), 0),
  };
}

/** A passage that repeats itself endlessly is not read to its end: later steps compare matches with each other. */
const MOST_MATCHES = 300;

/** The alphabet of the probe that was looked for last as a table by UTF-16 unit: a Map is asked 10,000 times a question. */
const symbolOf = new Uint16Array(0x10000);
let tabled: Probe | undefined;

function tableOf(probe: Probe): Uint16Array {
  if (tabled === probe) return symbolOf;
  for (const unit of tabled?.alphabet.keys() ?? []) symbolOf[unit] = 0;
  for (const [unit, symbol] of probe.alphabet) symbolOf[unit] = symbol;
  tabled = probe;
  return symbolOf;
}

function findCharacters(folded: string, probe: Probe): Pick<Matches, 'symbols' | 'characterAt' | 'character'> {
  const table = tableOf(probe);
  const symbols = new Uint16Array(folded.length);
  const characterAt: number[] = [];
  const character: number[] = [];
  for (let at = 0; at < folded.length; at += 1) {
    const symbol = table[folded.charCodeAt(at)] ?? 0;
    if (symbol === 0) continue;
    symbols[at] = symbol;
    characterAt.push(at);
    character.push(symbol);
  }
  return { symbols, characterAt, character };
}

function findGrams(
  folded: string,
  { characterAt, character }: Pick<Matches, 'characterAt' | 'character'>,
  probe: Probe,
): Pick<Matches, 'at' | 'gram'> {
  const width = probe.alphabet.size + 1;
  const found: { at: number[]; gram: number[] } = { at: [], gram: [] };
  for (let index = 0; index < characterAt.length; index += 1) {
    const at = characterAt[index] ?? 0;
    if (at + 1 === folded.length) break;
    const next = characterAt[index + 1] === at + 1 ? (character[index + 1] ?? 0) : 0;
    const gram = probe.gramOfPair[(character[index] ?? 0) * width + next] ?? -1;
    if (gram < 0) continue;
    found.at.push(at);
    found.gram.push(gram);
  }
  const { at, gram } = probe.gramOfToken.size === 0 ? found : withTokens(folded, found, probe);
  return at.length <= MOST_MATCHES
    ? { at, gram }
    : { at: at.slice(0, MOST_MATCHES), gram: gram.slice(0, MOST_MATCHES) };
}

/** The pairs with the Latin words and numbers among them, in the order of the passage. */
function withTokens(
  folded: string,
  pairs: { readonly at: readonly number[]; readonly gram: readonly number[] },
  { gramOfToken }: Probe,
): { at: number[]; gram: number[] } {
  const found = pairs.at.map((at, index) => ({ at, gram: pairs.gram[index] ?? 0 }));
  for (const { 0: token, index } of folded.matchAll(TOKEN)) {
    const gram = gramOfToken.get(token);
    if (gram !== undefined) found.push({ at: index, gram });
  }
  found.sort((a, b) => a.at - b.at);
  return { at: found.map(({ at }) => at), gram: found.map(({ gram }) => gram) };
}

/** The first of ascending offsets that is not before `offset`; their number where all are. */
export function firstFrom(ascending: readonly number[], offset: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const counted = createMarks();

/** Share of the question's grams, weighted by idf, that begin within `start` … `end`. @param at ascending. */
export function coverageWithin(
  probe: Probe,
  at: readonly number[],
  gram: readonly number[],
  start: number,
  end: number,
): number {
  if (probe.gramIdfSum === 0) return 0;
  counted.clear(probe.grams.length);
  let covered = 0;
  for (let match = firstFrom(at, start); match < at.length && (at[match] ?? end) < end; match += 1) {
    const which = gram[match] ?? 0;
    if (counted.mark(which)) covered += probe.grams[which]?.idf ?? 0;
  }
  return covered / probe.gramIdfSum;
}

/** How near something is that stands so many characters away: 1 at the place itself, 1/e at the reach. */
export type Nearness = (distance: number) => number;

/** Farther away, hardly anything is left to be looked up. */
const TABLED = 1_024;

/** @param reach in characters. */
export function nearnessWithin(reach: number): Nearness {
  const table = Float64Array.from({ length: TABLED }, (_, distance) => Math.exp(-distance / reach));
  return (distance) => (distance < TABLED ? (table[distance] ?? 0) : Math.exp(-distance / reach));
}

/**
 * How much of the question stands around a place of the passage: each gram counts by its
 * nearest occurrence, less the farther away. Share of the whole, by idf.
 */
export function density({ probe, at, gram }: Matches, place: number, nearness: Nearness): number {
  if (probe.gramIdfSum === 0) return 0;
  const distances = nearest(probe.grams.length, at, gram, place);
  let sum = 0;
  for (let which = 0; which < probe.grams.length; which += 1) {
    const distance = distances[which] ?? ABSENT;
    if (distance < ABSENT) sum += nearness(distance) * (probe.grams[which]?.idf ?? 0);
  }
  return sum / probe.gramIdfSum;
}

const ABSENT = 0x7fffffff;
let distances = new Int32Array(512);

/** How far the nearest occurrence of each gram is from a place; `ABSENT` where there is none. Overwritten by the next call. */
function nearest(grams: number, at: readonly number[], gram: readonly number[], place: number): Int32Array {
  if (grams > distances.length) distances = new Int32Array(grams);
  distances.fill(ABSENT, 0, grams);
  for (let match = 0; match < at.length; match += 1) {
    const distance = Math.abs((at[match] ?? 0) - place);
    const which = gram[match] ?? 0;
    if (distance < (distances[which] ?? 0)) distances[which] = distance;
  }
  return distances;
}
