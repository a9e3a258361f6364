import { runningGroups } from './engine/worker.ts';

/** Signs of life that a bot's event loop gives to the process that guards it. */

/** What a bot says with each sign of life. */
export interface SignOfLife {
  /** Without a sign for so long the loop hangs. Milliseconds. */
  readonly silenceMs: number;
  /** The groups of processes that it has started: who ends the bot ends them, too. */
  readonly groups: readonly number[];
}

/** How often the loop says that it is alive. Milliseconds. */
const EVERY_MS = 1_000;

/**
 * Where this process is guarded, lets its event loop give signs of life.
 * @param silenceMs without a sign for so long the loop hangs
 * @param orphaned told when the guard is gone
 */
export function beWatched(silenceMs: number, orphaned: () => void): void {
  if (!process.connected) return;
  const alive = () => {
    const sign: SignOfLife = { silenceMs, groups: runningGroups() };
    if (process.connected) process.send?.(sign, () => {});
  };
  alive();
  setInterval(alive, EVERY_MS).unref();
  process.once('disconnect', orphaned);
}
