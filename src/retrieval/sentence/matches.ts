import type { Frame } from './frame.ts';
import type { ReadPassage } from './passage.ts';

/** Things of the question (words, bigrams, characters) found again in the passage. */
export interface Matches {
  /** How many things there are. */
  readonly size: number;
  /** Weight of each in general Chinese. */
  readonly weights: Float64Array;
  /** The same times how few of this passage's sentences have it: what is everywhere tells nothing. */
  readonly localWeights: Float64Array;
  /** 1 where the passage's opening has it: it names what the passage is about. */
  readonly inTopic: Uint8Array;
  /** `localWeights`, 0 for what is in the topic. */
  readonly besideTopic: Float64Array;
  /** For each sentence: 1 where the sentence has the thing. */
  readonly inSentence: readonly Uint8Array[];
  /** Where they stand: offsets into the passage, ascending. */
  readonly hits: readonly Hit[];
}

export interface Hit {
  readonly thing: number;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

/** Finds the question's content words, as they stand, inside words too. */
export function matchWords(frame: Frame, passage: ReadPassage): Matches {
  const found: [thing: number, start: number][] = [];
  frame.words.forEach(({ text, isNumber }, thing) => {
    for (let at = passage.folded.indexOf(text); at >= 0; at = passage.folded.indexOf(text, at + text.length)) {
      if (!isNumber || standsAlone(passage.folded, at, at + text.length)) found.push([thing, at]);
    }
  });
  return matches(
    frame.words,
    found.sort((a, b) => a[1] - b[1]),
    passage,
  );
}

/** 20 does not stand in 2021. */
function standsAlone(folded: string, start: number, end: number): boolean {
  return !/\d/.test(folded.charAt(start - 1)) && !/\d/.test(folded.charAt(end));
}

/** Finds sequences of one length (bigrams, characters) in one pass over the passage. */
export function matchGrams(grams: Frame['bigrams'], length: number, passage: ReadPassage): Matches {
  const index = new Map(grams.map((gram, thing) => [gram.text, thing]));
  const found: [thing: number, start: number][] = [];
  for (let at = 0; at + length <= passage.folded.length; at += 1) {
    const thing = index.get(passage.folded.slice(at, at + length));
    if (thing !== undefined) found.push([thing, at]);
  }
  return matches(grams, found, passage);
}

/** The opening characters of a passage name what it is about. */
const TOPIC_REACH = 14;

function matches(
  things: readonly { readonly text: string; readonly weight: number }[],
  found: readonly (readonly [thing: number, start: number])[],
  { sentences, folded }: ReadPassage,
): Matches {
  const inSentence = sentences.map(() => new Uint8Array(things.length));
  const hits: Hit[] = [];
  let sentence = 0;
  for (const [thing, start] of found) {
    while (sentence < sentences.length && start >= (sentences[sentence]?.end ?? 0)) sentence += 1;
    const end = start + (things[thing]?.text.length ?? 0);
    if (start < (sentences[sentence]?.start ?? 0)) continue;
    hits.push({ thing, start, end, sentence });
    const has = inSentence[sentence];
    if (has !== undefined) has[thing] = 1;
  }
  const topic = folded.slice(0, TOPIC_REACH);
  const weights = Float64Array.from(things, ({ weight }) => weight);
  const inTopic = Uint8Array.from(things, ({ text }) => (topic.includes(text) ? 1 : 0));
  const local = localWeights(weights, inSentence);
  const besideTopic = local.map((weight, thing) => (inTopic[thing] === 1 ? 0 : weight));
  return { size: things.length, weights, localWeights: local, inTopic, besideTopic, inSentence, hits };
}

function localWeights(weights: Float64Array, inSentence: readonly Uint8Array[]): Float64Array {
  const sentences = inSentence.length;
  return Float64Array.from(weights, (weight, thing) => {
    let having = 0;
    for (const has of inSentence) having += has[thing] ?? 0;
    return weight * Math.log(1 + (sentences - having + 0.5) / (having + 0.5));
  });
}

/** The weight of the things that are in at least one of the sets, as a share of the weight of all things; 0 where there are none. */
export function shareOf(weights: Float64Array, ...sets: readonly (Uint8Array | undefined)[]): number {
  return shareOfAny(weights, sets);
}

/** As `shareOf`, of any number of sets. */
export function shareOfAny(weights: Float64Array, sets: readonly (Uint8Array | undefined)[]): number {
  let covered = 0;
  let all = 0;
  for (let thing = 0; thing < weights.length; thing += 1) {
    const weight = weights[thing] ?? 0;
    all += weight;
    for (const one of sets) {
      if (one?.[thing] !== 1) continue;
      covered += weight;
      break;
    }
  }
  return all === 0 ? 0 : covered / all;
}
