import type { Span } from '../language/sentences.ts';

/** Vectors in rows, one behind another. */
export interface Rows {
  readonly values: Float32Array;
  /** Numbers in a row. */
  readonly width: number;
}

/**
 * The mean of some rows, of length 1; all 0 where there is none.
 * @param rows which ones, by their number
 */
export function meanOf({ values, width }: Rows, rows: readonly number[]): Float32Array {
  const sum = new Float32Array(width);
  for (const row of rows) {
    const at = row * width;
    for (let column = 0; column < width; column += 1) sum[column] = (sum[column] ?? 0) + (values[at + column] ?? 0);
  }
  return toLengthOne(sum);
}

/** In its place: a vector of length 1 in the same direction; one of length 0 stays. */
export function toLengthOne(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  if (length > 0) for (const [at, value] of vector.entries()) vector[at] = value / length;
  return vector;
}

/** The numbers of the tokens that share a character with a stretch of the text. */
export function overlapping(tokens: readonly Span[], { start, end }: Span): number[] {
  return tokens.flatMap((token, index) => (token.start < end && token.end > start ? [index] : []));
}
