import { joinLibraries } from '../library/joined-library.ts';
import type { Library } from '../library/library.ts';
import type { FillableMeaning } from '../library/meanings.ts';
import type { OpenLibrary } from '../library/open.ts';
import type { ServerCaches } from '../library/server-cache.ts';
import { openServerLibrary, type ServerLibrary } from '../library/server-library.ts';
import { errorFields, type Log } from '../log.ts';
import type { ServerShelf } from './shelves.ts';

/** The libraries of servers that are held in memory; those that were asked last. */
export interface ServerLibraries {
  /** Makes the server's library ready to be asked, in the place of what is held of it. Others are answered meanwhile. */
  take(server: string, shelf: ServerShelf): Promise<void>;
  /** @throws NotShelved where this very revision is not held */
  of(server: string, revision: number): Library;
  /** Nothing of it stays, in memory or on the disk. */
  forget(server: string): void;
}

/** The engine does not hold the library: it has to be handed over. */
export class NotShelved extends Error {
  override readonly name = 'NotShelved';
}

/** How they are held. */
export interface HoldingServers {
  readonly operators: OpenLibrary;
  /** Makes one more; words alone decide where it gives none. */
  readonly newMeaning: () => FillableMeaning | undefined;
  /** Nothing is kept between runs where undefined. */
  readonly caches: ServerCaches | undefined;
  /** What all of them together may take, estimated; one stays in any case. Bytes. */
  readonly mostBytes: number;
  readonly log: Log;
  /** Told after a library had to give way. */
  readonly onDropped: (server: string) => void;
}

interface Held {
  readonly own: ServerLibrary;
  readonly library: Library;
  readonly withOperators: boolean;
  readonly revision: number;
  /** When it was handed over or asked last, of `performance.now()`. */
  readonly usedAt: number;
}

/**
 * Whoever has waited for a library is on their way to it: it does not give way so soon, or those that do not fit
 * together would chase each other out without end. Milliseconds.
 */
const IN_USE_MS = 1_000;

/** Milliseconds. */
const FILLED_AFTER_MS = 300;

/** What is kept on the disk is looked through after so many libraries. */
const PRUNED_AFTER = 500;

export function holdServerLibraries(options: HoldingServers): ServerLibraries {
  const { operators, newMeaning, caches, mostBytes, log, onDropped } = options;
  /** Those asked last are last. */
  const held = new Map<string, Held>();
  /** What is being done for a server: each sees what the one before has made. */
  const last = new Map<string, Promise<void>>();
  const unfilled = new Set<ServerLibrary>();
  let isFilling = false;
  let isMakingRoom = false;
  let opened = 0;

  async function takeNext(server: string, { revision, articles, operatorsArticles }: ServerShelf): Promise<void> {
    const before = held.get(server);
    const own =
      before?.own ?? (await openServerLibrary(articles, { meaning: newMeaning(), cache: caches?.of(server) }));
    if (before !== undefined) await own.take(articles);
    else if (opened++ % PRUNED_AFTER === 0) caches?.prune();
    const library = before?.withOperators === operatorsArticles ? before.library : libraryOf(own, operatorsArticles);
    held.delete(server);
    held.set(server, { own, library, withOperators: operatorsArticles, revision, usedAt: performance.now() });
    makeRoom();
    unfilled.add(own);
    // Whoever waits for it is answered first.
    setTimeout(() => void fill(), FILLED_AFTER_MS).unref();
  }

  function libraryOf(own: ServerLibrary, withOperators: boolean): Library {
    return withOperators ? joinLibraries(own, operators) : own;
  }

  function makeRoom(): void {
    let bytes = [...held.values()].reduce((sum, { own }) => sum + own.bytes(), 0);
    for (const [server, { own, usedAt }] of held) {
      if (bytes <= mostBytes || held.size === 1) return;
      if (performance.now() - usedAt < IN_USE_MS) {
        makeRoomLater();
        return;
      }
      bytes -= own.bytes();
      held.delete(server);
      own.leave();
      unfilled.delete(own);
      onDropped(server);
    }
  }

  function makeRoomLater(): void {
    if (isMakingRoom) return;
    isMakingRoom = true;
    setTimeout(() => {
      isMakingRoom = false;
      makeRoom();
    }, IN_USE_MS).unref();
  }

  /** One after the other, those first that were asked last; nothing is gained by making several halfway. */
  async function fill(): Promise<void> {
    if (isFilling) return;
    isFilling = true;
    for (let next = lastAsked(); next !== undefined; next = lastAsked()) {
      unfilled.delete(next);
      await next.fill().catch((error: unknown) => log.warn('vectors could not be made', errorFields(error)));
    }
    isFilling = false;
  }

  function lastAsked(): ServerLibrary | undefined {
    return [...held.values()].map(({ own }) => own).findLast((own) => unfilled.has(own));
  }

  /** Each sees what the one before has made. */
  function inOrder(server: string, work: () => Promise<void>): Promise<void> {
    const before = last.get(server) ?? Promise.resolve();
    const done = before.catch(() => undefined).then(work);
    last.set(server, done);
    const isOver = () => {
      if (last.get(server) === done) last.delete(server);
    };
    done.then(isOver, isOver);
    return done;
  }

  function forgetNow(server: string): void {
    const found = held.get(server);
    held.delete(server);
    if (found === undefined) caches?.of(server).remove();
    else unfilled.delete(found.own);
    found?.own.forget();
  }

  return {
    take: (server, shelf) => inOrder(server, () => takeNext(server, shelf)),
    of(server, revision) {
      const found = held.get(server);
      if (found?.revision !== revision) throw new NotShelved('the library of the server is not held');
      held.delete(server);
      held.set(server, { ...found, usedAt: performance.now() });
      return found.library;
    },
    forget(server) {
      if (last.has(server)) void inOrder(server, async () => forgetNow(server));
      else forgetNow(server);
    },
  };
}
