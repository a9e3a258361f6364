import { setTimeout as sleep } from 'node:timers/promises';
import type { Settings, Store } from '../store/store.ts';
import { calledBy } from './title.ts';

/** How the bot is to behave in a server. */
export interface Standing {
  readonly settings: Settings;
  /** By channel, thread, forum post or message: the article that questions there go to. */
  readonly bindings: ReadonlyMap<string, string>;
}

/** An article on a server's shelf, without its text. */
export interface Titled {
  readonly id: string;
  /** Its id where it has none. */
  readonly title: string;
  readonly addedAt: Date;
}

/** What is known of servers, kept in memory until it changes. */
export interface Standings {
  /** @throws StoreUnavailable */
  of(server: string): Promise<Standing>;
  /**
   * As `of`, for whoever cannot wait: what was known last where the database is slow or away, and undefined where nothing was.
   * @param ms how long is waited where nothing was. Milliseconds
   */
  soon(server: string, ms?: number): Promise<Standing | undefined>;
  /** The articles on the server's shelf. @throws StoreUnavailable */
  titles(server: string): Promise<readonly Titled[]>;
  /** As `titles`, for whoever cannot wait. */
  titlesSoon(server: string): Promise<readonly Titled[] | undefined>;
  /** Something has changed: what comes next is read anew. */
  drop(server: string): void;
  /** Changes are no longer heeded. */
  close(): void;
}

/** So many servers are remembered; those that were asked for longest ago are forgotten. */
const MOST = 2_000;
/** So long somebody waits who cannot wait. Milliseconds. */
const SOON_MS = 400;

/** @param store what it is read from; changes that it tells are heeded */
export function createStandings(store: Store): Standings {
  const standings = createKept(async (server): Promise<Standing> => {
    const [settings, bindings] = await Promise.all([store.settings(server), store.bindings(server)]);
    return { settings, bindings };
  });
  const titles = createKept(async (server): Promise<readonly Titled[]> => {
    const { articles } = await store.shelf(server);
    return articles.map(({ article, addedAt }) => ({ id: article.id, title: calledBy(article), addedAt }));
  });
  const drop = (server: string) => {
    standings.drop(server);
    titles.drop(server);
  };
  const close = store.onChange(drop);
  return {
    of: standings.of,
    soon: standings.soon,
    titles: titles.of,
    titlesSoon: titles.soon,
    drop,
    close,
  };
}

/** Values by server, read when somebody asks, and once for all who ask meanwhile. */
function createKept<Value>(read: (server: string) => Promise<Value>) {
  const current = new Map<string, Promise<Value>>();
  /** What was read last, though it may have changed since. */
  const last = new Map<string, Value>();

  function of(server: string): Promise<Value> {
    const known = current.get(server);
    if (known !== undefined) {
      remember(current, server, known);
      return known;
    }
    const reading = read(server).then(
      (value) => {
        remember(last, server, value);
        return value;
      },
      (error: unknown) => {
        if (current.get(server) === reading) current.delete(server);
        throw error;
      },
    );
    remember(current, server, reading);
    return reading;
  }

  return {
    of,
    async soon(server: string, ms = SOON_MS): Promise<Value | undefined> {
      const reading = of(server).catch(() => undefined);
      const waiting = new AbortController();
      const late = sleep(last.has(server) ? SOON_MS : ms, undefined, { ref: false, signal: waiting.signal });
      const value = await Promise.race([reading, late.catch(() => undefined)]);
      waiting.abort();
      return value ?? last.get(server);
    },
    drop: (server: string) => void current.delete(server),
  };
}

function remember<Value>(kept: Map<string, Value>, server: string, value: Value): void {
  kept.delete(server);
  kept.set(server, value);
  const [oldest] = kept.keys();
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
}
