import type { Span } from '../../language/sentences.ts';
import { type Passage, sentencesOf } from '../../passages/passages.ts';
import { type Probe, TOKEN, type Weights } from './probe.ts';

/** Where pieces of a question stand in a text: offsets, ascending, and the number of the piece at each. */
export interface Places {
  readonly at: readonly number[];
  readonly piece: readonly number[];
}

/** What of a question stands in a passage. */
export interface Matches {
  readonly probe: Probe;
  readonly passage: Passage;
  readonly sentences: readonly Span[];
  readonly characters: Places;
  readonly grams: Places;
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
  const characters = findCharacters(folded, probe);
  const grams = findGrams(folded, characters, probe);
  const sentenceCoverage = sentences.map((sentence) => shareWithin(sentence, grams, probe.grams));
  const shares =
    grams.at.length > 0
      ? sentenceCoverage
      : sentences.map((sentence) => shareWithin(sentence, characters, probe.characters));
  return {
    probe,
    passage,
    sentences,
    characters,
    grams,
    coverage: shareWithin({ start: 0, end: folded.length }, grams, probe.grams),
    sentenceCoverage,
    best: shares.reduce((best, value, index) => (value > (shares[best] ?? 0) ? index : best), 0),
  };
}

function findCharacters(folded: string, { alphabet }: Probe): Places {
  const at: number[] = [];
  const piece: number[] = [];
  for (let offset = 0; offset < folded.length; offset += 1) {
    const number = alphabet.get(folded.charCodeAt(offset));
    if (number === undefined) continue;
    at.push(offset);
    piece.push(number);
  }
  return { at, piece };
}

function findGrams(folded: string, characters: Places, { alphabet, gramOfPair, gramOfToken }: Probe): Places {
  const width = alphabet.size + 1;
  const found: { readonly at: number; readonly gram: number }[] = [];
  for (let index = 0; index < characters.at.length; index += 1) {
    const at = characters.at[index] ?? 0;
    const next = characters.at[index + 1] === at + 1 ? (characters.piece[index + 1] ?? 0) : 0;
    const gram = gramOfPair[(characters.piece[index] ?? 0) * width + next] ?? -1;
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
  return { at: found.map(({ at }) => at), piece: found.map(({ gram }) => gram) };
}

/** Share of a question's pieces, by rarity, that begin within a stretch; each counts once, however often it is there. */
export function shareWithin({ start, end }: Span, { at, piece }: Places, { idf, sum }: Weights): number {
  if (sum === 0) return 0;
  const [from, to] = [firstFrom(at, start), firstFrom(at, end)];
  let found = 0;
  for (let index = from; index < to; index += 1) {
    const number = piece[index] ?? 0;
    if (piece.indexOf(number, from) === index) found += idf[number] ?? 0;
  }
  return found / sum;
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
