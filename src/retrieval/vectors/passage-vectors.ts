import type { EncodedPassage } from '../../network/network.ts';
import { toLengthOne } from '../../network/pooling.ts';
import type { Window } from '../passages/windows.ts';

/** What vectors are made of. */
export type EncodedWindow = Pick<EncodedPassage, 'vector' | 'sentenceVectors' | 'tokens'>;

/** What is kept of a passage to find it by. All of length 1. */
export interface PassageVectors {
  readonly whole: Float32Array;
  /** One for each sentence. */
  readonly sentences: readonly Float32Array[];
}

/**
 * A passage of several windows has the mean of theirs, each counted by its tokens; a sentence of several the one of
 * its beginning.
 * @param encoded the windows of one passage in order; one at least
 */
export function passageVectors(encoded: readonly (readonly [Window, EncodedWindow])[]): PassageVectors {
  const sentences: Float32Array[] = [];
  for (const [{ firstSentence }, { sentenceVectors }] of encoded) {
    for (const [index, vector] of sentenceVectors.entries()) sentences[firstSentence + index] ??= vector;
  }
  return { whole: wholeOf(encoded.map(([, passage]) => passage)), sentences };
}

function wholeOf(windows: readonly EncodedWindow[]): Float32Array {
  const sum = new Float32Array(windows[0]?.vector.length ?? 0);
  for (const { vector, tokens } of windows) {
    for (const [at, value] of vector.entries()) sum[at] = (sum[at] ?? 0) + value * tokens.length;
  }
  return toLengthOne(sum);
}
