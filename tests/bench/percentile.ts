/**
 * The p-th percentile by nearest rank: the smallest value that at least p per cent do not exceed.
 * @param p above 0, up to 100
 */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN;
}
