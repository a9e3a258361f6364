import type pg from 'pg';
import type { Log } from '../log.ts';
import { additions } from './additions.ts';
import { openConnections, type Reach } from './connections.ts';
import { type Database, openDatabase } from './database.ts';
import { type EmbeddedServer, embeddedServer } from './embedded/embedded-server.ts';
import { isFounded } from './embedded/folder.ts';
import { lockFolder } from './embedded/folder-lock.ts';
import { insisting, whyUnavailable } from './insist.ts';
import { leaving } from './leaving.ts';
import { listen } from './listen.ts';
import { questions } from './questions.ts';
import { settings } from './settings.ts';
import { shelves } from './shelves.ts';
import { type Store, StoreMistake, StoreUnavailable } from './store.ts';

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
}

/** Connections to a server, for each process of the bot: PostgreSQL allows a hundred in all unless told otherwise. */
const CONNECTIONS = 4;
const SERVER = { most: CONNECTIONS, connectsWithin: 4_000, answersWithin: 8_000, idleFor: 60_000 };
/** Its first start takes seconds, and on a busy machine more of them. After some minutes it gives its memory back. */
const EMBEDDED = { most: 1, connectsWithin: 60_000, answersWithin: 20_000, idleFor: 10 * 60_000 };

/**
 * Opens what moderators have given to their servers' libraries. A server of PostgreSQL need not be there yet: until it
 * is, what is asked throws StoreUnavailable. The embedded database starts when something is first kept or read.
 *
 * @throws StoreMistake where the operator has to put something right first
 */
export async function openStore({ databaseUrl, folder, entry, log, patience }: Opening): Promise<Store> {
  const insist = insisting(log, patience);
  const listeners = new Set<(server: string) => void>();
  /** Of these somebody here may hold something. */
  const asked = new Set<string>();
  const tell = (server: string) => {
    for (const listener of listeners) listener(server);
  };
  const client = databaseUrl === undefined ? undefined : clientOf(databaseUrl);
  const embedded = client === undefined ? await openFolder(folder, entry, log) : undefined;
  const reach: Reach =
    client === undefined
      ? {
          ...EMBEDDED,
          client: { user: 'postgres', database: 'postgres', stream: () => embedded?.connection() as never },
        }
      : { ...SERVER, client };
  const isEmpty = () => embedded !== undefined && !isFounded(folder);
  const database = openDatabase(openConnections(reach), insist, isEmpty, tell);
  let stopListening: (() => Promise<void>) | undefined;
  if (client !== undefined) await tryFirst(database);

  const kept = settings(database);
  const onUnreadable = (_server: string, article: string) => log.error('kept article cannot be read', { article });
  const parts = {
    ...shelves(database, onUnreadable),
    ...additions(database),
    ...kept,
    ...questions(database, kept.settings),
    ...leaving(database),
  };
  const remembering =
    <Result>(ask: (server: string) => Promise<Result>) =>
    (server: string): Promise<Result> => {
      asked.add(server);
      return ask(server);
    };
  return {
    ...parts,
    shelf: remembering(parts.shelf),
    revision: remembering(parts.revision),
    settings: remembering(parts.settings),
    bindings: remembering(parts.bindings),
    onChange(listener) {
      listeners.add(listener);
      if (client !== undefined) stopListening ??= listen(client, tell, () => [...asked].forEach(tell));
      return () => listeners.delete(listener);
    },
    async close() {
      await stopListening?.();
      await database.close();
      await embedded?.close();
    },
  };
}

async function openFolder(folder: string, entry: string, log: Log): Promise<EmbeddedServer> {
  try {
    return embeddedServer(entry, folder, await lockFolder(folder), log);
  } catch (error) {
    const why = whyUnavailable(error);
    if (why === undefined) throw error;
    throw new StoreMistake(`the library's folder cannot be used: ${why.reason}`);
  }
}

/** @throws StoreMistake that does not repeat the address, which has a password in it */
function clientOf(databaseUrl: string): pg.ClientConfig {
  if (!URL.canParse(databaseUrl)) throw new StoreMistake('DATABASE_URL is no address of a database');
  return { connectionString: databaseUrl, application_name: 'wenzhai' };
}

/** What is wrong with the address, the name or the version is said at once; what may pass is waited for later. */
async function tryFirst(database: Database): Promise<void> {
  try {
    await database.read(async () => {});
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    if (!error.mayPass) throw new StoreMistake(`the library's database cannot be used: ${error.message}`);
  }
}
