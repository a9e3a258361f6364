import { highest } from '../../highest.ts';
import type { Span } from '../../language/sentences.ts';
import type { Question } from '../../question/question.ts';
import { type Frame, frameOf } from './frame.ts';
import { type Matches, matchGrams, matchWords, shareOf } from './matches.ts';
import type { ReadPassage, ReadSentence } from './passage.ts';
import type { Run } from './runs/run.ts';

/** A question laid over a passage: all that the features look at. */
export interface Scene {
  readonly frame: Frame;
  readonly passage: ReadPassage;
  readonly sentences: readonly ReadSentence[];
  /** For each sentence the runs that the question does not have already: nobody asks for what he says. */
  readonly unasked: readonly (readonly Run[])[];
  readonly words: Matches;
  readonly bigrams: Matches;
  readonly characters: Matches;
  /** For each sentence the share of the question's bigrams it has, weighted by how rare they are here. */
  readonly coverage: Float64Array;
  /** The sentence whose coverage is highest, the first of equals. */
  readonly bestCovering: number;
  /** Sum of the matched characters' weights before each offset of the passage. */
  readonly matchedBefore: Float64Array;
  /** What `matchedBefore` would be for the whole question. */
  readonly total: number;
}

/** Finds the question's words, pairs and characters in a passage. */
export function sceneOf(question: Question, passage: ReadPassage): Scene {
  const frame = frameOf(question);
  const bigrams = matchGrams(frame.bigrams, 2, passage);
  const coverage = Float64Array.from(passage.sentences, (_, s) => shareOf(bigrams.localWeights, bigrams.inSentence[s]));
  return {
    frame,
    passage,
    sentences: passage.sentences,
    unasked: passage.sentences.map(({ runs }) => runs.filter((run) => !isAsked(frame, passage, run))),
    words: matchWords(frame, passage),
    bigrams,
    characters: matchGrams(frame.characters, 1, passage),
    coverage,
    bestCovering: coverage.indexOf(highest(coverage)),
    matchedBefore: prefixSums(bigrams, passage.folded.length),
    total: bigrams.weights.reduce((sum, weight) => sum + weight, 0),
  };
}

/** Whether the question says this stretch of the passage. */
export function isAsked(frame: Frame, passage: ReadPassage, { start, end }: Span): boolean {
  return frame.folded.includes(passage.folded.slice(start, end));
}

/** Each matched bigram's weight is booked on its first character. */
function prefixSums({ hits, weights }: Matches, length: number): Float64Array {
  const sums = new Float64Array(length + 1);
  for (const { thing, start } of hits) sums[start + 1] = weights[thing] ?? 0;
  for (let at = 1; at <= length; at += 1) sums[at] = (sums[at] ?? 0) + (sums[at - 1] ?? 0);
  return sums;
}

/** Weight of the question's bigrams that stand in a stretch of the passage, repeated ones each time. */
export function matchedWithin({ matchedBefore }: Scene, { start, end }: Span): number {
  const last = Math.max(start, end - 1);
  return (matchedBefore[last] ?? 0) - (matchedBefore[start] ?? 0);
}
