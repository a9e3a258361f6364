import { setTimeout as sleep } from 'node:timers/promises';

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

/** So long until what is free has been given back: another thread does that. Milliseconds. */
const GIVEN_BACK_MS = 1_500;

/** The same, when what is free has been given back to the machine, as it is where memory is short. */
export async function shrunkMemory(): Promise<Memory> {
  for (let turn = 0; turn < 2; turn += 1) {
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    await sleep(GIVEN_BACK_MS);
  }
  return settledMemory();
}

/** The most the process has ever held in the machine's memory, in megabytes (10⁶ bytes). */
export function peakMemory(): number {
  return (process.resourceUsage().maxRSS * 1_024) / 1e6;
}
