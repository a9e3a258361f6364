import type { Span } from '../../language/sentences.ts';
import { type Passage, sentencesOf } from '../passages/passages.ts';
import { type Probe, TOKEN } from './probe.ts';

/** Where the pieces of a question stand in a passage. */
export interface Matches {
  readonly probe: Probe;
  readonly passage: Passage;
  readonly sentences: readonly Span[];
  /** Offsets of the characters that the question has, ascending, and the symbol of each. */
  readonly characterAt: readonly number[];
  readonly character: readonly number[];
  /** Offsets at which grams stand, ascending, and which gram each is. */
  readonly at: readonly number[];
  readonly gram: readonly number[];
  /** Share of the question's grams, by rarity, in the passage and in each sentence. */
  readonly coverage: number;
  readonly sentenceCoverage: readonly number[];
  /** The sentence that covers most; of those that cover nothing, the one with most of the characters. */
  readonly best: number;
}

/** Looks for the question's pieces in a passage: one walk over its characters. */
export function findMatches(probe: Probe, passage: Passage): Matches {
  const { folded } = passage;
  const sentences = sentencesOf(passage);
  const { characterAt, character } = findCharacters(folded, probe);
  const { at, gram } = findGrams(folded, characterAt, character, probe);
  const sentenceCoverage = sentences.map(({ start, end }) => coverageWithin(probe, at, gram, start, end));
  const shares =
    at.length > 0
      ? sentenceCoverage
      : sentences.map(({ start, end }) => charactersWithin(probe, characterAt, character, start, end));
  return {
    probe,
    passage,
    sentences,
    characterAt,
    character,
    at,
    gram,
    coverage: coverageWithin(probe, at, gram, 0, folded.length),
    sentenceCoverage,
    best: shares.reduce((best, value, index) => (value > (shares[best] ?? 0) ? index : best), 0),
  };
}

function findCharacters(folded: string, { alphabet }: Probe): Pick<Matches, 'characterAt' | 'character'> {
  const characterAt: number[] = [];
  const character: number[] = [];
  for (let at = 0; at < folded.length; at += 1) {
    const symbol = alphabet.get(folded.charCodeAt(at));
    if (symbol === undefined) continue;
    characterAt.push(at);
    character.push(symbol);
  }
  return { characterAt, character };
}

function findGrams(
  folded: string,
  characterAt: readonly number[],
  character: readonly number[],
  { alphabet, gramOfPair, gramOfToken }: Probe,
): Pick<Matches, 'at' | 'gram'> {
  const width = alphabet.size + 1;
  const found: { readonly at: number; readonly gram: number }[] = [];
  for (let index = 0; index < characterAt.length; index += 1) {
    const at = characterAt[index] ?? 0;
    const next = characterAt[index + 1] === at + 1 ? (character[index + 1] ?? 0) : 0;
    const gram = gramOfPair[(character[index] ?? 0) * width + next] ?? -1;
    if (gram >= 0) found.push({ at, gram });
  }
  const tokens = [...gramOfToken.keys()];
  // Hardly a passage has one, and then it need not be cut.
  if (tokens.some((token) => folded.includes(token))) {
    for (const { 0: token, index } of folded.matchAll(TOKEN)) {
      const gram = gramOfToken.get(token);
      if (gram !== undefined) found.push({ at: index, gram });
    }
    found.sort((a, b) => a.at - b.at);
  }
  return { at: found.map(({ at }) => at), gram: found.map(({ gram }) => gram) };
}

/** Share of the question's grams, by rarity, that begin within `start` … `end`. @param at ascending */
export function coverageWithin(
  { grams, gramIdfSum }: Probe,
  at: readonly number[],
  gram: readonly number[],
  start: number,
  end: number,
): number {
  if (gramIdfSum === 0) return 0;
  return sumOfEach(gram, firstFrom(at, start), firstFrom(at, end), (which) => grams[which]?.idf) / gramIdfSum;
}

/** Share of the question's characters, by rarity, that stand within `start` … `end`. @param at ascending */
export function charactersWithin(
  { symbolIdf, symbolIdfSum }: Probe,
  at: readonly number[],
  character: readonly number[],
  start: number,
  end: number,
): number {
  if (symbolIdfSum === 0) return 0;
  const [from, to] = [firstFrom(at, start), firstFrom(at, end)];
  return sumOfEach(character, from, to, (symbol) => symbolIdf[symbol]) / symbolIdfSum;
}

/** Of those from one place to another; each counts once, however often it is there. */
function sumOfEach(
  numbers: readonly number[],
  from: number,
  to: number,
  idf: (number: number) => number | undefined,
): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) {
    const number = numbers[at] ?? 0;
    if (numbers.indexOf(number, from) === at) sum += idf(number) ?? 0;
  }
  return sum;
}

/** Number of the first of ascending offsets that is not before `offset`; how many there are where all are. */
function firstFrom(ascending: readonly number[], offset: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
