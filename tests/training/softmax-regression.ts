/** The candidates of one question: a row of features each, and which of them is right. */
export interface Choice {
  readonly rows: readonly Float64Array[];
  readonly right: number;
}

/** Pulls every weight a little towards 0. */
const RIDGE = 1e-2;
const STEPS = 300;
const RATE = 0.05;
/** Adam's usual decay of the two running means (Kingma and Ba, ICLR 2015). */
const DECAY = { first: 0.9, second: 0.999 };

/**
 * Fits weights such that the right candidate has the greatest share of the softmax over its
 * question's candidates: conditional logit (McFadden 1974), by Adam over all questions at
 * once, on standardised features. Nothing in it is random.
 *
 * @returns a weight for each feature, for features as they are.
 */
export function fitSoftmax(choices: readonly Choice[]): number[] {
  const width = choices[0]?.rows[0]?.length ?? 0;
  const deviations = deviationsOf(choices, width);
  const scaled = choices.map(({ rows, right }) => ({
    right,
    rows: rows.map((row) => row.map((value, at) => value / (deviations[at] ?? 1))),
  }));
  const weights = new Float64Array(width);
  const mean = new Float64Array(width);
  const square = new Float64Array(width);
  for (let step = 1; step <= STEPS; step += 1) {
    const gradient = weights.map((weight) => RIDGE * weight);
    for (const choice of scaled) addGradient(choice, weights, gradient, scaled.length);
    for (let at = 0; at < width; at += 1) {
      const slope = gradient[at] ?? 0;
      mean[at] = DECAY.first * (mean[at] ?? 0) + (1 - DECAY.first) * slope;
      square[at] = DECAY.second * (square[at] ?? 0) + (1 - DECAY.second) * slope * slope;
      const direction = (mean[at] ?? 0) / (1 - DECAY.first ** step);
      const length = Math.sqrt((square[at] ?? 0) / (1 - DECAY.second ** step)) + 1e-8;
      weights[at] = (weights[at] ?? 0) - (RATE * direction) / length;
    }
  }
  return Array.from(weights, (weight, at) => weight / (deviations[at] ?? 1));
}

function addGradient({ rows, right }: Choice, weights: Float64Array, gradient: Float64Array, total: number): void {
  const scores = rows.map((row) => row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));
  const highest = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - highest));
  const all = shares.reduce((sum, share) => sum + share, 0);
  rows.forEach((row, index) => {
    const error = ((shares[index] ?? 0) / all - Number(index === right)) / total;
    for (let at = 0; at < row.length; at += 1) gradient[at] = (gradient[at] ?? 0) + error * (row[at] ?? 0);
  });
}

function deviationsOf(choices: readonly Choice[], width: number): number[] {
  const rows = choices.flatMap((choice) => choice.rows);
  return Array.from({ length: width }, (_, at) => {
    const mean = rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length;
    const variance = rows.reduce((sum, row) => sum + ((row[at] ?? 0) - mean) ** 2, 0) / rows.length;
    return Math.sqrt(variance) || 1;
  });
}
