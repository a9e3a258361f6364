import type { Answer } from './discord-state.ts';

/** What a channel takes: so many messages in so long. */
export interface ChannelLimit {
  readonly messages: number;
  readonly perMs: number;
}

/** Discord's own, as bots see it in its headers. */
export const FIVE_IN_FIVE_SECONDS: ChannelLimit = { messages: 5, perMs: 5_000 };

/**
 * Discord's limit on messages, a bucket a channel, with its headers; none until one is set:
 * https://docs.discord.com/developers/topics/rate-limits#header-format
 */
export function createChannelLimits() {
  const buckets = new Map<string, { used: number; since: number }>();
  let limit: ChannelLimit | undefined;

  function bucketOf(channel: string, { perMs }: ChannelLimit): { used: number; since: number } {
    const now = performance.now();
    const bucket = buckets.get(channel);
    if (bucket !== undefined && now - bucket.since < perMs) return bucket;
    const fresh = { used: 0, since: now };
    buckets.set(channel, fresh);
    return fresh;
  }

  return {
    /** @param wanted from now on; none where undefined */
    set(wanted: ChannelLimit | undefined): void {
      limit = wanted;
      buckets.clear();
    },
    /** How many were refused because the bot did not wait. */
    refused: 0,
    /** Takes one out of the bucket where the request is a message for a channel. */
    take(
      method: string,
      path: string,
    ): { headers: Readonly<Record<string, string>>; refusal: Answer | undefined } | undefined {
      const channel = /^\/channels\/(\d+)\/messages$/.exec(path)?.[1];
      if (limit === undefined || method !== 'POST' || channel === undefined) return undefined;
      const bucket = bucketOf(channel, limit);
      const seconds = ((bucket.since + limit.perMs - performance.now()) / 1_000).toFixed(3);
      bucket.used += 1;
      const isOver = bucket.used > limit.messages;
      if (isOver) this.refused += 1;
      const json = { message: 'You are being rate limited.', retry_after: Number(seconds), global: false };
      return {
        headers: {
          'x-ratelimit-limit': String(limit.messages),
          'x-ratelimit-remaining': String(Math.max(0, limit.messages - bucket.used)),
          'x-ratelimit-reset-after': seconds,
          'x-ratelimit-bucket': 'messages',
          ...(isOver ? { 'retry-after': seconds, 'x-ratelimit-scope': 'user' } : {}),
        },
        refusal: isOver ? { status: 429, json } : undefined,
      };
    },
  };
}

export type ChannelLimits = ReturnType<typeof createChannelLimits>;
