/** Work that is done step by step, so that others can be served between two steps. */
export type Steps = Generator<void>;

/** Takes all steps at once. */
export function takeAll(steps: Iterable<void>): void {
  for (const _ of steps);
}

/**
 * Takes the steps, and lets go of the thread for a turn of the event loop whenever they have held it for so long.
 * @param sliceMs milliseconds
 */
export async function takeInSlices(steps: Iterable<void>, sliceMs: number): Promise<void> {
  let since = performance.now();
  for (const _ of steps) {
    if (performance.now() - since < sliceMs) continue;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
}
