import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { CHANNEL } from './database.ts';

/** A connection that says nothing for so long is looked after, and given up where that takes as long again. Milliseconds. */
const LOOK_MS = 3_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Hears of changes that other processes make, over a connection of its own that is opened again whenever it is lost.
 * @param onChange told of a server
 * @param onDoubt told whenever changes may have been missed: each time that it begins to hear
 * @returns ends it
 */
export function listen(
  client: pg.ClientConfig,
  onChange: (server: string) => void,
  onDoubt: () => void,
): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let current: pg.Client | undefined;

  async function hear(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      const connection = new pg.Client({ ...client, connectionTimeoutMillis: LOOK_MS, query_timeout: LOOK_MS });
      current = connection;
      const lost = new Promise<void>((resolve) => {
        connection.once('error', () => resolve());
        connection.once('end', () => resolve());
      });
      connection.on('error', () => {});
      connection.on('notification', ({ payload }) => payload !== undefined && onChange(payload));
      try {
        await connection.connect();
        await connection.query(`listen ${CHANNEL}`);
        pause = FIRST_PAUSE_MS;
        onDoubt();
        await Promise.race([lost, untilSilent(connection, signal)]);
      } catch {
        // It is tried again below, whatever it was.
      }
      close(connection);
      if (!signal.aborted) await wait(pause, undefined, { signal, ref: false }).catch(() => {});
      pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
    }
  }

  const over = hear();
  return async () => {
    stopping.abort();
    if (current !== undefined) close(current);
    await over;
  };
}

/** Resolves when the other end does not answer any more, which a connection alone may not notice for hours. */
async function untilSilent(connection: pg.Client, signal: AbortSignal): Promise<void> {
  for (;;) {
    await wait(LOOK_MS, undefined, { signal, ref: false });
    await connection.query('select 1');
  }
}

/** At once: a farewell may have nobody to go to. */
export function close(connection: pg.Client): void {
  (connection as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}
