/** Milliseconds that a step takes, at once. */
export function time(step: () => unknown): number {
  const start = performance.now();
  step();
  return performance.now() - start;
}

/** Milliseconds until what a step promises is there. */
export async function timeUntil(step: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await step();
  return performance.now() - start;
}
