import { idfOf } from '../../../src/language/idf.ts';
import { cut } from '../../../src/language/segment.ts';
import { isStopWord } from '../../../src/language/stop-words.ts';

/** Weight by content word. */
export type TermVector = ReadonlyMap<string, number>;

/** tf-idf of a folded text's content words. */
export function termVector(folded: string): TermVector {
  const vector = new Map<string, number>();
  for (const { text } of cut(folded)) {
    if (!isStopWord(text)) vector.set(text, (vector.get(text) ?? 0) + idfOf(text));
  }
  return vector;
}

/** Cosine of the angle between two term vectors, 0 to 1; 0 where either has no term. */
export function cosine(a: TermVector, b: TermVector): number {
  const norms = norm(a) * norm(b);
  if (norms === 0) return 0;
  let dot = 0;
  for (const [term, weight] of a) dot += weight * (b.get(term) ?? 0);
  return dot / norms;
}

function norm(vector: TermVector): number {
  return Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));
}
