import {
  type WebSocketShard,
  WebSocketShardDestroyRecovery,
  WebSocketShardEvents,
  WebSocketShardStatus,
} from '@discordjs/ws';
import type { Log } from '../log.ts';
import type { Timing } from './timing.ts';

/** When each shard was last heard of. Milliseconds of `performance.now()`. */
export interface ShardWatch {
  sign(shard: number, event: WebSocketShardEvents): void;
  /** Milliseconds since the shard that has been silent longest was heard of; undefined before the first. */
  silence(): number | undefined;
  silenceOf(shard: number): number;
  forget(): void;
}

/** What shows that Discord listens. What it sends by itself does not: a connection can be open in one direction only. */
const SIGNS: ReadonlySet<WebSocketShardEvents> = new Set([
  WebSocketShardEvents.Ready,
  WebSocketShardEvents.Resumed,
  WebSocketShardEvents.HeartbeatComplete,
]);

/** Watches for signs of life, which the bot's gateway client hands in. */
export function createShardWatch(): ShardWatch {
  const heard = new Map<number, number>();
  const silenceOf = (shard: number) => performance.now() - (heard.get(shard) ?? performance.now());
  return {
    sign(shard, event) {
      if (SIGNS.has(event) || !heard.has(shard)) heard.set(shard, performance.now());
    },
    silence: () =>
      heard.size === 0
        ? undefined
        : [...heard.keys()].map(silenceOf).reduce((most, silence) => Math.max(most, silence)),
    silenceOf,
    forget: () => heard.clear(),
  };
}

/**
 * Replaces connections that hang in ways discord.js waits out: a resume that is never
 * answered (for ever), heartbeats that never began (for ever), a close that the other side
 * never agrees to (30 s).
 *
 * @returns a function that ends the watch
 */
export function watchShards(
  shards: ReadonlyMap<number, WebSocketShard>,
  watch: ShardWatch,
  { watchMs, stuckMs, closeMs, unwellMs }: Timing,
  log: Log,
): () => void {
  const since = new Map<number, { state: string; at: number }>();

  function look(shard: WebSocketShard): void {
    // biome-ignore lint/complexity/useLiteralKeys: private, but nothing public ends a connection whose other side is silent
    const connection = shard['connection'];
    const closing = connection?.readyState === 2;
    const state = `${shard.status} ${closing}`;
    const now = performance.now();
    const before = since.get(shard.id);
    if (before?.state !== state) {
      since.set(shard.id, { state, at: now });
      return;
    }
    const unchanged = now - before.at;
    if (closing && unchanged >= closeMs) {
      connection.terminate();
    } else if (shard.status === WebSocketShardStatus.Ready) {
      if (watch.silenceOf(shard.id) >= unwellMs) replace(shard, WebSocketShardDestroyRecovery.Resume);
    } else if (shard.status !== WebSocketShardStatus.Idle && !closing && unchanged >= stuckMs) {
      replace(shard, WebSocketShardDestroyRecovery.Reconnect);
    }
  }

  function replace(shard: WebSocketShard, recover: WebSocketShardDestroyRecovery): void {
    log.warn('connection hangs, replacing it', { shard: shard.id, status: WebSocketShardStatus[shard.status] });
    since.delete(shard.id);
    shard
      .destroy({ reason: 'hangs', recover })
      .catch(() => log.warn('connection could not be replaced', { shard: shard.id }));
  }

  const timer = setInterval(() => shards.forEach(look), watchMs);
  timer.unref();
  return () => clearInterval(timer);
}
