import { availableParallelism } from 'node:os';
import type { Command } from '../chat/command.ts';
import { loadDictionary } from '../language/dictionary.ts';
import type { Library } from '../library/library.ts';
import { createMeanings, type FillableMeaning } from '../library/meanings.ts';
import { type OpenLibrary, openLibrary } from '../library/open.ts';
import { openServerCaches } from '../library/server-cache.ts';
import { watchLibrary } from '../library/watch.ts';
import { errorFields, type Log } from '../log.ts';
import { openNetwork } from '../network/open-network.ts';
import { createReadingTime, type ReadingTime } from '../network/reading-time.ts';
import { carryOut } from './answering.ts';
import { encodeElsewhere } from './encode-elsewhere.ts';
import { holdingsOf } from './engine.ts';
import type { EngineNotice, EngineOpening, EngineTask, Opened } from './engine-tasks.ts';
import { createPageReader } from './page-reader.ts';
import { packError } from './protocol.ts';
import { notify, serve } from './serve.ts';
import { holdServerLibraries, type ServerLibraries } from './server-libraries.ts';
import type { ServerShelf } from './shelves.ts';
import { readAhead, warmUp } from './warm-up.ts';

/** What the engine's process is made of. */
export interface EngineProcess {
  readonly commands: readonly Command[];
  readonly log: Log;
  /** Path of the program that reads pages. */
  readonly pageEntry: string;
  /** Path of the program that makes vectors beside this one; all are made here where undefined. */
  readonly encodeEntry?: string;
}

/** Makes this process the engine: it opens a library when it is told to, and answers from it. */
export function serveEngine({ commands, log, pageEntry, encodeEntry }: EngineProcess): void {
  const readingTime = createReadingTime();
  let library: OpenLibrary | undefined;
  let servers: ServerLibraries | undefined;

  async function open(opening: EngineOpening): Promise<Opened> {
    // The network is read while the first page is, in the other process.
    const mostStates = opening.mayBeEmpty ? SERVERS_STATES : undefined;
    const newMeaning = openMeaning({ log, readingTime, encodeEntry, mostStates });
    const meaning = newMeaning.then((make) => make?.({ keepsOwnStates: true }));
    const opened = await openWith(opening, { log, pageEntry, meaning });
    library = opened;
    servers = serversBeside(opened, opening, await newMeaning);
    if (opened.passages <= opening.filledFirst) await fill(opened);
    else void fill(opened);
    await warmUp(opened, (await newMeaning)?.());
    if (opening.watch) {
      watchLibrary(opening.folder, opened, log, () => changed(opened));
      readOn(opened);
    }
    return { commands: commands.map(({ run: _, ...definition }) => definition), holdings: holdingsOf(opened) };
  }

  function serversBeside(
    operators: OpenLibrary,
    { cacheDir, serversBytes = SERVERS_BYTES }: EngineOpening,
    newMeaning: NewMeaning | undefined,
  ): ServerLibraries {
    return holdServerLibraries({
      operators,
      newMeaning: () => newMeaning?.(),
      caches: cacheDir === undefined ? undefined : openServerCaches(cacheDir, { log }),
      mostBytes: serversBytes,
      log,
      onDropped: (server) => tell({ kind: 'dropped', server }),
    });
  }

  /** Goes on while others are answered. */
  function shelve(to: ServerLibraries, server: string, shelf: ServerShelf): void {
    const { revision } = shelf;
    to.take(server, shelf).then(
      () => tell({ kind: 'shelved', server, revision }),
      (error: unknown) => tell({ kind: 'not shelved', server, error: packError(error) }),
    );
  }

  function changed(opened: OpenLibrary): void {
    tell({ kind: 'changed', holdings: holdingsOf(opened) });
    void fill(opened);
    readOn(opened);
  }

  async function fill(opened: OpenLibrary): Promise<void> {
    await opened.fill().catch((error: unknown) => log.warn('vectors could not be made', errorFields(error)));
  }

  /** Reading ahead goes on while people are answered, and ends when there is something newer to read. */
  function readOn(opened: Library): void {
    const { articles } = opened;
    readAhead(articles, () => opened.articles !== articles).catch((error: unknown) =>
      log.warn('reading ahead failed', errorFields(error)),
    );
  }

  serve((given) => {
    const task = given as EngineTask;
    if (task.kind === 'open') return open(task.opening);
    if (library === undefined || servers === undefined) throw new Error('the engine was asked before it was opened');
    switch (task.kind) {
      case 'shelve':
        return shelve(servers, task.server, task.shelf);
      case 'forget':
        return servers.forget(task.server);
      case 'call': {
        const { call, hasWaited, revision } = task;
        const asked = revision === undefined ? library : servers.of(call.server ?? '', revision);
        readingTime.asked(hasWaited);
        return carryOut(call, commands, asked);
      }
    }
  });
}

/**
 * What the libraries of servers may take in memory, where nobody said: some thirty of five articles. One that gave way is
 * made again of what is kept, which takes less than answering a question. Bytes.
 */
const SERVERS_BYTES = 64 * 1024 * 1024;
/** What is kept of windows that were read, where many libraries are read in turn, beside those of the operator's. Bytes. */
const SERVERS_STATES = 64 * 1024 * 1024;

interface MeaningMeans {
  readonly log: Log;
  readonly readingTime: ReadingTime;
  readonly encodeEntry: string | undefined;
  readonly mostStates: number | undefined;
}

/** Makes the meaning of one more library. */
type NewMeaning = ReturnType<typeof createMeanings>;

/** One line tells why there is none: words alone answer then. */
async function openMeaning({
  log,
  readingTime,
  encodeEntry,
  mostStates,
}: MeaningMeans): Promise<NewMeaning | undefined> {
  const network = await openNetwork((reason) => log.warn('questions are answered from words alone', { reason }));
  if (network === undefined) return undefined;
  // On a single core it would take from this process what it gives.
  const isWorthIt = encodeEntry !== undefined && availableParallelism() > 1;
  return createMeanings(network, {
    time: readingTime,
    openElsewhere: isWorthIt ? () => encodeElsewhere(encodeEntry) : undefined,
    mostStates,
  });
}

interface Means {
  readonly log: Log;
  readonly pageEntry: string;
  readonly meaning: Promise<FillableMeaning | undefined>;
}

async function openWith(opening: EngineOpening, { log, pageEntry, meaning }: Means): Promise<OpenLibrary> {
  const {
    folder,
    cacheDir,
    ownFolders = [],
    worthKeeping,
    resume,
    mayBeEmpty,
    pageMs,
    refusedPages,
    skippedSeeds,
  } = opening;
  const pages = createPageReader({
    entry: pageEntry,
    deadlineMs: pageMs,
    refused: refusedPages,
    onRefused: (digest, reason) => tell({ kind: 'page refused', digest, reason }),
  });
  const opened = openLibrary(folder, {
    log,
    ...(cacheDir === undefined ? {} : { cacheDir }),
    ownFolders,
    worthKeeping,
    resume,
    mayBeEmpty,
    meaning,
    skipped: skippedSeeds,
    onSkip: (file, reason) => tell({ kind: 'seed skipped', file, reason }),
    readPage: async (bytes, path) => {
      const { articles, refused } = await pages.read({ bytes, path, summed: false });
      return { articles, refused };
    },
    progress: (done, of) => tell({ kind: 'progress', done, of }),
  });
  // What is thrown is thrown once more where it is awaited.
  opened.catch(() => {});
  // The dictionary is loaded while the first page is read in the other process.
  loadDictionary();
  return opened;
}

function tell(notice: EngineNotice): void {
  notify(notice);
}
