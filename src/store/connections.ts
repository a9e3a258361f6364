import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';

/** How a database is reached: a server of PostgreSQL, or the embedded one, which is spoken to in the same way. */
export interface Reach {
  /** What `pg` is told: an address, or a stream to speak on. */
  readonly client: pg.ClientConfig;
  /** SQL that sets up each connection. */
  readonly settings?: string;
  /** Connections at once. */
  readonly most: number;
  /** Whoever asks for a connection waits for one so long. Milliseconds. */
  readonly connectsWithin: number;
  /** What takes longer is not waited for: the connection is closed. Milliseconds. */
  readonly answersWithin: number;
  /** A connection that nobody has used for so long is closed. Milliseconds. */
  readonly idleFor: number;
  /** Told of each query how long its answer, or its failure, took. Seconds. */
  readonly onAnswered?: ((seconds: number) => void) | undefined;
}

/**
 * Connections for queries, opened as they are needed.
 * @returns what kysely wants
 */
export function openConnections({
  client,
  settings,
  most,
  connectsWithin,
  answersWithin,
  idleFor,
  onAnswered = () => {},
}: Reach): PostgresPool {
  const pool = new pg.Pool({
    ...client,
    max: most,
    connectionTimeoutMillis: connectsWithin,
    idleTimeoutMillis: idleFor,
    allowExitOnIdle: true,
    keepAlive: true,
    ...(settings === undefined ? {} : { onConnect: (connected) => setUp(connected, settings, connectsWithin) }),
  });
  // Whoever uses the connection is told by what they asked; nobody else has to hear of it.
  pool.on('error', () => {});
  pool.on('connect', (connected) => connected.on('error', () => {}));
  return {
    async connect() {
      const connected = await pool.connect();
      return {
        query: (...asked: [string, unknown[]]) =>
          timed(onAnswered, () => inTime(connected, answersWithin, connected.query(...asked))),
        release: (destroy?: boolean) => connected.release(destroy),
      } as unknown as PostgresPoolClient;
    },
    end: () => pool.end(),
  };
}

async function timed<Result>(onAnswered: (seconds: number) => void, ask: () => Promise<Result>): Promise<Result> {
  const since = performance.now();
  try {
    return await ask();
  } finally {
    onAnswered((performance.now() - since) / 1_000);
  }
}

/** @param within what takes longer is given up. Milliseconds */
async function setUp(client: pg.ClientBase, settings: string, within: number): Promise<void> {
  // Not among the types of what a query takes.
  const query: pg.QueryConfig & { readonly query_timeout: number } = { text: settings, query_timeout: within };
  await client.query(query);
}

/** `pg` gives up waiting, too, and leaves a connection behind on which everything waits for what takes long. */
async function inTime<Result>(client: pg.PoolClient, ms: number, asked: Promise<Result>): Promise<Result> {
  const timer = setTimeout(() => streamOf(client).destroy(), ms);
  try {
    return await asked;
  } finally {
    clearTimeout(timer);
  }
}

function streamOf(client: pg.PoolClient): { destroy(): void } {
  return (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream;
}
