import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { CommandDefinition } from '../chat/command.ts';
import { errorFields, type Log } from '../log.ts';
import type { Call, ResultOf } from './calls.ts';
import { type Engine, type Holdings, TookTooLong } from './engine.ts';
import type { EngineNotice, EngineOpening, Opened } from './engine-tasks.ts';
import { createRefusedInputs } from './refused-inputs.ts';
import { startWorker, type Worker, WorkerEnded } from './worker.ts';

/** Where and how an engine is run. */
export interface EngineOptions {
  /** Path of the program that the process runs. */
  readonly entry: string;
  readonly opening: Omit<EngineOpening, 'resume' | 'refusedPages' | 'skippedSeeds'>;
  /** How long a question may take. Milliseconds. */
  readonly questionMs: number;
  /** How long somebody who types waits for suggestions. Milliseconds. */
  readonly completionMs: number;
  readonly log: Log;
  /** Told, at the first opening, how far the reading, and then the indexing, has come. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Told after the articles have changed. */
  readonly onChange?: () => void;
}

/** An engine in a process of its own. */
export interface RunningEngine extends Engine {
  /** Ends the process at once, whatever it does. What was asked is never answered. */
  stop(): void;
}

/** Another engine opens what was kept; without that it reads and indexes everything. Milliseconds. */
const REPLACED_WITHIN = 600_000;
/** Before an engine is replaced that did not live as long as it takes to be asked something: at first, and at most; doubled each time. Milliseconds. */
const BACKOFF_MS = 1_000;
const LONGEST_BACKOFF_MS = 30_000;
const SHORT_LIFE_MS = 5_000;

interface Waiting {
  readonly call: Call;
  /** Whether others were before it. */
  readonly hasWaited: boolean;
  /** Whether a process ended before it had taken it. */
  wasPutBack: boolean;
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
  const refusedInputs = createRefusedInputs();
  const refusedPages = new Map<string, string>();
  const skippedSeeds = new Map<string, string>();
  let commands: readonly CommandDefinition[] = [];
  let holdings: Holdings = { articles: [], passages: 0 };
  /** Undefined while one is being started. */
  let worker: Worker | undefined;
  let starting: Worker | undefined;
  let isBusy = false;
  /** Calls whose result nobody knows yet. */
  let unanswered = 0;
  let isOver = false;

  async function start(resume: boolean, onProgress: EngineOptions['onProgress']): Promise<void> {
    const fresh = startWorker(options.entry, {
      onNotice: (notice) => heed(notice as EngineNotice, onProgress),
      hasWorkers: true,
    });
    starting = fresh;
    const opening: EngineOpening = {
      ...options.opening,
      // What was kept may be older than what the one before had read: only where the folder is watched it is read again.
      resume: resume && options.opening.watch,
      refusedPages,
      skippedSeeds,
    };
    const deadlineMs = resume ? REPLACED_WITHIN : Number.POSITIVE_INFINITY;
    try {
      const opened = (await fresh.do({ kind: 'open', opening }, { deadlineMs }).result) as Opened;
      commands = opened.commands;
      hold(opened.holdings);
    } catch (error) {
      fresh.end();
      throw error;
    }
    worker = fresh;
    const since = performance.now();
    // Before anybody who waits for this one goes on: nothing is asked of a process that is gone.
    void fresh.ended.then((how) => replace(fresh, how, performance.now() - since));
  }

  /** One that ends while it does nothing is replaced, too. */
  async function replace(gone: Worker, how: string, lifeMs: number): Promise<void> {
    if (isOver || worker !== gone) return;
    worker = undefined;
    log.warn('engine ended, replacing it', { reason: how });
    let wait = BACKOFF_MS;
    if (lifeMs < SHORT_LIFE_MS && !isBusy) await pause(wait);
    while (!isOver) {
      try {
        await start(true, undefined);
        log.info('engine replaced', { articles: holdings.articles.length, passages: holdings.passages });
        return next();
      } catch (error) {
        if (isOver) return;
        log.error('engine could not be replaced, trying again', { delay: wait, ...errorFields(error) });
        for (const { reject } of waiting.splice(0)) reject(error);
        await pause(wait);
        wait = Math.min(LONGEST_BACKOFF_MS, 2 * wait);
      }
    }
  }

  function heed(notice: EngineNotice, onProgress: EngineOptions['onProgress']): void {
    switch (notice.kind) {
      case 'progress':
        onProgress?.(notice.done, notice.of);
        break;
      case 'page refused':
        refusedPages.set(notice.digest, notice.reason);
        break;
      case 'seed skipped':
        skippedSeeds.set(notice.file, notice.reason);
        break;
      case 'changed':
        hold(notice.holdings);
    }
  }

  function hold(now: Holdings): void {
    const isFirst = worker === undefined && holdings.articles.length === 0;
    if (isDeepStrictEqual(now, holdings)) return;
    holdings = now;
    if (!isFirst) options.onChange?.();
  }

  /** Counts a call as answered before whoever asked is told: they may ask again at once. */
  function answered(settle: (result: unknown) => void): (result: unknown) => void {
    return (result) => {
      unanswered -= 1;
      settle(result);
    };
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

  async function carryOut(by: Worker, asked: Waiting): Promise<void> {
    const { call, hasWaited } = asked;
    if (refusedInputs.has(call)) return asked.reject(new TookTooLong('it took too long before'));
    const { result, free } = by.do({ kind: 'call', call, hasWaited }, patienceFor(call));
    const isGivenUp = await result.then(
      (value) => {
        asked.resolve(value);
        return false;
      },
      (error: unknown) => isReasonToGiveUp(error, asked),
    );
    const isFree = await free;
    if (isGivenUp) refusedInputs.add(call, !isFree);
    if (!isFree) await by.ended;
  }

  /** Sees to it that whoever asked is told, now or by the next engine. @returns whether the call itself is to blame */
  function isReasonToGiveUp(error: unknown, asked: Waiting): boolean {
    const { call, wasPutBack, reject } = asked;
    const isUntaken = error instanceof WorkerEnded && !error.wasTaken;
    if (isUntaken && !wasPutBack) waiting.unshift({ ...asked, wasPutBack: true });
    else if (!(error instanceof TookTooLong || error instanceof WorkerEnded)) reject(error);
    else {
      if (!isOver) log.warn('a call was given up', { command: call.kind, reason: error.message });
      reject(new TookTooLong(error.message, { cause: error }));
      return !isUntaken;
    }
    return false;
  }

  function patienceFor({ kind }: Call) {
    if (kind !== 'complete') return { deadlineMs: questionMs };
    // Starting an engine anew takes longer than a question may: a key that comes late is no reason for it.
    return { deadlineMs: completionMs, graceMs: Math.max(0, questionMs - completionMs) };
  }

  await start(false, options.onProgress);
  return {
    get commands() {
      return commands;
    },
    get holdings() {
      return holdings;
    },
    call<C extends Call>(call: C): Promise<ResultOf<C>> {
      // Who asks as soon as the one before is answered has waited for nobody.
      const hasWaited = unanswered > 0;
      unanswered += 1;
      const result = new Promise<unknown>((resolve, reject) => {
        waiting.push({ call, hasWaited, wasPutBack: false, resolve: answered(resolve), reject: answered(reject) });
        next();
      });
      return result as Promise<ResultOf<C>>;
    },
    stop() {
      isOver = true;
      starting?.end();
    },
  };
}

function pause(ms: number): Promise<void> {
  return sleep(ms, undefined, { ref: false });
}
