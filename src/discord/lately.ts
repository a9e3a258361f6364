/** What was kept lately, by a key. */
export interface Lately<Value> {
  /** @returns undefined for what was not kept, or too long ago */
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

/**
 * Keeps values in memory for a while and no more than so many of them; what was kept longest ago is forgotten first.
 * @param ms how long
 * @param now milliseconds, monotonic
 */
export function createLately<Value>(
  ms: number,
  most: number,
  now: () => number = () => performance.now(),
): Lately<Value> {
  const kept = new Map<string, { readonly value: Value; readonly at: number }>();
  return {
    get(key) {
      const found = kept.get(key);
      return found !== undefined && now() - found.at <= ms ? found.value : undefined;
    },
    set(key, value) {
      kept.delete(key);
      kept.set(key, { value, at: now() });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
  };
}
