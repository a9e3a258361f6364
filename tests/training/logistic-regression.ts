/** One observation: its features, whether the thing happened, how much it counts. */
export interface Observation {
  readonly features: readonly number[];
  readonly happened: boolean;
  readonly weight: number;
}

/** Pulls every weight but the first (the bias) a little towards 0, so that a feature that never varies stays out. */
const RIDGE = 1e-4;
/** Newton's method doubles the correct digits with every step. */
const STEPS = 12;

/**
 * Fits a logistic regression by Newton's method (iteratively reweighted least squares) on
 * standardised features; the result needs no standardising. Nothing in it is random.
 *
 * @param observations rows of equal length; the first feature is 1 in every row.
 * @returns a weight for each feature.
 */
export function fitLogistic(observations: readonly Observation[]): number[] {
  const width = observations[0]?.features.length ?? 0;
  const total = sum(observations.map(({ weight }) => weight));
  const scales = Array.from({ length: width }, (_, at) => (at === 0 ? AS_IT_IS : scaleOf(observations, at, total)));
  const rows = observations.map(({ features, happened, weight }) => ({
    x: features.map((value, at) => (value - (scales[at]?.mean ?? 0)) / (scales[at]?.deviation ?? 1)),
    y: Number(happened),
    weight: weight / total,
  }));
  let weights = new Array<number>(width).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((weight) => -RIDGE * weight);
    const curvature: number[][] = weights.map((_, at) => weights.map((__, other) => (at === other ? RIDGE : 0)));
    for (const { x, y, weight } of rows) {
      const chance = 1 / (1 + Math.exp(-dot(x, weights)));
      for (const [at, value] of x.entries()) {
        gradient[at] = (gradient[at] ?? 0) + weight * (y - chance) * value;
        const row = curvature[at];
        if (row === undefined) continue;
        const scaled = weight * chance * (1 - chance) * value;
        for (const [other, otherValue] of x.entries()) row[other] = (row[other] ?? 0) + scaled * otherValue;
      }
    }
    const change = solve(curvature, gradient);
    weights = weights.map((weight, at) => weight + (change[at] ?? 0));
  }
  const unscaled = weights.map((weight, at) => weight / (scales[at]?.deviation ?? 1));
  const shift = sum(unscaled.map((weight, at) => weight * (scales[at]?.mean ?? 0)));
  return unscaled.map((weight, at) => (at === 0 ? weight - shift : weight));
}

interface Scale {
  readonly mean: number;
  readonly deviation: number;
}

const AS_IT_IS: Scale = { mean: 0, deviation: 1 };

function scaleOf(observations: readonly Observation[], at: number, total: number): Scale {
  const mean = sum(observations.map(({ features, weight }) => weight * (features[at] ?? 0))) / total;
  const variance = sum(observations.map(({ features, weight }) => weight * ((features[at] ?? 0) - mean) ** 2)) / total;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

/** Solves a system of linear equations by Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (let at = 0; at < rows.length; at += 1) {
    const pivot = rows.slice(at).reduce((best, row) => (Math.abs(row[at] ?? 0) > Math.abs(best[at] ?? 0) ? row : best));
    const from = rows.indexOf(pivot);
    rows[from] = rows[at] ?? pivot;
    rows[at] = pivot;
    for (const [other, row] of rows.entries()) {
      if (other === at) continue;
      const factor = (row[at] ?? 0) / (pivot[at] ?? 1);
      for (let column = at; column < row.length; column += 1) {
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0);
      }
    }
  }
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((total, value, at) => total + value * (b[at] ?? 0), 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
