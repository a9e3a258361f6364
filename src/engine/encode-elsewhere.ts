import type { Elsewhere, EncodedWindow } from '../library/fill-vectors.ts';
import { startWorker } from './worker.ts';

/** A process that takes longer for what it is given hangs. Milliseconds. */
const DEADLINE_MS = 30_000;

/**
 * Starts a process that makes vectors.
 * @param entry path of the program that it runs
 */
export function encodeElsewhere(entry: string): Elsewhere {
  const worker = startWorker(entry);
  return {
    async encode(windows) {
      const { result, free } = worker.do(windows, { deadlineMs: DEADLINE_MS });
      const encoded = (await result) as EncodedWindow[];
      await free;
      return encoded;
    },
    close: worker.end,
  };
}
