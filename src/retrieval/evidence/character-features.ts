import type { Feature } from './feature.ts';
import type { Matches } from './matches.ts';

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
function characterBm25({ probe, symbols }: Matches): number {
  const times = new Uint32Array(probe.symbolIdf.length);
  for (const symbol of symbols) times[symbol] = (times[symbol] ?? 0) + 1;
  const slowness = K * (1 - B + (B * symbols.length) / USUAL_LENGTH);
  let sum = 0;
  for (let symbol = 1; symbol < times.length; symbol += 1) {
    const frequency = times[symbol] ?? 0;
    if (frequency > 0) sum += ((probe.symbolIdf[symbol] ?? 0) * frequency * (K + 1)) / (frequency + slowness);
  }
  return sum;
}

function missingCharacters({ probe, symbols }: Matches): number {
  return probe.symbolIdfSum - idfWithin(probe.symbolIdf, symbols, 0, symbols.length);
}

/** Share of the characters, by idf, in the best run of so many sentences. */
function bestStretch({ probe, symbols, sentences }: Matches, length: number): number {
  if (probe.symbolIdfSum === 0) return 0;
  let most = 0;
  sentences.forEach((sentence, index) => {
    const { end } = sentences[Math.min(index + length, sentences.length) - 1] ?? sentence;
    most = Math.max(most, idfWithin(probe.symbolIdf, symbols, sentence.start, end));
  });
  return most / probe.symbolIdfSum;
}

function idfWithin(idf: Float64Array, symbols: Uint16Array, start: number, end: number): number {
  const seen = new Uint8Array(idf.length);
  let sum = 0;
  for (let at = start; at < end; at += 1) {
    const symbol = symbols[at] ?? 0;
    if (symbol === 0 || seen[symbol] === 1) continue;
    seen[symbol] = 1;
    sum += idf[symbol] ?? 0;
  }
  return sum;
}

function densestWindow({ probe, symbols }: Matches): number {
  if (probe.symbolIdfSum === 0) return 0;
  const inside = new Uint16Array(probe.symbolIdf.length);
  let sum = 0;
  let most = 0;
  for (let at = 0; at < symbols.length; at += 1) {
    const entering = symbols[at] ?? 0;
    if (entering > 0) {
      if (inside[entering] === 0) sum += probe.symbolIdf[entering] ?? 0;
      inside[entering] = (inside[entering] ?? 0) + 1;
    }
    const leaving = at < WINDOW ? 0 : (symbols[at - WINDOW] ?? 0);
    if (leaving > 0) {
      inside[leaving] = (inside[leaving] ?? 0) - 1;
      if (inside[leaving] === 0) sum -= probe.symbolIdf[leaving] ?? 0;
    }
    most = Math.max(most, sum);
  }
  return most / probe.symbolIdfSum;
}

function orderedPairs({ probe, symbols }: Matches): number {
  const width = probe.symbolIdf.length;
  const weights = probe.pairWeights;
  const seen = new Uint8Array(weights.length);
  let sum = 0;
  for (let at = 0; at < symbols.length; at += 1) {
    const first = symbols[at] ?? 0;
    if (first === 0) continue;
    const end = Math.min(symbols.length, at + REACH + 1);
    for (let next = at + 1; next < end; next += 1) {
      const pair = first * width + (symbols[next] ?? 0);
      if (weights[pair] === 0 || seen[pair] === 1) continue;
      seen[pair] = 1;
      sum += weights[pair] ?? 0;
    }
  }
  return probe.pairWeightSum === 0 ? 0 : sum / probe.pairWeightSum;
}
