import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandDefinition } from '../chat/command.ts';
import { errorFields, type Log } from '../log.ts';
import type { Call, ResultOf } from './calls.ts';
import { type Engine, type Holdings, TookTooLong } from './engine.ts';
import type { EngineNotice, EngineOpening, Opened } from './engine-tasks.ts';
import { startWorker, type Worker, WorkerEnded } from './worker.ts';

/** Where and how an engine is run. */
export interface EngineOptions {
  /** Path of the program that the process runs. */
  readonly entry: string;
  readonly opening: Omit<EngineOpening, 'keepLast' | 'refusedPages'>;
  /** How long a question may take. Milliseconds. */
  readonly questionMs: number;
  /** How long somebody who types waits for suggestions. Milliseconds. */
  readonly completionMs: number;
  readonly log: Log;
  /** Told how far the reading, and then the indexing, has come. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Told after the articles have changed. */
  readonly onChange?: () => void;
}

/** An engine in a process of its own. */
export interface RunningEngine extends Engine {
  /** Ends the process at once, whatever it does. What was asked is never answered. */
  stop(): void;
}

/** Inputs that ran into their deadline, so many, are not tried again. */
const REMEMBERED = 1_000;
/** Between attempts to replace an engine that does not start: at first, and at most; doubled each time. Milliseconds. */
const BACKOFF_MS = 1_000;
const LONGEST_BACKOFF_MS = 30_000;

interface Waiting {
  readonly call: Call;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/**
 * Starts the engine's process and opens its library. It does one call after the other, in the order they came;
 * one that takes too long ends the process, and another takes its place and goes on with those that wait.
 *
 * @throws what opening threw, known by its name (EmptyLibrary, DictionaryError), or WorkerEnded
 */
export async function openEngine(options: EngineOptions): Promise<RunningEngine> {
  const { log, questionMs, completionMs } = options;
  const waiting: Waiting[] = [];
  const refusedInputs = new Set<string>();
  const refusedPages = new Set<string>();
  let commands: readonly CommandDefinition[] = [];
  let holdings: Holdings = { articles: [], passages: 0 };
  /** Undefined while one is being started. */
  let worker: Worker | undefined;
  let isBusy = false;
  let isOver = false;
  let starting: Worker | undefined;

  async function start(keepLast: boolean): Promise<void> {
    const fresh = startWorker(options.entry, { onNotice, hasWorkers: true });
    starting = fresh;
    const opening: EngineOpening = { ...options.opening, keepLast, refusedPages: [...refusedPages] };
    try {
      const opened = (await fresh.do({ kind: 'open', opening }, { deadlineMs: Number.POSITIVE_INFINITY })
        .result) as Opened;
      ({ commands, holdings } = opened);
    } catch (error) {
      fresh.end();
      throw error;
    }
    worker = fresh;
    // Before anybody who waits for this one goes on: nothing is asked of a process that is gone.
    void fresh.ended.then(() => replace(fresh));
  }

  /** One that ends while it does nothing is replaced, too. */
  async function replace(gone: Worker): Promise<void> {
    if (isOver || worker !== gone) return;
    worker = undefined;
    for (let wait = BACKOFF_MS; !isOver; wait = Math.min(LONGEST_BACKOFF_MS, 2 * wait)) {
      try {
        await start(true);
        log.info('engine replaced', { articles: holdings.articles.length, passages: holdings.passages });
        options.onChange?.();
        return next();
      } catch (error) {
        if (isOver) return;
        log.error('engine could not be replaced, trying again', { delay: wait, ...errorFields(error) });
        for (const { reject } of waiting.splice(0)) reject(error);
        await sleep(wait, undefined, { ref: false });
      }
    }
  }

  function onNotice(given: unknown): void {
    const notice = given as EngineNotice;
    if (notice.kind === 'progress') options.onProgress?.(notice.done, notice.of);
    if (notice.kind === 'page refused') refusedPages.add(notice.digest);
    if (notice.kind === 'changed') {
      holdings = notice.holdings;
      options.onChange?.();
    }
  }

  function next(): void {
    if (worker === undefined || isBusy) return;
    const first = waiting.shift();
    if (first === undefined) return;
    isBusy = true;
    void carryOut(worker, first).then(() => {
      isBusy = false;
      next();
    });
  }

  async function carryOut(by: Worker, { call, resolve, reject }: Waiting): Promise<void> {
    if (refusedInputs.has(inputOf(call))) return reject(refused());
    const { result, free } = by.do({ kind: 'call', call }, patienceFor(call));
    await result.then(resolve, (error: unknown) => {
      if (!(error instanceof TookTooLong || error instanceof WorkerEnded)) return reject(error);
      log.warn('a call took too long', { command: call.kind, reason: error.message });
      reject(error instanceof WorkerEnded ? new TookTooLong(error.message, { cause: error }) : error);
    });
    if (await free) return;
    remember(call);
    await by.ended;
  }

  function patienceFor({ kind }: Call) {
    if (kind !== 'complete') return { deadlineMs: questionMs };
    // Starting an engine anew takes longer than a question may: a key that comes late is no reason for it.
    return { deadlineMs: completionMs, graceMs: Math.max(0, questionMs - completionMs) };
  }

  function remember(call: Call): void {
    if (refusedInputs.size >= REMEMBERED) refusedInputs.clear();
    refusedInputs.add(inputOf(call));
  }

  await start(false);
  return {
    get commands() {
      return commands;
    },
    get holdings() {
      return holdings;
    },
    call<C extends Call>(call: C): Promise<ResultOf<C>> {
      return new Promise((resolve, reject) => {
        waiting.push({ call, resolve: (result) => resolve(result as ResultOf<C>), reject });
        next();
      });
    },
    stop() {
      isOver = true;
      (worker ?? starting)?.end();
    },
  };
}

function refused(): TookTooLong {
  return new TookTooLong('it took too long before');
}

/** What makes two calls the same work: all but who reads the answer. */
function inputOf(call: Call): string {
  return JSON.stringify(call, (key, value) => (key === 'reader' || key === 'guildLocale' ? undefined : value));
}
