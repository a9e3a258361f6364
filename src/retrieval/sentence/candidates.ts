import { isAsked } from './cues.ts';
import { type Candidate, RUN_FEATURES } from './run-features.ts';
import type { Scene } from './scene.ts';

/** Only the likeliest sentences are searched for the answer itself. */
const SENTENCES = 4;

/**
 * The runs that could be the answer, in the order of the text: of the likeliest sentences, and not in the question.
 * @param scores how likely each sentence is to answer.
 */
export function candidatesOf(scene: Scene, scores: readonly number[]): Candidate[] {
  const best = Math.max(...scores);
  return likeliest(scores).flatMap((s) => {
    const sentence = scene.sentences[s];
    if (sentence === undefined) return [];
    const { folded } = scene.passage;
    const hits = scene.bigrams.hits.filter((hit) => hit.sentence === s);
    const peers = sentence.runs.filter((run) => !isAsked(scene, run));
    const standing = {
      likely: scores[s] ?? 0,
      behind: (scores[s] ?? 0) - best,
      next: (scores[s + 1] ?? NONE) - best,
      previous: (scores[s - 1] ?? NONE) - best,
    };
    return peers.map(
      (run): Candidate => ({
        run,
        sentence: s,
        standing,
        before: folded.slice(sentence.start, run.start),
        after: folded.slice(run.end, sentence.end),
        text: folded.slice(run.start, run.end),
        hits: hits.filter(({ start, end }) => end <= run.start || start >= run.end),
        peers,
      }),
    );
  });
}

/** Stands for the score of a sentence that is not there. */
const NONE = -9;

function likeliest(scores: readonly number[]): number[] {
  return Array.from(scores.keys())
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(0, SENTENCES)
    .sort((a, b) => a - b);
}

/** One number a feature for a candidate. */
export function candidateRow(scene: Scene, candidate: Candidate): Float64Array {
  return Float64Array.from(RUN_FEATURES, ({ of }) => of(scene, candidate));
}
