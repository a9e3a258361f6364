import type { Feature } from './feature.ts';
import { createMarks } from './marks.ts';
import { firstFrom, type Matches } from './matches.ts';

/**
 * How many of the question's single characters the passage has. Chinese paraphrases keep a
 * character and change its word (建造, 始建, 修建), so these carry further than words do.
 */
export const CHARACTER_FEATURES: readonly Feature[] = [
  { name: 'character bm25', of: (matches) => characterBm25(matches) },
  { name: 'missing characters', of: (matches) => missingCharacters(matches) },
  { name: 'characters in best sentence', of: (matches) => bestStretch(matches, 1) },
  // The subject may stand in the sentence before.
  { name: 'characters in best two sentences', of: (matches) => bestStretch(matches, 2) },
  { name: 'characters in a window', of: (matches) => densestWindow(matches) },
  // Pairs that stand near each other in both, in the same order: 长城…建造, 长城是…建造的.
  { name: 'ordered pairs', of: (matches) => orderedPairs(matches) },
];

/** In characters. */
const WINDOW = 30;
const K = 1.2;
const B = 0.7;
/** Paragraphs are 400 characters long, give or take; taken as fixed, so that one article's passages weigh as a library's. */
const USUAL_LENGTH = 400;
/** How far apart two characters may stand in the passage to be a pair. */
const REACH = 6;

/** Okapi BM25 (Robertson and Zaragoza, 2009). */
function characterBm25({ probe, passage, character }: Matches): number {
  const times = new Uint32Array(probe.symbolIdf.length);
  for (let index = 0; index < character.length; index += 1) {
    const symbol = character[index] ?? 0;
    times[symbol] = (times[symbol] ?? 0) + 1;
  }
  const slowness = K * (1 - B + (B * passage.folded.length) / USUAL_LENGTH);
  let sum = 0;
  for (let symbol = 1; symbol < times.length; symbol += 1) {
    const frequency = times[symbol] ?? 0;
    if (frequency > 0) sum += ((probe.symbolIdf[symbol] ?? 0) * frequency * (K + 1)) / (frequency + slowness);
  }
  return sum;
}

function missingCharacters(matches: Matches): number {
  return matches.probe.symbolIdfSum - idfWithin(matches, 0, matches.passage.folded.length);
}

/** Share of the characters, by idf, in the best run of so many sentences. */
function bestStretch(matches: Matches, length: number): number {
  const { probe, sentences } = matches;
  if (probe.symbolIdfSum === 0) return 0;
  let most = 0;
  for (let index = 0; index < sentences.length; index += 1) {
    const start = sentences[index]?.start ?? 0;
    const end = sentences[Math.min(index + length, sentences.length) - 1]?.end ?? 0;
    most = Math.max(most, idfWithin(matches, start, end));
  }
  return most / probe.symbolIdfSum;
}

const counted = createMarks();

/** The idf of the characters that stand within `start` … `end`, each once. */
function idfWithin({ probe: { symbolIdf }, characterAt, character }: Matches, start: number, end: number): number {
  counted.clear(symbolIdf.length);
  let sum = 0;
  for (let index = firstFrom(characterAt, start); (characterAt[index] ?? end) < end; index += 1) {
    const symbol = character[index] ?? 0;
    if (counted.mark(symbol)) sum += symbolIdf[symbol] ?? 0;
  }
  return sum;
}

/** A window is pushed over the passage from one character that enters or leaves it to the next. */
function densestWindow({ probe, characterAt, character }: Matches): number {
  if (probe.symbolIdfSum === 0) return 0;
  const inside = new Uint16Array(probe.symbolIdf.length);
  let sum = 0;
  let most = 0;
  let first = 0;
  for (let next = 0; next < character.length; ) {
    const entersAt = characterAt[next] ?? 0;
    const leavesAt = first < next ? (characterAt[first] ?? 0) + WINDOW : entersAt + 1;
    if (entersAt <= leavesAt) {
      const entering = character[next] ?? 0;
      if (inside[entering] === 0) sum += probe.symbolIdf[entering] ?? 0;
      inside[entering] = (inside[entering] ?? 0) + 1;
      next += 1;
    }
    if (leavesAt <= entersAt) {
      const leaving = character[first] ?? 0;
      inside[leaving] = (inside[leaving] ?? 0) - 1;
      if (inside[leaving] === 0) sum -= probe.symbolIdf[leaving] ?? 0;
      first += 1;
    }
    most = Math.max(most, sum);
  }
  return most / probe.symbolIdfSum;
}

const weighed = createMarks();

function orderedPairs({ probe, characterAt, character }: Matches): number {
  if (probe.pairWeightSum === 0) return 0;
  const width = probe.symbolIdf.length;
  weighed.clear(probe.pairWeights.length);
  let sum = 0;
  for (let first = 0; first < character.length; first += 1) {
    const row = (character[first] ?? 0) * width;
    const end = (characterAt[first] ?? 0) + REACH;
    for (let second = first + 1; (characterAt[second] ?? end + 1) <= end; second += 1) {
      const pair = row + (character[second] ?? 0);
      const weight = probe.pairWeights[pair] ?? 0;
      if (weight > 0 && weighed.mark(pair)) sum += weight;
    }
  }
  return sum / probe.pairWeightSum;
}
