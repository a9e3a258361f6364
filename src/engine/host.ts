import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { CommandDefinition } from '../chat/command.ts';
import { errorFields, type Log } from '../log.ts';
import type { Call, ResultOf } from './calls.ts';
import { type Engine, type Holdings, TookTooLong } from './engine.ts';
import type { EngineNotice, EngineOpening, Opened } from './engine-tasks.ts';
import { createRefusedInputs } from './refused-inputs.ts';
import type { Shelves } from './shelves.ts';
import { createShelving, type Errand, type Revision, type Shelving } from './shelving.ts';
import { within } from './within.ts';
import { startWorker, type Worker, WorkerEnded } from './worker.ts';

/** Where and how an engine is run. */
export interface EngineOptions {
  /** Path of the program that the process runs. */
  readonly entry: string;
  readonly opening: Omit<EngineOpening, 'resume' | 'mayBeEmpty' | 'refusedPages' | 'skippedSeeds'>;
  /** Where the articles of servers come from: with them the operator may have none. All ask the operator's without. */
  readonly shelves?: Shelves | undefined;
  /** Whether there may be no article of the operator's even so: who wants nothing answered needs none. */
  readonly mayBeEmpty?: boolean | undefined;
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
/** The library of a server is fetched and made ready within so long, or nobody waits for it any longer. Milliseconds. */
const READY_MS = 20_000;
/** What is given to the engine beside calls is begun, not done, when it comes back. Milliseconds. */
const ERRAND_MS = 10_000;
/** A call that meets other articles again and again is given up. */
const MOST_ATTEMPTS = 5;
/** What a call comes back with that has to be made again: what it was to be answered from has changed. */
const OUTDATED = Symbol('outdated');

interface Waiting {
  readonly call: Call;
  /** Of what it is to be answered from. */
  readonly revision: Revision;
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
  let errands: Errand[] = [];
  const shelving = options.shelves === undefined ? undefined : createShelving(options.shelves, giveErrand, log);
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
      mayBeEmpty: options.mayBeEmpty ?? options.shelves !== undefined,
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
    // What the next one holds it is given anew.
    errands = errands.filter(({ kind }) => kind === 'forget');
    shelving?.engineEnded();
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
        break;
      default:
        shelving?.heed(notice);
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

  function giveErrand(errand: Errand): void {
    // Nobody takes it any more: what is put back at once would be given again and again.
    if (isOver) return;
    errands.push(errand);
    next();
  }

  function next(): void {
    if (worker === undefined || isBusy) return;
    const work = nextWork(worker);
    if (work === undefined) return;
    isBusy = true;
    void work.then(() => {
      isBusy = false;
      next();
    });
  }

  /** An errand takes no longer than handing it over. */
  function nextWork(by: Worker): Promise<void> | undefined {
    const errand = errands.shift();
    if (errand !== undefined) return doErrand(by, errand);
    const first = waiting.shift();
    return first && carryOut(by, first);
  }

  async function doErrand(by: Worker, errand: Errand): Promise<void> {
    const { result, free } = by.do(errand, { deadlineMs: ERRAND_MS });
    await result.catch((error: unknown) => {
      // What is on the disk is to go, whichever engine sees to it.
      if (error instanceof WorkerEnded && errand.kind === 'forget') giveErrand(errand);
      else if (!isOver) log.warn('a call was given up', { command: errand.kind, ...errorFields(error) });
    });
    if (!(await free)) await by.ended;
  }

  async function carryOut(by: Worker, asked: Waiting): Promise<void> {
    const { call, revision, hasWaited } = asked;
    if (isOutdated(call, revision)) return asked.resolve(OUTDATED);
    // The same to all who are answered from the same.
    const input: Call = revision === 'operators' ? { ...call, server: undefined } : call;
    if (refusedInputs.has(input)) return asked.reject(new TookTooLong('it took too long before'));
    const task = { kind: 'call', call, hasWaited, revision: revision === 'operators' ? undefined : revision };
    const { result, free } = by.do(task, patienceFor(call));
    const isGivenUp = await result.then(
      (value) => {
        asked.resolve(isOutdated(call, revision) ? OUTDATED : value);
        return false;
      },
      (error: unknown) => isReasonToGiveUp(error, asked),
    );
    const isFree = await free;
    if (isGivenUp) refusedInputs.add(input, !isFree);
    if (!isFree) await by.ended;
  }

  /** Whether there has been news of the server since it was known what to answer from. */
  function isOutdated({ server }: Call, revision: Revision): boolean {
    return server !== undefined && shelving !== undefined && !shelving.isCurrent(server, revision);
  }

  /** Sees to it that whoever asked is told, now or by the next engine. @returns whether the call itself is to blame */
  function isReasonToGiveUp(error: unknown, asked: Waiting): boolean {
    const { call, wasPutBack, reject } = asked;
    if (error instanceof Error && error.name === 'NotShelved') {
      shelving?.dropped(call.server ?? '');
      asked.resolve(OUTDATED);
      return false;
    }
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

  function queue(call: Call, revision: Revision): Promise<unknown> {
    // Who asks as soon as the one before is answered has waited for nobody.
    const hasWaited = unanswered > 0;
    unanswered += 1;
    return new Promise<unknown>((resolve, reject) => {
      waiting.push({
        call,
        revision,
        hasWaited,
        wasPutBack: false,
        resolve: answered(resolve),
        reject: answered(reject),
      });
      next();
    });
  }

  /** From the library that the server has at the moment when it is answered. */
  async function callIn(server: string, call: Call, of: Shelving): Promise<unknown> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const revision = of.known(server) ?? (await soon(of.ready(server), call));
      const result = await queue(call, revision);
      if (result !== OUTDATED) return result;
    }
    throw new TookTooLong('the library of the server did not come to rest');
  }

  function soon(ready: Promise<Revision>, { kind }: Call): Promise<Revision> {
    const ms = kind === 'complete' ? completionMs : READY_MS;
    return within(ready, ms, 'the library of the server is not ready');
  }

  await start(false, options.onProgress);
  return {
    get commands() {
      return commands;
    },
    get holdings() {
      return holdings;
    },
    hasShelves: shelving !== undefined,
    get coldLoads() {
      return shelving?.coldLoads ?? 0;
    },
    call<C extends Call>(call: C): Promise<ResultOf<C>> {
      const { server } = call;
      const isShelved = server !== undefined && shelving !== undefined;
      const result = isShelved ? callIn(server, call, shelving) : queue(call, 'operators');
      return result as Promise<ResultOf<C>>;
    },
    stop() {
      isOver = true;
      shelving?.close();
      starting?.end();
    },
  };
}

function pause(ms: number): Promise<void> {
  return sleep(ms, undefined, { ref: false });
}
