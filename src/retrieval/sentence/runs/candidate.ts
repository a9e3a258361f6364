import type { TaggedWord } from '../../../language/segment.ts';
import type { Hit } from '../matches.ts';
import type { Scene } from '../scene.ts';
import type { Run } from './run.ts';

/** A run of a sentence as a candidate for the answer. */
export interface Candidate {
  readonly run: Run;
  /** Folded. */
  readonly text: string;
  /** The words it is made of, and those that touch it. */
  readonly words: readonly TaggedWord[];
  readonly wordBefore: TaggedWord | undefined;
  readonly wordAfter: TaggedWord | undefined;
  /** Not one of the phrases that the tags show. */
  readonly isBeyond: boolean;
  /** Index of its sentence. */
  readonly sentence: number;
  readonly standing: Standing;
  /** The sentence's text before and behind the run, folded. */
  readonly before: string;
  readonly after: string;
  /** Matched bigrams of its sentence that do not reach into the run. */
  readonly hits: readonly Hit[];
  /** All candidates of its sentence, itself included, in the order of their beginnings. */
  readonly peers: readonly Run[];
}

/** How likely a sentence is to answer: by its own score, and what it, the next and the previous one lack to the likeliest. */
export interface Standing {
  readonly likely: number;
  readonly behind: number;
  readonly next: number;
  readonly previous: number;
}

/** One number about one candidate. */
export interface RunFeature {
  readonly name: string;
  readonly of: (scene: Scene, candidate: Candidate) => number;
}

export const flag = (holds: boolean): number => (holds ? 1 : 0);
