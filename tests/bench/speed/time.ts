/** Milliseconds that a step takes. */
export function time(step: () => unknown): number {
  const start = performance.now();
  step();
  return performance.now() - start;
}
