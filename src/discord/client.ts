import { Client, GatewayIntentBits, Options, REST } from 'discord.js';
import { Agent } from 'undici';
import { type GatewaySettings, gatewayStrategy } from './gateway.ts';
import type { Metrics } from './metrics.ts';

/** None of them privileged: what mentions the bot, and what is written to it, can be read without. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** Requests that are not the first answer to an interaction may take this long, and be repeated. */
const REQUEST_MS = 5_000;
const REQUEST_RETRIES = 2;
/** discord.js keeps a queue for every interaction that is answered late, until it sweeps. */
const FORGET_ROUTES_MS = 300_000;
/** Waiting longer for a rate limit to pass, nobody reads the answer any more. */
const LONGEST_WAIT_MS = 10_000;

/** Opening a connection costs more than an answer does: a crowd shares these. */
const CALLBACK_CONNECTIONS = 128;
const ANSWER_CONNECTIONS = 64;

/** Which shards this process runs: as many as Discord recommends, or some of so many. */
export type Shards = 'auto' | { readonly ids: readonly number[]; readonly of: number };

/** discord.js's client, made for a bot that keeps nothing: small caches, its own gateway strategy. */
export function createClient(apiUrl: string, shards: Shards, gateway: GatewaySettings, metrics: Metrics): Client<true> {
  const ownUser = { maxSize: 0, keepOverLimit: ({ id }: { id: string }) => id === client.user?.id };
  const client: Client = new Client({
    intents: INTENTS,
    shards: shards === 'auto' ? 'auto' : [...shards.ids],
    ...(shards === 'auto' ? {} : { shardCount: shards.of }),
    allowedMentions: { parse: [], repliedUser: false },
    waitGuildTimeout: gateway.timing.guildsMs,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      DMMessageManager: 0,
      GuildMessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      UserManager: ownUser,
      GuildMemberManager: ownUser,
    }),
    rest: requestOptions(apiUrl, metrics),
    ws: {
      buildStrategy: gatewayStrategy(gateway),
      ...(gateway.timing.identifyMs === undefined ? {} : { buildIdentifyThrottler: async () => ({ waitForIdentify }) }),
    },
  });
  return client as Client<true>;

  async function waitForIdentify(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, gateway.timing.identifyMs));
  }
}

/** For requests in the bot's name. A limit that lasts, or that says no time (Cloudflare's), is an error at once. */
export function requestOptions(apiUrl: string, metrics: Metrics) {
  return {
    api: apiUrl,
    timeout: REQUEST_MS,
    retries: REQUEST_RETRIES,
    handlerSweepInterval: FORGET_ROUTES_MS,
    rejectOnRateLimit: ({ retryAfter }: { retryAfter: number }) => {
      metrics.rateLimited();
      return retryAfter <= 0 || retryAfter > LONGEST_WAIT_MS;
    },
  };
}

/** For first answers to interactions, which need no token; `acknowledge` decides about retries and limits. */
export function createCallbackRest(apiUrl: string, timeout: number): REST {
  const agent = new Agent({ connections: CALLBACK_CONNECTIONS });
  return new REST({ api: apiUrl, agent, timeout, retries: 0, rejectOnRateLimit: () => true });
}

/**
 * For what comes after the first answer to an interaction, which needs no token either. "Interaction
 * endpoints are not bound to the bot's Global Rate Limit", so that they do not wait in discord.js's
 * queue of fifty a second; the limits of a route hold.
 * https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
export function createAnswerRest(apiUrl: string, metrics: Metrics): REST {
  const agent = new Agent({ connections: ANSWER_CONNECTIONS });
  return new REST({
    ...requestOptions(apiUrl, metrics),
    agent,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
  });
}
