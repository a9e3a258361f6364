/** A feature matrix whose values are replaced by the numbers of the bins they fall into, column by column. */
export interface BinnedMatrix {
  readonly rows: number;
  readonly columns: number;
  /** No column has more bins. */
  readonly most: number;
  /** Column-major: the bin of row r in column c stands at c · rows + r. */
  readonly bins: Uint8Array;
  /** For each column the ascending upper bounds between its bins: bin b holds values < bounds[b], the last one the rest. */
  readonly bounds: readonly Float64Array[];
}

/**
 * Cuts every column into at most `most` bins of about equally many rows, values that are equal staying together.
 *
 * @param matrix row-major, `columns` numbers a row, all finite.
 * @param most 2–256.
 */
export function binColumns(matrix: Float64Array, columns: number, most: number): BinnedMatrix {
  const rows = matrix.length / columns;
  const bins = new Uint8Array(matrix.length);
  const bounds: Float64Array[] = [];
  for (let column = 0; column < columns; column += 1) {
    const values = Float64Array.from({ length: rows }, (_, row) => matrix[row * columns + column] ?? 0);
    const edges = boundsOf(values.slice().sort(), most);
    bounds.push(edges);
    for (let row = 0; row < rows; row += 1) bins[column * rows + row] = countUpTo(edges, values[row] ?? 0);
  }
  return { rows, columns, most, bins, bounds };
}

function boundsOf(sorted: Float64Array, most: number): Float64Array {
  const edges: number[] = [];
  const perBin = sorted.length / most;
  let filledUpTo = 0;
  for (let at = 1; at < sorted.length && edges.length < most - 1; at += 1) {
    const before = sorted[at - 1] ?? 0;
    const value = sorted[at] ?? 0;
    if (before === value || at - filledUpTo < perBin) continue;
    edges.push(shortestBetween(before, value));
    filledUpTo = at;
  }
  return Float64Array.from(edges);
}

/** The number of fewest digits in (low, high]: thresholds stay readable and separate what they were made to separate. */
export function shortestBetween(low: number, high: number): number {
  for (let digits = 1; digits < 17; digits += 1) {
    const candidate = Number(((low + high) / 2).toPrecision(digits));
    if (candidate > low && candidate <= high) return candidate;
  }
  return high;
}

/** How many of the ascending bounds are ≤ value. */
function countUpTo(bounds: Float64Array, value: number): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
