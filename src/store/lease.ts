import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { whyUnavailable } from './insist.ts';
import { close } from './listen.ts';
import { clientOf, FREES_SOON } from './open-database.ts';
import { StoreUnavailable } from './store.ts';

/**
 * What one process alone may do, as running some shards, among all that use a database. The one that has it keeps it until
 * it gives it back, or until its connection to the database is lost: then another may have it, and the first is told.
 */
export interface Lease {
  /** Resolves when it is lost, and never otherwise. */
  readonly lost: Promise<void>;
  release(): Promise<void>;
}

/** Takes leases of several things at once. */
export interface Leases {
  /**
   * @returns undefined where another process has any of them, and then none of them is taken
   * @throws StoreUnavailable where the database cannot be asked now
   */
  tryLease(names: readonly string[]): Promise<Lease | undefined>;
}

/** The connection is looked after so often. Milliseconds. */
const LOOK_MS = 500;
/** Without an answer for so long the connection is lost. Milliseconds. */
const ANSWERS_WITHIN = 3_000;
/** Advisory locks of leases are apart from others of the same database. */
const LEASES = 1_751_347_319;

/** @param databaseUrl of a server that several processes use */
export function leases(databaseUrl: string): Leases {
  const client = clientOf(databaseUrl);
  return {
    async tryLease(names) {
      const connection = new pg.Client({
        ...client,
        connectionTimeoutMillis: ANSWERS_WITHIN,
        query_timeout: ANSWERS_WITHIN,
      });
      connection.on('error', () => {});
      const lost = new Promise<void>((resolve) => connection.once('end', () => resolve()));
      try {
        await connection.connect();
        await connection.query(FREES_SOON);
        if (await areTaken(connection, names)) return leaseOver(connection, lost);
      } catch (error) {
        close(connection);
        const why = whyUnavailable(error);
        if (why === undefined) throw error;
        throw new StoreUnavailable(why.reason, why.mayPass);
      }
      await farewell(connection);
      return undefined;
    },
  };
}

function leaseOver(connection: pg.Client, lost: Promise<void>): Lease {
  const keeping = new AbortController();
  void keepAlive(connection, keeping.signal).catch(() => close(connection));
  return {
    lost: new Promise((resolve) => void lost.then(() => !keeping.signal.aborted && resolve())),
    async release() {
      keeping.abort();
      await farewell(connection);
    },
  };
}

/** A lock goes with its session, and that with a farewell, which may have nobody to go to. */
async function farewell(connection: pg.Client): Promise<void> {
  await Promise.race([connection.end(), wait(ANSWERS_WITHIN, undefined, { ref: false })]);
  close(connection);
}

async function areTaken(connection: pg.Client, names: readonly string[]): Promise<boolean> {
  for (const name of names) if (!(await isTaken(connection, name))) return false;
  return true;
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
    await wait(LOOK_MS, undefined, { signal, ref: false });
    await connection.query('select 1');
  }
}
