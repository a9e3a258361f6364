/** How much one may ask: so many at once, then one more every so often. */
export interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}

/** Leafing through a whole article by its buttons is fine; nobody reads forty cards at once. */
const USER: Allowance = { burst: 40, perSecond: 2 };
/** A big server in the middle of an event. */
const GUILD: Allowance = { burst: 600, perSecond: 50 };
/** Buckets that are full again are forgotten when there are this many, or twice as many as were left the last time. */
const SWEEP_ABOVE = 10_000;

/** Whether somebody may ask now, and otherwise whose limit it was and when to try again. */
export type Verdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly scope: 'user' | 'guild'; readonly seconds: number };

/**
 * Limits by user and by guild, as token buckets (https://en.wikipedia.org/wiki/Token_bucket).
 * A use that is refused costs nothing, so that waiting as told does help.
 *
 * @param now milliseconds, monotonic
 */
export function createLimits(
  now: () => number = () => performance.now(),
  { user = USER, guild = GUILD }: { user?: Allowance; guild?: Allowance } = {},
): (userId: string, guildId: string | undefined) => Verdict {
  const users = createBuckets(user, now);
  const guilds = createBuckets(guild, now);
  return (userId, guildId) => {
    const userWait = users.wait(userId);
    if (userWait > 0) return { allowed: false, scope: 'user', seconds: Math.ceil(userWait) };
    const guildWait = guildId === undefined ? 0 : guilds.wait(guildId);
    if (guildWait > 0) return { allowed: false, scope: 'guild', seconds: Math.ceil(guildWait) };
    users.take(userId);
    if (guildId !== undefined) guilds.take(guildId);
    return { allowed: true };
  };
}

interface Bucket {
  tokens: number;
  at: number;
}

function createBuckets({ burst, perSecond }: Allowance, now: () => number) {
  const buckets = new Map<string, Bucket>();
  let sweepAbove = SWEEP_ABOVE;

  function refilled(key: string): Bucket {
    const bucket = buckets.get(key) ?? { tokens: burst, at: now() };
    const tokens = Math.min(burst, bucket.tokens + ((now() - bucket.at) / 1000) * perSecond);
    return { tokens, at: now() };
  }

  function sweep(): void {
    for (const key of buckets.keys()) if (refilled(key).tokens >= burst) buckets.delete(key);
    sweepAbove = Math.max(SWEEP_ABOVE, 2 * buckets.size);
  }

  return {
    /** Seconds until there is a token; 0 where there is one. */
    wait(key: string): number {
      const { tokens } = refilled(key);
      return tokens >= 1 ? 0 : (1 - tokens) / perSecond;
    },
    take(key: string): void {
      const bucket = refilled(key);
      buckets.set(key, { ...bucket, tokens: bucket.tokens - 1 });
      if (buckets.size > sweepAbove) sweep();
    },
  };
}
