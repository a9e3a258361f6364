import {
  type FetchingStrategyOptions,
  type IShardingStrategy,
  managerToFetchingStrategyOptions,
  type SessionInfo,
  SimpleContextFetchingStrategy,
  SimpleShardingStrategy,
  type WebSocketManager,
  WebSocketShard,
  WebSocketShardEvents,
  WebSocketShardStatus,
} from '@discordjs/ws';
import { GatewayDispatchEvents, SnowflakeUtil } from 'discord.js';
import { errorFields, type Log } from '../log.ts';
import { DiscordFailure, failureOfClose } from './discord-failure.ts';
import type { KeptSessions } from './kept-sessions.ts';
import { hearMissed } from './missed-events.ts';
import { type ShardWatch, watchShards } from './shard-watch.ts';
import { backoff, type Timing } from './timing.ts';

/** What the gateway needs from the room it is in. */
export interface GatewaySettings {
  readonly timing: Timing;
  readonly log: Log;
  /** Told of every sign of life. */
  readonly watch: ShardWatch;
  /**
   * Events that are handled here and not by discord.js, which makes objects of them that
   * nobody needs, and holds them back until every shard and server is there.
   */
  readonly intake: Readonly<Record<string, (payload: unknown, isMissed: boolean) => void>>;
  /** Where sessions are kept for the process that runs these shards next; nowhere where undefined. */
  readonly sessions?: KeptSessions | undefined;
}

/**
 * discord.js's way to run shards in one process, with what it lacks: a payload that its
 * handlers stumble over does not end the process, connection attempts back off, and a
 * connection that hangs is replaced.
 */
export function gatewayStrategy(settings: GatewaySettings): (manager: WebSocketManager) => IShardingStrategy {
  return (manager) => {
    manager.options.helloTimeout = settings.timing.helloMs;
    manager.options.readyTimeout = settings.timing.readyMs;
    manager.options.handshakeTimeout = settings.timing.handshakeMs;
    guardDispatch(manager, settings);
    return new WatchedSharding(manager, settings);
  };
}

/**
 * Closes a connection whose session can be resumed: after 1000 and 1001 Discord forgets it.
 * https://docs.discord.com/developers/events/gateway#disconnecting
 */
const LEFT = 4_200;

class WatchedSharding extends SimpleShardingStrategy {
  readonly #manager: WebSocketManager;
  readonly #settings: GatewaySettings;
  #generation = 0;
  #stopWatching = () => {};

  constructor(manager: WebSocketManager, settings: GatewaySettings) {
    super(manager);
    this.#manager = manager;
    this.#settings = settings;
  }

  override async spawn(ids: number[]): Promise<void> {
    const { timing, watch, log, sessions } = this.#settings;
    await requireSessions(this.#manager, ids.length);
    const options = await managerToFetchingStrategyOptions(this.#manager);
    this.#generation += 1;
    const own = this.#generation;
    for (const id of ids) {
      const context = new PatientContext(this.#manager, options, this.#settings, () => own === this.#generation);
      const shard = new WebSocketShard(context, id);
      context.isIdle = () => shard.status === WebSocketShardStatus.Idle;
      forwardEvents(shard, this.#manager, context, watch);
      const before = await sessions?.before(id, options.shardCount);
      if (before !== undefined) shard.once(WebSocketShardEvents.Ready, () => hear(before, options, this.#settings));
      // biome-ignore lint/complexity/useLiteralKeys: private in TypeScript, and this is its subclass
      this['shards'].set(id, shard);
    }
    // biome-ignore lint/complexity/useLiteralKeys: as above
    this.#stopWatching = watchShards(this['shards'], watch, timing, log);
  }

  override async destroy(options?: Parameters<SimpleShardingStrategy['destroy']>[0]): Promise<void> {
    this.#generation += 1;
    this.#stopWatching();
    const areLeft = this.#settings.sessions?.areLeft === true;
    await super.destroy(areLeft ? { ...options, code: LEFT } : options);
  }
}

/** Waits before a connection attempt, longer after each that failed; does not attempt one at all after the end. */
class PatientContext extends SimpleContextFetchingStrategy {
  isIdle: () => boolean = () => false;
  #failures = -1;
  readonly #timing: Timing;
  readonly #sessions: KeptSessions | undefined;
  readonly #isCurrent: () => boolean;

  constructor(
    manager: WebSocketManager,
    options: FetchingStrategyOptions,
    { timing, sessions }: GatewaySettings,
    isCurrent: () => boolean,
  ) {
    super(manager, options);
    this.#timing = timing;
    this.#sessions = sessions;
    this.#isCurrent = isCurrent;
  }

  connected(): void {
    this.#failures = -1;
  }

  /** discord.js asks an idle shard for its session exactly when it is about to connect. */
  override async retrieveSessionInfo(shardId: number) {
    if (this.isIdle()) {
      // The first attempt, and the first after a connection that worked, need not wait.
      if (this.#failures >= 0) await pause(backoff(this.#failures, this.#timing));
      this.#failures += 1;
      if (!this.#isCurrent()) return new Promise<never>(() => {});
    }
    return super.retrieveSessionInfo(shardId);
  }

  override updateSessionInfo(shardId: number, session: SessionInfo | null) {
    this.#sessions?.update(shardId, session);
    return super.updateSessionInfo(shardId, session);
  }
}

/** A message that is older is not answered any more, since Discord may no longer know that it has been. Milliseconds. */
const MISSED_WITHIN = 120_000;

/** What nobody has answered since the process before is gone is taken in as if it came now. */
async function hear(before: SessionInfo, options: FetchingStrategyOptions, settings: GatewaySettings): Promise<void> {
  const { intake, log } = settings;
  const heard = await hearMissed(before, options, (event) => {
    try {
      const dispatch = dispatchOf(event);
      if (dispatch !== undefined && !isStale(dispatch)) takerOf(dispatch, intake)?.(dispatch.d, true);
    } catch (error) {
      log.error('event handler failed', errorFields(error));
    }
  });
  log.info('heard what was missed', { shard: before.shardId, reason: heard });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

function forwardEvents(
  shard: WebSocketShard,
  manager: WebSocketManager,
  context: PatientContext,
  watch: ShardWatch,
): void {
  let hasFailed = false;
  // The library says so again, as an error with a stack, right behind a close that is for good.
  shard.on(WebSocketShardEvents.Closed, ({ code }) => {
    hasFailed = failureOfClose(code) !== undefined;
  });
  for (const event of Object.values(WebSocketShardEvents)) {
    shard.on(event, (payload: object = {}) => {
      if (event === WebSocketShardEvents.Error && hasFailed) return;
      if (event === WebSocketShardEvents.Ready || event === WebSocketShardEvents.Resumed) context.connected();
      if (event !== WebSocketShardEvents.Debug) watch.sign(shard.id, event);
      manager.emit(event, { ...payload, shardId: shard.id } as never);
    });
  }
}

/** A dispatch without data, or one that a handler stumbles over, is one lost event and no more. */
function guardDispatch(manager: WebSocketManager, { log, intake }: GatewaySettings): void {
  const emit = manager.emit.bind(manager) as (event: string, ...payload: unknown[]) => boolean;
  const guarded = (event: string, ...payload: unknown[]): boolean => {
    try {
      if (event !== WebSocketShardEvents.Dispatch) return emit(event, ...payload);
      const dispatch = dispatchOf(payload[0]);
      if (dispatch === undefined) {
        log.warn('event without data ignored');
        return false;
      }
      const take = takerOf(dispatch, intake);
      if (take === undefined) return emit(event, ...payload);
      take(dispatch.d, false);
      return true;
    } catch (error) {
      log.error('event handler failed', errorFields(error));
      return false;
    }
  };
  manager.emit = guarded as typeof manager.emit;
}

/** Of an interaction Discord itself says so. */
function isStale({ t, d }: Dispatch): boolean {
  if (t !== GatewayDispatchEvents.MessageCreate || !('id' in d)) return false;
  return Date.now() - SnowflakeUtil.timestampFrom(String(d.id)) > MISSED_WITHIN;
}

interface Dispatch {
  readonly t: string;
  readonly d: object;
}

function takerOf({ t }: Dispatch, intake: GatewaySettings['intake']) {
  return Object.hasOwn(intake, t) ? intake[t] : undefined;
}

function dispatchOf(payload: unknown): Dispatch | undefined {
  const { t, d } = (payload as { data?: { t?: unknown; d?: unknown } }).data ?? {};
  return typeof t === 'string' && typeof d === 'object' && d !== null ? { t, d } : undefined;
}

async function requireSessions(manager: WebSocketManager, wanted: number): Promise<void> {
  const { session_start_limit: limit } = await manager.fetchGatewayInformation();
  if (limit.remaining >= wanted) return;
  const resets = new Date(Date.now() + limit.reset_after).toISOString();
  const message = `Discord allows no more starts for now (${limit.remaining} left, ${wanted} needed); the limit resets at ${resets}.`;
  throw new DiscordFailure('start-limit', message);
}
