/** Megabytes (10⁶ bytes). */
export interface Memory {
  /** What the process holds in the machine's memory. */
  readonly resident: number;
  /** What JavaScript can reach: objects and buffers, but neither native memory nor WebAssembly's. */
  readonly reachable: number;
}

/** The process's memory with nothing left to collect. Needs `--expose-gc`. */
export function settledMemory(): Memory {
  if (globalThis.gc === undefined) throw new Error('memory is measured with node --expose-gc');
  globalThis.gc();
  globalThis.gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss / 1e6, reachable: (heapUsed + external) / 1e6 };
}

/** The most the process has ever held in the machine's memory, in megabytes (10⁶ bytes). */
export function peakMemory(): number {
  return (process.resourceUsage().maxRSS * 1_024) / 1e6;
}
