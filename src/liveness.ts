/** Signs of life that a bot's event loop gives to the process that guards it. */

/** How often the loop says that it is alive. Milliseconds. */
const EVERY_MS = 1_000;

/**
 * Where this process is guarded, lets its event loop give signs of life.
 * @param silenceMs without a sign for so long the loop hangs
 * @param orphaned told when the guard is gone
 */
export function beWatched(silenceMs: number, orphaned: () => void): void {
  if (!process.connected) return;
  const alive = () => process.connected && process.send?.(silenceMs, () => {});
  alive();
  setInterval(alive, EVERY_MS).unref();
  process.once('disconnect', orphaned);
}
