import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, Events, GatewayDispatchEvents } from 'discord.js';
import { type CuratorOptions, createCurator } from '../curation/curator.ts';
import { startUpkeep } from '../curation/upkeep.ts';
import type { Engine } from '../engine/engine.ts';
import type { PictureDrawer } from '../engine/picture-drawer.ts';
import { errorFields, type Log } from '../log.ts';
import type { Leases } from '../store/lease.ts';
import type { Notes } from '../store/notes.ts';
import type { Surroundings } from './addressed.ts';
import { ATTACHMENT_ORIGINS } from './attachments.ts';
import { createClient } from './client.ts';
import { connect } from './connect.ts';
import { DiscordFailure, refusedToken } from './discord-failure.ts';
import { type HealthServer, type HealthSources, startHealthServer } from './health.ts';
import { type HeldShards, holdShards } from './held-shards.ts';
import { createInteractionHandler } from './interactions.ts';
import { keepSessions } from './kept-sessions.ts';
import { createMessageHandlers } from './mentions.ts';
import { createMetrics, type Extent, type Metrics } from './metrics.ts';
import { presenceOf } from './presence.ts';
import { presentIn } from './present.ts';
import { register, registrations } from './registration.ts';
import { idle, loadOf, openRoom, type Room } from './room.ts';
import { createShardWatch } from './shard-watch.ts';
import { surviveErrors } from './survive.ts';
import { TIMING, type Timing } from './timing.ts';
import { warnUntil } from './warn-until.ts';

/** discord.js's default, without version. */
const API_URL = 'https://discord.com/api';
/** What the bot is given to work with. */
export interface BotOptions {
  readonly token: string;
  /** Discord's HTTP interface or a proxy of it, without version. */
  readonly apiUrl?: string | undefined;
  /** Where commands are registered; everywhere where undefined. */
  readonly guildId?: string | undefined;
  /** The shards that this process runs, of `shardCount`; as many as Discord recommends where undefined. */
  readonly shards?: readonly number[] | undefined;
  readonly shardCount?: number | undefined;
  /** Where several processes share the shards: sees to it that no two run the same, and lets the next hear what was missed. */
  readonly others?: (Leases & Notes) | undefined;
  /** 0 takes any free port. No health server where undefined. */
  readonly healthPort?: number | undefined;
  /** Answers what people ask. */
  readonly engine: Engine;
  /** What moderators' libraries are kept with; nothing can be added where undefined. */
  readonly library?: Omit<CuratorOptions, 'engine'> | undefined;
  /** Where files that people send may be fetched from; Discord's own places where undefined. */
  readonly attachmentOrigins?: readonly string[];
  /** Draws pictures; where undefined there are no buttons for any. */
  readonly pictures?: Pick<PictureDrawer, 'draw'> | undefined;
  readonly log: Log;
  /** Gives up connecting. A bot that is connected is stopped by `stop`. */
  readonly signal?: AbortSignal | undefined;
  readonly timing?: Timing;
}

/** A bot that is connected. */
export interface Bot {
  /** Resolves when the bot cannot go on: a person has to put something right. */
  readonly failed: Promise<DiscordFailure>;
  readonly healthPort: number | undefined;
  readonly metrics: Metrics;
  /** Work that waits or is under way. */
  readonly load: { readonly waiting: number; readonly running: number };
  /** Shows the articles as they are now, and offers to name one where there are several. */
  showLibrary(): Promise<void>;
  /** Takes nothing new, lets what is under way finish (at most 10 s), disconnects. */
  stop(): Promise<void>;
}

/**
 * Connects to Discord and answers until it is stopped.
 * @throws DiscordFailure where a person has to put something right first; whatever the signal
 *   was aborted with
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { token, engine, timing = TIMING } = options;
  // A token that cannot stand in a header must not get as far as an error message.
  if (!/^[\w.-]+$/.test(token)) throw refusedToken();
  const apiUrl = (options.apiUrl ?? API_URL).replace(/(?<!\/)\/+$/, '');
  const metrics = createMetrics(extent);
  const watch = createShardWatch();
  let hasFailed = false;
  let fail: (failure: DiscordFailure) => void = () => {};
  const failed = new Promise<DiscordFailure>((resolve) => {
    fail = (failure) => {
      hasFailed = true;
      resolve(failure);
    };
  });
  const log = warnUntil(options.log, () => hasFailed);
  const onRefused = () => fail(refusedToken());
  const { library } = options;
  const upkeep = library && startUpkeep(library.store, log);
  const room = openRoom({
    token,
    apiUrl,
    engine,
    pictures: options.pictures,
    log,
    metrics,
    firstAnswerMs: timing.firstAnswerMs,
    curator: library && createCurator({ ...library, engine }),
    attachmentOrigins: new Set(options.attachmentOrigins ?? ATTACHMENT_ORIGINS),
    isThere: (server, kind, id) => client?.guilds.cache.get(server)?.[kind].cache.has(id) ?? false,
    onRefused,
  });
  let over = false;
  const sessions = options.others && keepSessions(options.others, log);

  const stopSurviving = surviveErrors(log, metrics);
  let health: HealthServer | undefined;
  let held: HeldShards | undefined;
  let isWaiting = options.others !== undefined;
  let client: Client<true>;
  let newest: Client<true> | undefined;
  try {
    health = await openHealth(options, {
      metrics,
      silence: () => watch.silence(),
      unwellMs: timing.unwellMs,
      isWaiting: () => isWaiting,
      extent,
    });
    held = options.others && (await holdShards(options.others, shardNames(options), { log, signal: options.signal }));
    isWaiting = false;
    void held?.taken.then(() => fail(takenOver()));
    client = await connect({ token, timing, log, newClient, onFailure: fail, signal: options.signal });
  } catch (error) {
    await held?.release();
    upkeep?.stop();
    await health?.close();
    stopSurviving();
    throw error;
  }
  upkeep?.began(presentIn(client));
  // Discord may take its time with the commands; who wants the bot to stop does not wait for that.
  await Promise.race([showLibrary(), aborted(options.signal)]);
  const { servers, shards, passages } = extent();
  log.info('ready', { guilds: servers, shard: shards, passages });

  function newClient(): Client<true> {
    const surroundings = (): Surroundings => ({
      botId: fresh.user?.id ?? '',
      botRole: (guildId) => fresh.guilds.cache.get(guildId)?.roles.botRoleFor(fresh.user)?.id,
      guildLocale: (guildId) => fresh.guilds.cache.get(guildId)?.preferredLocale,
      parentOf: (channelId) => parentIn(fresh, channelId),
    });
    const messages = createMessageHandlers(room, surroundings);
    const intake = {
      [GatewayDispatchEvents.InteractionCreate]: unlessOver(createInteractionHandler(room)),
      [GatewayDispatchEvents.MessageCreate]: unlessOver(messages.written),
      [GatewayDispatchEvents.MessageUpdate]: unlessOver(messages.edited),
    };
    const fresh: Client<true> = createClient(
      apiUrl,
      shardsOf(options),
      { timing, log, watch, intake, sessions },
      metrics,
    );
    newest = fresh;
    // A new session knows nothing of what the one before has shown.
    fresh.on(Events.ShardReady, (shardId) => fresh.user?.setPresence({ ...presenceOf(engine.holdings), shardId }));
    fresh.on(Events.GuildCreate, ({ id }) => upkeep?.joined(id));
    fresh.on(Events.GuildDelete, ({ id }) => upkeep?.left(id));
    return fresh;
  }

  function extent(): Extent {
    const { passages } = engine.holdings;
    const { coldLoads = 0 } = engine;
    return { shards: newest?.ws.shards.size ?? 0, servers: newest?.guilds.cache.size ?? 0, passages, coldLoads };
  }

  function unlessOver(handler: (payload: unknown, isMissed: boolean) => void) {
    return (payload: unknown, isMissed: boolean) => (over || hasFailed ? undefined : handler(payload, isMissed));
  }

  async function showLibrary(): Promise<void> {
    client.user.setPresence(presenceOf(engine.holdings));
    await registerQuietly(room, options, client.application.id);
  }

  return {
    failed,
    healthPort: health?.port,
    metrics,
    get load() {
      return loadOf(room);
    },
    showLibrary,
    async stop() {
      over = true;
      sessions?.leave();
      // Of a connection that is closed for good discord.js says so, too.
      client.removeAllListeners(Events.ShardReconnecting);
      await Promise.race([idle(room), sleep(timing.drainMs, undefined, { ref: false })]);
      await Promise.race([client.destroy(), sleep(timing.leaveMs, undefined, { ref: false })]);
      await sessions?.settled();
      await held?.release();
      upkeep?.stop();
      room.curator?.standings.close();
      await health?.close();
      stopSurviving();
    },
  };
}

/** A thread, and a post in a forum, are in a channel; other channels are in a category, or nowhere. */
function parentIn({ channels }: Client, channelId: string): string | undefined {
  const channel = channels.cache.get(channelId);
  return channel !== undefined && 'parentId' in channel ? (channel.parentId ?? undefined) : undefined;
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}

function shardsOf({ shards, shardCount }: BotOptions) {
  if (shardCount === undefined) return 'auto' as const;
  return { ids: shards ?? Array.from({ length: shardCount }, (_, id) => id), of: shardCount };
}

/** Who runs all shards and who runs some of them do not see each other. */
function shardNames(options: BotOptions): string[] {
  const shards = shardsOf(options);
  return shards === 'auto' ? ['all shards'] : shards.ids.map((id) => `shard ${id} of ${shards.of}`);
}

function takenOver(): DiscordFailure {
  return new DiscordFailure('taken', 'another process runs these shards now: give each its own SHARDS.');
}

async function openHealth({ healthPort }: BotOptions, sources: HealthSources): Promise<HealthServer | undefined> {
  if (healthPort === undefined) return undefined;
  try {
    return await startHealthServer(healthPort, sources);
  } catch (cause) {
    throw new DiscordFailure('configuration', 'HEALTH_PORT cannot be opened: is it taken?', { cause });
  }
}

/** Commands that are there already go on working, so a registration that fails is no reason not to start. */
async function registerQuietly(
  { engine, rest, log }: Room,
  { guildId }: BotOptions,
  applicationId: string,
): Promise<void> {
  try {
    const wanted = registrations(engine.commands, {
      // A server may have some of its own, whatever the operator has.
      severalArticles: engine.hasShelves === true || engine.holdings.articles.length > 1,
      guildId,
    });
    const { added, changed, removed } = await register(rest, { applicationId, guildId }, wanted);
    const count = added.length + changed.length + removed.length;
    log.info(count === 0 ? 'commands are registered' : 'commands registered', { count });
  } catch (error) {
    log.warn('commands could not be registered', errorFields(error));
  }
}
