/** First and second derivatives of the loss by the score, one of each a row; written in place. */
export interface Derivatives {
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

/** Fills in the derivatives for the rows of one group, `start` … `end`-1. */
export type Objective = (
  labels: Float64Array,
  scores: Float64Array,
  start: number,
  end: number,
  out: Derivatives,
) => void;

/** Each row by itself: is it positive (label 1) or not (0)? The score is the log odds. */
export const logistic: Objective = (labels, scores, start, end, { gradient, hessian }) => {
  for (let row = start; row < end; row += 1) {
    const chance = sigmoid(scores[row] ?? 0);
    gradient[row] = chance - (labels[row] ?? 0);
    hessian[row] = chance * (1 - chance);
  }
};

/** Which row of the group is right: -log of the share that the rows have of the group's softmax, each times its label. */
export const softmax: Objective = (labels, scores, start, end, { gradient, hessian }) => {
  let highest = Number.NEGATIVE_INFINITY;
  for (let row = start; row < end; row += 1) highest = Math.max(highest, scores[row] ?? 0);
  let all = 0;
  let positive = 0;
  for (let row = start; row < end; row += 1) {
    const weight = Math.exp((scores[row] ?? 0) - highest);
    all += weight;
    positive += weight * (labels[row] ?? 0);
  }
  for (let row = start; row < end; row += 1) {
    const weight = Math.exp((scores[row] ?? 0) - highest);
    const share = weight / all;
    const shareOfPositive = positive > 0 ? (weight * (labels[row] ?? 0)) / positive : 0;
    gradient[row] = positive > 0 ? share - shareOfPositive : 0;
    hessian[row] = positive > 0 ? Math.max(share * (1 - share), 1e-6) : 0;
  }
};

/**
 * Pairs of a better and a worse row of the group, each weighted by how much NDCG their exchange would cost
 * (Burges, "From RankNet to LambdaRank to LambdaMART", MSR-TR-2010-82).
 */
export const lambdarank: Objective = (labels, scores, start, end, { gradient, hessian }) => {
  gradient.fill(0, start, end);
  hessian.fill(0, start, end);
  const discounts = discountsByScore(scores, start, end);
  const ideal = idealGain(labels, start, end);
  if (ideal === 0) return;
  for (let better = start; better < end; better += 1) {
    for (let worse = start; worse < end; worse += 1) {
      const gain = (labels[better] ?? 0) - (labels[worse] ?? 0);
      if (gain <= 0) continue;
      const cost = (gain * Math.abs((discounts[better - start] ?? 0) - (discounts[worse - start] ?? 0))) / ideal;
      const chance = sigmoid((scores[worse] ?? 0) - (scores[better] ?? 0));
      const curvature = cost * chance * (1 - chance);
      gradient[better] = (gradient[better] ?? 0) - cost * chance;
      gradient[worse] = (gradient[worse] ?? 0) + cost * chance;
      hessian[better] = (hessian[better] ?? 0) + curvature;
      hessian[worse] = (hessian[worse] ?? 0) + curvature;
    }
  }
};

export const OBJECTIVES = { logistic, softmax, lambdarank };

function sigmoid(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** 1 / log₂(rank + 1) of each row, ranks counted from 1 by descending score, ties in order of the rows. */
function discountsByScore(scores: Float64Array, start: number, end: number): Float64Array {
  const order = Array.from({ length: end - start }, (_, index) => index);
  order.sort((a, b) => (scores[start + b] ?? 0) - (scores[start + a] ?? 0) || a - b);
  const discounts = new Float64Array(order.length);
  order.forEach((row, rank) => {
    discounts[row] = 1 / Math.log2(rank + 2);
  });
  return discounts;
}

function idealGain(labels: Float64Array, start: number, end: number): number {
  const descending = labels.slice(start, end).sort().reverse();
  return descending.reduce((sum, label, rank) => sum + label / Math.log2(rank + 2), 0);
}
