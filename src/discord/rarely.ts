/**
 * Remembers what was said lately, so that it is not said again at once.
 *
 * @param now milliseconds, monotonic
 * @returns whether something has not been said for so long, and takes it as said where it has not
 */
export function createRarely(
  ms: number,
  now: () => number = () => performance.now(),
  mostRemembered = 1_000,
): (what: string) => boolean {
  const said = new Map<string, number>();
  return (what) => {
    const last = said.get(what);
    if (last !== undefined && now() - last < ms) return false;
    if (said.size >= mostRemembered) said.clear();
    said.set(what, now());
    return true;
  };
}
