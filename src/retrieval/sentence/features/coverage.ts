import { highest } from '../../../highest.ts';
import { type Matches, shareOf } from '../matches.ts';
import { matchedWithin, type Scene } from '../scene.ts';
import { commonSubsequence, commonSubstring } from '../sequences.ts';
import type { Feature } from './feature.ts';

/** How many characters the densest window is wide: about one clause of a news sentence. */
const WINDOW = 36;
/** BM25's usual constants (Robertson, Zaragoza 2009). */
const BM25 = { k: 1.2, b: 0.7 };
/** How far around the asking words the question's nearest context reaches. */
const NEAR_GAP = 6;

/** How much of the question the sentence has. */
export const COVERAGE: readonly Feature[] = [
  // Words are exact, bigrams find names that are cut differently, characters find other words of the same root; each
  // by its rarity in general Chinese, and by its rarity among this passage's sentences as well.
  { name: 'words', compared: true, of: ({ words }, s) => shareOf(words.weights, words.inSentence[s]) },
  { name: 'words rare here', compared: true, of: ({ words }, s) => shareOf(words.localWeights, words.inSentence[s]) },
  { name: 'bigrams', compared: true, of: ({ bigrams }, s) => shareOf(bigrams.weights, bigrams.inSentence[s]) },
  { name: 'bigrams rare here', compared: true, of: ({ coverage }, s) => coverage[s] ?? 0 },
  {
    name: 'characters',
    compared: true,
    of: ({ characters }, s) => shareOf(characters.weights, characters.inSentence[s]),
  },
  {
    name: 'characters rare here',
    compared: true,
    of: ({ characters }, s) => shareOf(characters.localWeights, characters.inSentence[s]),
  },
  // Says the same of short and long sentences where plain coverage favours the long ones.
  { name: 'bm25 of bigrams', compared: true, of: (scene, s) => bm25(scene, scene.bigrams, s) },
  { name: 'bm25 of words', compared: true, of: (scene, s) => bm25(scene, scene.words, s) },
  // The words that ask and what they ask about stand together in one clause of a long sentence.
  {
    name: 'best clause',
    compared: true,
    of: (scene, s) =>
      highest((scene.sentences[s]?.clauses ?? []).map((clause) => matchedWithin(scene, clause))) / safe(scene.total),
  },
  // Matches that stand close together mean more than the same ones scattered over a long sentence.
  { name: 'densest window', compared: true, of: densestWindow },
  // A question often takes over a stretch of the sentence as it is, or its words in their order.
  { name: 'longest common substring', compared: true, of: (scene, s) => sequences(scene, s, commonSubstring) },
  { name: 'longest common subsequence', compared: true, of: (scene, s) => sequences(scene, s, commonSubsequence) },
  // How much of the sentence is the question: a sentence that says little else answers little.
  {
    name: 'sentence that is question',
    of: ({ bigrams, sentences }, s) =>
      bigrams.hits.filter((hit) => hit.sentence === s).length / safe(length(sentences[s])),
  },
  // Names and numbers of the question are what an answering sentence can hardly lack.
  { name: 'names', compared: true, of: ({ frame, words }, s) => shareWhere(words, s, (i) => frame.words[i]?.isName) },
  {
    name: 'numbers',
    compared: true,
    of: ({ frame, words }, s) => shareWhere(words, s, (i) => frame.words[i]?.isNumber),
  },
  { name: 'verbs', compared: true, of: ({ frame, words }, s) => shareWhere(words, s, (i) => frame.words[i]?.isVerb) },
  // The word that fewest sentences have decides between sentences that share the others.
  { name: 'rarest word', compared: true, of: hasRarest },
  // The question's subject stands first, what is said of it last.
  { name: 'first word', of: ({ words }, s) => words.inSentence[s]?.[0] ?? 0 },
  { name: 'last word', of: ({ words }, s) => words.inSentence[s]?.[words.size - 1] ?? 0 },
  // The question's text just around what it asks for.
  { name: 'left of the gap', compared: true, of: (scene, s) => nearGap(scene, s, -NEAR_GAP, 0) },
  { name: 'right of the gap', compared: true, of: (scene, s) => nearGap(scene, s, 0, NEAR_GAP) },
  {
    name: 'noun asked for',
    of: ({ frame, passage, sentences }, s) => {
      const { start, end } = sentences[s] ?? { start: 0, end: 0 };
      return frame.noun !== '' && passage.folded.slice(start, end).includes(frame.noun) ? 1 : 0;
    },
  },
];

function safe(total: number): number {
  return total === 0 ? 1 : total;
}

function length(span: { start: number; end: number } | undefined): number {
  return span === undefined ? 0 : span.end - span.start;
}

function bm25({ sentences, passage }: Scene, { localWeights, inSentence, hits }: Matches, s: number): number {
  const counts = new Uint32Array(localWeights.length);
  for (const { sentence, thing } of hits) if (sentence === s) counts[thing] = (counts[thing] ?? 0) + 1;
  const mean = passage.folded.length / safe(sentences.length);
  const norm = BM25.k * (1 - BM25.b + (BM25.b * length(sentences[s])) / safe(mean));
  let score = 0;
  let most = 0;
  for (let thing = 0; thing < localWeights.length; thing += 1) {
    const weight = localWeights[thing] ?? 0;
    most += weight;
    if (inSentence[s]?.[thing] !== 1) continue;
    const count = counts[thing] ?? 0;
    score += (weight * count * (BM25.k + 1)) / (count + norm);
  }
  return score / safe(most);
}

function densestWindow(scene: Scene, s: number): number {
  const { start, end } = scene.sentences[s] ?? { start: 0, end: 0 };
  let best = 0;
  for (const hit of scene.bigrams.hits) {
    if (hit.sentence !== s) continue;
    best = Math.max(best, matchedWithin(scene, { start: hit.start, end: Math.min(end, hit.start + WINDOW) }));
  }
  return start === end ? 0 : best / safe(scene.total);
}

function sequences(scene: Scene, s: number, common: (a: string, b: string) => number): number {
  const sentence = scene.sentences[s];
  if (sentence === undefined) return 0;
  const { left, right } = scene.frame;
  return common(left + right, scene.passage.folded.slice(sentence.start, sentence.end)) / safe((left + right).length);
}

function shareWhere(
  { weights, inSentence }: Matches,
  s: number,
  counts: (thing: number) => boolean | undefined,
): number {
  const chosen = weights.map((weight, thing) => (counts(thing) === true ? weight : 0));
  return shareOf(chosen, inSentence[s]);
}

function hasRarest({ words }: Scene, s: number): number {
  let rarest = 0;
  for (let thing = 1; thing < words.size; thing += 1) {
    if ((words.localWeights[thing] ?? 0) > (words.localWeights[rarest] ?? 0)) rarest = thing;
  }
  return words.inSentence[s]?.[rarest] ?? 0;
}

function nearGap({ frame, bigrams }: Scene, s: number, from: number, to: number): number {
  const start = (from < 0 ? frame.gap.start : frame.gap.end) + from;
  const end = (from < 0 ? frame.gap.start : frame.gap.end) + to;
  const near = bigrams.weights.map((weight, thing) => {
    const at = frame.bigrams[thing]?.at ?? -1;
    return at >= start && at + 2 <= end ? weight : 0;
  });
  return shareOf(near, bigrams.inSentence[s]);
}
