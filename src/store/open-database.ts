import { sql } from 'kysely';
import pg from 'pg';
import type { Log } from '../log.ts';
import { openConnections, type Reach } from './connections.ts';
import { type Database, openDatabase } from './database.ts';
import { type EmbeddedServer, embeddedServer } from './embedded/embedded-server.ts';
import { isFounded } from './embedded/folder.ts';
import { lockFolder } from './embedded/folder-lock.ts';
import { insisting, whyUnavailable } from './insist.ts';
import { StoreMistake, StoreUnavailable } from './store.ts';

/** Where a store is, and what it needs to be opened. */
export interface Opening {
  /** Of a server of PostgreSQL, `postgres://…`; the embedded database in the folder where undefined. */
  readonly databaseUrl: string | undefined;
  /** Of the embedded database. */
  readonly folder: string;
  /** Path of the program of the process that holds the embedded database. */
  readonly entry: string;
  readonly log: Log;
  /** What the database refuses is tried again for so long; some seconds unless told. Milliseconds. */
  readonly patience?: number;
  /** What takes longer than so is not waited for; as suits the database unless told. Milliseconds. */
  readonly answersWithin?: number;
  /** Told of each query how long its answer, or its failure, took. Seconds. */
  readonly onAnswered?: (seconds: number) => void;
}

/** Connections to a server, for each process of the bot: PostgreSQL allows a hundred in all unless told otherwise. */
const SERVER = { most: 4, connectsWithin: 4_000, answersWithin: 8_000, idleFor: 60_000 };
/** A process whose machine is gone holds up nobody for longer. */
export const FREES_SOON = `set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3;
  set idle_in_transaction_session_timeout = '30s'`;
/** Its first start takes seconds, and on a busy machine more of them. After some minutes it gives its memory back. */
const EMBEDDED = { most: 1, connectsWithin: 60_000, answersWithin: 20_000, idleFor: 10 * 60_000 };

/**
 * Opens a database. A server need not be there yet; the embedded one starts when it is first used.
 * @throws StoreMistake where the operator has to put something right first
 */
export async function openDatabaseAt(opening: Opening): Promise<Database> {
  const { onAnswered } = opening;
  const insist = insisting(opening.log, opening.patience);
  if (opening.databaseUrl !== undefined) {
    const { answersWithin = SERVER.answersWithin } = opening;
    const client = clientOf(opening.databaseUrl);
    const reach: Reach = { ...SERVER, answersWithin, settings: FREES_SOON, client, onAnswered };
    const database = openDatabase(openConnections(reach), insist, () => false);
    await tryFirst(database);
    return database;
  }
  const embedded = await openFolder(opening);
  const client = { user: 'postgres', database: 'postgres', stream: () => embedded.connection() as never };
  const isEmpty = () => !isFounded(opening.folder);
  const database = openDatabase(openConnections({ ...EMBEDDED, client, onAnswered }), insist, isEmpty);
  return {
    ...database,
    // What a server does in the background nobody does here.
    tidy: () => database.read(async (tables) => void (await sql`vacuum`.execute(tables))),
    async close() {
      await database.close();
      await embedded.close();
    },
  };
}

/** @throws StoreMistake that does not repeat the address, which has a password in it */
export function clientOf(databaseUrl: string): pg.ClientConfig {
  const client = { connectionString: databaseUrl, application_name: 'wenzhai' };
  try {
    // It reads the files of certificates that an address may name.
    new pg.Client(client);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new StoreMistake(`the address of the library's database cannot be used${code === '' ? '' : ` (${code})`}`);
  }
  return client;
}

async function openFolder({ folder, entry, log }: Opening): Promise<EmbeddedServer> {
  try {
    return embeddedServer(entry, folder, await lockFolder(folder), log);
  } catch (error) {
    const why = whyUnavailable(error);
    if (why === undefined) throw error;
    throw new StoreMistake(`the library's folder cannot be used: ${why.reason}`);
  }
}

/** What is wrong with the address, the name or the version is said at once; what may pass is waited for later. */
async function tryFirst(database: Database): Promise<void> {
  try {
    await database.read(async () => {});
  } catch (error) {
    if (error instanceof StoreUnavailable && error.mayPass) return;
    await database.close();
    if (error instanceof StoreUnavailable) throw new StoreMistake(error.message);
    const { code, severity } = error as pg.DatabaseError;
    if (severity === 'FATAL') throw new StoreMistake(`the library's database refuses the connection (${code})`);
    throw error;
  }
}
