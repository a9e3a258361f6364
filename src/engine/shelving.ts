import { errorFields, type Log } from '../log.ts';
import { TookTooLong } from './engine.ts';
import type { EngineNotice, EngineTask } from './engine-tasks.ts';
import { unpackError } from './protocol.ts';
import type { ServerShelf, Shelves } from './shelves.ts';
import { createSlots } from './slots.ts';
import { within } from './within.ts';
import { WorkerEnded } from './worker.ts';

/** Sees to it that the engine holds the libraries of the servers that ask, as they are on their shelves. */
export interface Shelving {
  /** What a server is answered from, where that is known and the engine holds it: at once, without waiting. */
  known(server: string): Revision | undefined;
  /**
   * Fetches what the engine does not hold and hands it over. Others are answered meanwhile.
   * @throws what the shelves throw; TookTooLong where they, or the engine, do not come back, or the library ends the
   *   engine again and again; what was thrown while the library was made
   */
  ready(server: string): Promise<Revision>;
  /** Whether an answer from this is not known to be out of date. */
  isCurrent(server: string, revision: Revision): boolean;
  /** How many libraries that the engine did not hold were made ready, since the start. */
  readonly coldLoads: number;
  /** The engine said that it does not hold it. */
  dropped(server: string): void;
  heed(notice: Extract<EngineNotice, { readonly server: string }>): void;
  /** The engine is gone, and another holds nothing. */
  engineEnded(): void;
  close(): void;
}

/** The revision of a server's library that is asked; the operator's where it has none. */
export type Revision = number | 'operators';

/** What is given to the engine beside calls. */
export type Errand = Extract<EngineTask, { readonly kind: 'shelve' | 'forget' }>;

/** The shelves say nothing for so long. Milliseconds. */
const SHELVES_MS = 10_000;
const LATE = 'the shelves did not come back';
/** So many are fetched and made at once: all that ask in one moment would not fit into memory together. */
const MOST_AT_ONCE = 8;
/** A library that changes so often while somebody waits for it is not waited for. */
const MOST_ATTEMPTS = 5;
/**
 * A library during whose making the engine has ended so often is not made again for a while, or until it changes: the
 * others would go with it. It may have been made beside the one to blame, so that it is tried again, once each while.
 */
const MOST_ENDED = 3;
const NOT_TRIED_MS = 10 * 60_000;

/** What is known of a server. */
interface Known {
  /** Counts what was told of changes: what was fetched before one is not used. */
  changes: number;
  /** Undefined from a change on, until the shelves say. */
  current: number | undefined;
  /** The revision at which it had no articles, and sees the operator's. */
  empty: number | undefined;
  /** The revision that the engine holds. */
  held: number | undefined;
  preparing: Promise<Revision> | undefined;
  /** How often the engine has ended while it made that revision, and when it did so last, of `now`. */
  ended: { readonly revision: number; readonly times: number; readonly at: number } | undefined;
}

interface Making {
  readonly revision: number;
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * @param hand gives something to the engine, when it is its turn
 * @param now milliseconds, monotonic
 */
export function createShelving(
  shelves: Shelves,
  hand: (errand: Errand) => void,
  log: Log,
  now: () => number = () => performance.now(),
): Shelving {
  const servers = new Map<string, Known>();
  const making = new Map<string, Making>();
  const inTurn = createSlots(MOST_AT_ONCE);
  const stopListening = shelves.onChange(changed);
  let coldLoads = 0;

  function of(server: string): Known {
    const known = servers.get(server) ?? unknown();
    servers.set(server, known);
    return known;
  }

  function revisionOf({ current, empty }: Known): Revision | undefined {
    return current === 0 || (current !== undefined && current === empty) ? 'operators' : current;
  }

  async function prepare(server: string, known: Known): Promise<Revision> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const { changes } = known;
      const isOutdated = () => known.changes !== changes;
      const revision = known.current ?? (await within(shelves.revision(server), SHELVES_MS, LATE));
      if (isOutdated()) continue;
      known.current = revision;
      if (revisionOf(known) === 'operators') {
        // There may have been something before.
        if (attempt > 0 || known.held !== undefined) forget(server, known);
        return 'operators';
      }
      if (known.held === revision) return revision;
      const isReady = await inTurn(() => fetched(server, known, changes));
      if (isReady !== undefined) return isReady;
    }
    throw new TookTooLong('the library of the server did not come to rest');
  }

  /** @returns undefined where there was a change meanwhile, or the engine has ended */
  async function fetched(server: string, known: Known, changes: number): Promise<Revision | undefined> {
    const shelf = await within(shelves.shelf(server), SHELVES_MS, LATE);
    if (known.changes !== changes) return undefined;
    known.current = shelf.revision;
    if (shelf.articles.length === 0 && shelf.operatorsArticles) {
      known.empty = shelf.revision;
      forget(server, known);
      return 'operators';
    }
    return (await isMade(server, shelf, known)) ? shelf.revision : undefined;
  }

  /** @returns whether it can be asked, and has not changed meanwhile */
  async function isMade(server: string, shelf: ServerShelf, known: Known): Promise<boolean> {
    const { changes, held } = known;
    const { revision } = shelf;
    const { ended } = known;
    if (ended?.revision === revision && ended.times >= MOST_ENDED && now() - ended.at < NOT_TRIED_MS)
      throw new TookTooLong('making the library of the server ends the engine');
    try {
      await new Promise<void>((resolve, reject) => {
        making.set(server, { revision, resolve, reject });
        hand({ kind: 'shelve', server, shelf });
      });
    } catch (error) {
      if (error instanceof WorkerEnded) return false;
      throw error;
    }
    if (held === undefined) coldLoads += 1;
    return known.changes === changes;
  }

  function forget(server: string, known: Known): void {
    known.held = undefined;
    hand({ kind: 'forget', server });
  }

  function ready(server: string): Promise<Revision> {
    const known = of(server);
    known.preparing ??= prepare(server, known)
      .catch((error: unknown) => {
        // What was held before a change is of no use until somebody says what it is now.
        if (known.current === undefined) forget(server, known);
        throw error;
      })
      .finally(() => {
        known.preparing = undefined;
      });
    return known.preparing;
  }

  /** What the engine holds is brought up to date at once, or dropped: what was removed does not wait for somebody to ask. */
  function changed(server: string): void {
    const known = servers.get(server);
    if (known === undefined) {
      // Of a run before this one something may be kept.
      hand({ kind: 'forget', server });
      return;
    }
    known.changes += 1;
    known.current = undefined;
    if (known.preparing !== undefined) return;
    if (known.held === undefined) forget(server, known);
    else
      ready(server).catch((error: unknown) => log.warn('a changed library could not be fetched', errorFields(error)));
  }

  return {
    known(server) {
      const known = servers.get(server);
      const revision = known && revisionOf(known);
      return revision === 'operators' || revision === known?.held ? revision : undefined;
    },
    ready,
    isCurrent(server, revision) {
      return revisionOf(of(server)) === revision;
    },
    get coldLoads() {
      return coldLoads;
    },
    dropped(server) {
      of(server).held = undefined;
    },
    heed(notice) {
      const { server } = notice;
      if (notice.kind === 'dropped') {
        of(server).held = undefined;
        return;
      }
      const made = making.get(server);
      making.delete(server);
      if (notice.kind === 'not shelved') return made?.reject(unpackError(notice.error));
      const known = of(server);
      known.held = notice.revision;
      known.ended = undefined;
      made?.resolve();
    },
    engineEnded() {
      for (const known of servers.values()) known.held = undefined;
      for (const [server, { revision, reject }] of [...making]) {
        making.delete(server);
        const known = of(server);
        const before = known.ended?.revision === revision ? known.ended.times : 0;
        known.ended = { revision, times: before + 1, at: now() };
        reject(new WorkerEnded('the engine ended', true));
      }
    },
    close: stopListening,
  };
}

function unknown(): Known {
  return { changes: 0, current: undefined, empty: undefined, held: undefined, preparing: undefined, ended: undefined };
}
