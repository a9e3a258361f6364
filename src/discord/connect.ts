import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, Events } from 'discord.js';
import { errorFields, type Log } from '../log.ts';
import { DiscordFailure, failureOfClose, refusedToken } from './discord-failure.ts';
import { backoff, type Timing } from './timing.ts';

/** What a connected client is for. */
export interface Connection {
  readonly token: string;
  readonly timing: Timing;
  readonly log: Log;
  /** A client that has not been used: one that failed to log in cannot log in again. */
  newClient(): Client<true>;
  /** The bot cannot go on; comes at most once per cause and may come at any time. */
  onFailure(failure: DiscordFailure): void;
  /** Gives up connecting. */
  readonly signal: AbortSignal | undefined;
}

/**
 * Connects, however often it takes: what may pass (no network, 5xx, an upgrade refused) is
 * tried again after a while.
 *
 * @returns a client that is ready
 * @throws DiscordFailure for what a person has to put right; the signal's reason when it is given up
 */
export async function connect(connection: Connection): Promise<Client<true>> {
  const { timing, log, signal } = connection;
  for (let failures = 0; ; failures += 1) {
    const client = connection.newClient();
    try {
      await logIn(client, connection);
      return client;
    } catch (error) {
      await client.destroy();
      const failure = failureOf(error);
      if (failure !== undefined) throw failure;
      signal?.throwIfAborted();
      const delay = Math.round(backoff(failures, timing));
      log.warn('could not connect, trying again', { attempt: failures + 1, delay, ...errorFields(error) });
      await sleep(delay, undefined, signal === undefined ? {} : { signal });
    }
  }
}

async function logIn(client: Client<true>, connection: Connection): Promise<void> {
  const { signal } = connection;
  const fatal = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    client.on(Events.ShardDisconnect, ({ code }) => {
      const failure = failureOfClose(code);
      if (failure === undefined) return;
      connection.onFailure(failure);
      reject(failure);
    });
  });
  fatal.catch(() => undefined);
  listen(client, connection.log);
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await Promise.race([fatal, client.login(connection.token).then(() => ready)]);
}

function listen(client: Client<true>, log: Log): void {
  // Without listeners these would end the process.
  client.on(Events.Error, (error) => log.error('client error', errorFields(error)));
  client.on(Events.ShardError, (error, shard) => log.warn('connection error', { shard, ...errorFields(error) }));
  client.on(Events.ShardReconnecting, (shard) => log.info('reconnecting', { shard }));
  client.on(Events.ShardResume, (shard) => log.info('resumed', { shard }));
  client.on(Events.ShardReady, (shard) => log.info('shard ready', { shard }));
}

function failureOf(error: unknown): DiscordFailure | undefined {
  if (error instanceof DiscordFailure) return error;
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return refusedToken();
  return error instanceof DiscordAPIError && error.status === 401 ? refusedToken() : undefined;
}
