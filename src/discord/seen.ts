/** More than a gateway replays after a resumed connection. */
const REMEMBERED = 5_000;

/**
 * Remembers ids, so that what the gateway sends twice is handled once. A fixed number of
 * them: the oldest are forgotten.
 *
 * @returns whether the id is new
 */
export function createSeen(limit = REMEMBERED): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    if (seen.size > limit) for (const oldest of seen) return seen.delete(oldest);
    return true;
  };
}
