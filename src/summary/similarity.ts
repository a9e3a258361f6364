import type { TermVector } from './candidates.ts';

/** Cosine of the angle between two term vectors, 0 to 1; 0 where either has no term. */
export function cosine(a: TermVector, b: TermVector): number {
  const norms = norm(a) * norm(b);
  if (norms === 0) return 0;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [term, weight] of small) dot += weight * (large.get(term) ?? 0);
  return dot / norms;
}

function norm(vector: TermVector): number {
  let squares = 0;
  for (const weight of vector.values()) squares += weight * weight;
  return Math.sqrt(squares);
}
