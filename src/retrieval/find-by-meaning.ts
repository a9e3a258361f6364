import { highest } from '../highest.ts';
import type { EncodedQuestion } from '../network/network.ts';
import type { Passage } from '../passages/passages.ts';
import { isWithin, type Scope } from '../passages/scope.ts';
import type { Question } from '../question/question.ts';
import { type Ranked, rank } from './evidence/rank.ts';
import { find } from './find.ts';
import type { Meaning } from './meaning.ts';
import type { PassageStore } from './store/store.ts';
import type { Similarity } from './vectors/vector-store.ts';

/** A passage as words and meaning have found it. */
export interface Fused extends Ranked {
  /** Undefined where the passage's vectors are still to be made. */
  readonly similarity: Similarity | undefined;
  /** The higher the likelier: a cosine of the passage and one of its nearest sentence, and what the words say. */
  readonly fused: number;
}

/** What was found for a question by words and by meaning. */
export interface FoundByMeaning {
  /** As it was read, see `Found`. */
  readonly question: Question;
  readonly encoded: EncodedQuestion;
  /** Best first; pieces of a long paragraph each by itself. */
  readonly fused: readonly Fused[];
}

/** So many of the nearest passages are ranked, too, whatever their words: among twelve is the right one in 99.2 %. */
const NEAREST = 12;
/** What one standard deviation of the words' score counts in cosines. Flat between 0.1 and 0.2. */
const WORDS = 0.15;

/** The passages that a question may be about, by its words and its meaning together. */
export async function findByMeaning(
  store: PassageStore,
  meaning: Meaning,
  asked: Question,
  scope: Scope,
): Promise<FoundByMeaning> {
  const { question, probe, ranked } = find(store, asked, scope);
  const encoded = await meaning.network.encodeQuestion(question.folded);
  const byWords = new Set(ranked.map(({ passage }) => passage));
  const similarities = meaning.vectors.similarities(encoded.vector, store.articles.values(), {
    accept: (passage) => isWithin(passage, scope),
    also: byWords,
  });
  const nearest = [...similarities]
    .sort(([, a], [, b]) => nearness(b) - nearness(a))
    .slice(0, NEAREST)
    .map(([passage]) => passage)
    .filter((passage) => !byWords.has(passage));
  const all = [...ranked, ...rank(probe, nearest)];
  return { question, encoded, fused: fuse(all, similarities) };
}

function nearness({ passage, bestSentence }: Similarity): number {
  return passage + bestSentence;
}

function fuse(ranked: readonly Ranked[], similarities: ReadonlyMap<Passage, Similarity>): Fused[] {
  const scores = ranked.map(({ score }) => score);
  const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
  const deviation = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / Math.max(1, scores.length));
  const known = ranked.flatMap(({ passage }) => similarities.get(passage) ?? []);
  // What has no vectors yet is as far away as the furthest: its words have to speak for it.
  const furthest = known.length === 0 ? 0 : -highest(known.map((similarity) => -nearness(similarity)));
  return ranked
    .map((one): Fused => {
      const similarity = similarities.get(one.passage);
      const words = deviation === 0 ? 0 : (one.score - mean) / deviation;
      return { ...one, similarity, fused: (similarity ? nearness(similarity) : furthest) + WORDS * words };
    })
    .sort((a, b) => b.fused - a.fused);
}
