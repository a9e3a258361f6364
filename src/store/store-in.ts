import type { Log } from '../log.ts';
import { additions } from './additions.ts';
import type { Database } from './database.ts';
import { leaving } from './leaving.ts';
import { listen } from './listen.ts';
import { clientOf } from './open-database.ts';
import { questions } from './questions.ts';
import { settings } from './settings.ts';
import { shelves } from './shelves.ts';
import type { Store } from './store.ts';

/**
 * What moderators have given to their servers' libraries, in a database that was opened.
 * @param databaseUrl where other processes may change it, too; undefined where there is no other
 */
export function storeIn(database: Database, databaseUrl: string | undefined, log: Log): Store {
  const kept = settings(database);
  const onUnreadable = (article: string) => log.error('kept article cannot be read', { article });
  const parts = {
    ...shelves(database, onUnreadable),
    ...additions(database),
    ...kept,
    ...questions(database, kept.settings),
    ...leaving(database),
  };
  /** Of these somebody here may hold something. */
  const asked = new Set<string>();
  const remembering =
    <Result>(ask: (server: string) => Promise<Result>) =>
    (server: string): Promise<Result> => {
      asked.add(server);
      return ask(server);
    };
  const listeners = new Set<(server: string) => void>();
  const tell = (server: string) => {
    for (const listener of listeners) listener(server);
  };
  database.onChange(tell);
  let stopListening: (() => Promise<void>) | undefined;
  return {
    ...parts,
    shelf: remembering(parts.shelf),
    revision: remembering(parts.revision),
    settings: remembering(parts.settings),
    bindings: remembering(parts.bindings),
    onChange(listener) {
      listeners.add(listener);
      if (databaseUrl !== undefined) {
        stopListening ??= listen(clientOf(databaseUrl), tell, () => [...asked].forEach(tell));
      }
      return () => listeners.delete(listener);
    },
    async close() {
      await stopListening?.();
      await database.close();
    },
  };
}
