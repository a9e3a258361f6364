import { errorFields, type Log } from '../log.ts';
import type { Store } from '../store/store.ts';

/** How often what is past its time is deleted, and how long after the start for the first time. Milliseconds. */
const EVERY_MS = 6 * 3_600_000;
const FIRST_MS = 60_000;

/** Where the bot is. */
export interface Present {
  readonly servers: ReadonlySet<string>;
  /** Whether this process would know of the server, if the bot were there; another one does otherwise. */
  isOwn(server: string): boolean;
}

/** Keeps what is stored of servers in step with where the bot is. None of it throws, and nobody waits for it. */
export interface Upkeep {
  /** The bot begins: what happened while it did not run is made up for. */
  began(present: Present): void;
  /** The bot was added to a server. */
  joined(server: string): void;
  /** The bot was removed from a server. */
  left(server: string): void;
  stop(): void;
}

export function startUpkeep(store: Store, log: Log): Upkeep {
  let isOver = false;
  let last: Promise<void> = Promise.resolve();
  let timer = setTimeout(expire, FIRST_MS).unref();

  function expire(): void {
    inTurn(() => store.expire());
    timer = setTimeout(expire, EVERY_MS).unref();
  }

  /** One after the other: a server that is left and joined again has been joined. */
  function inTurn(work: () => Promise<void>): void {
    last = last
      .then(() => (isOver ? undefined : work()))
      .catch((error: unknown) => log.warn('upkeep of the library failed', errorFields(error)));
  }

  return {
    began: ({ servers, isOwn }) =>
      inTurn(async () => {
        for (const { id, hasLeft } of await store.servers()) {
          if (isOver || !isOwn(id) || hasLeft !== servers.has(id)) continue;
          await (hasLeft ? store.joined(id) : store.left(id));
        }
      }),
    joined: (server) => inTurn(() => store.joined(server)),
    left: (server) => inTurn(() => store.left(server)),
    stop() {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
