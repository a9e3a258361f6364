import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { close } from './listen.ts';
import { clientOf } from './open-database.ts';

/**
 * What one process alone may do, as running a shard, among all that use a database. The one that has it keeps it until
 * it gives it back, or until its connection to the database is lost: then another may have it, and the first is told.
 */
export interface Lease {
  /** Resolves when it is lost, and never otherwise. What it was for is to stop at once: another may have begun. */
  readonly lost: Promise<void>;
  release(): Promise<void>;
}

/** Takes leases; how depends on the database. */
export type TakeLease = (name: string, signal: AbortSignal) => Promise<Lease>;

/** A lease that somebody else has is asked for so often, and a connection is looked after. Milliseconds. */
const ASK_MS = 500;
/** Without an answer for so long the connection is lost. Milliseconds. */
const ANSWERS_WITHIN = 3_000;
/** The server, too, notices in seconds that a process or its machine is gone, and gives the lease to the next. */
const FREES_SOON = '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3';
/** Advisory locks of leases are apart from others of the same database. */
const LEASES = 1_751_347_319;

/**
 * @param databaseUrl undefined: the embedded database, whose folder has one process anyway
 * @returns waits until the lease is free, and while the database cannot be reached, for as long as `signal` lets it:
 *   then it rejects with the signal's reason
 */
export function leases(databaseUrl: string | undefined): TakeLease {
  if (databaseUrl === undefined) return async () => ({ lost: new Promise(() => {}), release: async () => {} });
  const client = clientOf(databaseUrl);
  return async (name, signal) => {
    for (;;) {
      signal.throwIfAborted();
      const lease = await tryOnce(client, name, signal);
      if (lease !== undefined) return lease;
      await wait(ASK_MS, undefined, { signal });
    }
  };
}

/** Over one connection asks until the lease is free. @returns undefined where the connection was lost before */
async function tryOnce(client: pg.ClientConfig, name: string, signal: AbortSignal): Promise<Lease | undefined> {
  const connection = new pg.Client({
    ...client,
    connectionTimeoutMillis: ANSWERS_WITHIN,
    query_timeout: ANSWERS_WITHIN,
    options: FREES_SOON,
  });
  connection.on('error', () => {});
  const lost = new Promise<void>((resolve) => connection.once('end', () => resolve()));
  const give = () => close(connection);
  try {
    await connection.connect();
    while (!(await isTaken(connection, name))) await wait(ASK_MS, undefined, { signal });
  } catch {
    give();
    return undefined;
  }
  const keeping = new AbortController();
  void keepAlive(connection, keeping.signal).catch(give);
  return {
    lost: new Promise((resolve) => void lost.then(() => !keeping.signal.aborted && resolve())),
    async release() {
      keeping.abort();
      // A lock goes with its session, and that with a farewell.
      await Promise.race([connection.end(), wait(ANSWERS_WITHIN, undefined, { ref: false })]);
      give();
    },
  };
}

async function isTaken(connection: pg.Client, name: string): Promise<boolean> {
  const key = createHash('sha256').update(name).digest().readInt32BE(0);
  const { rows } = await connection.query<{ taken: boolean }>('select pg_try_advisory_lock($1, $2) as taken', [
    LEASES,
    key,
  ]);
  return rows[0]?.taken === true;
}

/** Rejects when the other end does not answer any more: it may have given the lease to another already. */
async function keepAlive(connection: pg.Client, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await wait(ASK_MS, undefined, { signal, ref: false });
    await connection.query('select 1');
  }
}
