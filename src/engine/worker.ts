import { type ChildProcess, fork } from 'node:child_process';
import { TookTooLong } from './engine.ts';
import { type Message, unpackError } from './protocol.ts';

/**
 * A process of the program that does one task at a time.
 *
 * A process and no thread: nodejieba leaks 240 MB in each thread that loads it, its native code cannot be
 * interrupted, and what makes it abort ends the whole process. A process is ended for certain, whatever it does.
 */
export interface Worker {
  /** The one before must have left the worker free. */
  do(given: unknown, patience: Patience): Doing;
  /** Ends it at once. What it was doing is lost. */
  end(): void;
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>;
}

/** How long a task may take, from when the worker takes it. Milliseconds. */
export interface Patience {
  /** Who asks is not kept waiting any longer. */
  readonly deadlineMs: number;
  /** How much longer the worker may go on before it is ended; 0 unless told. */
  readonly graceMs?: number;
}

/** A task under way. */
export interface Doing {
  /** Rejects with TookTooLong, WorkerEnded, or what was thrown there. */
  readonly result: Promise<unknown>;
  /** Whether the worker can take another task, known when this one is over. */
  readonly free: Promise<boolean>;
}

/** The process ended while it was doing something. */
export class WorkerEnded extends Error {
  override readonly name = 'WorkerEnded';
}

/** A worker that does not take what it is given for so long hangs in something else. Milliseconds. */
const TAKEN_WITHIN = 30_000;

interface Current {
  readonly id: number;
  readonly patience: Patience;
  timer: NodeJS.Timeout | undefined;
  resolve(result: unknown): void;
  reject(error: Error): void;
  free(isFree: boolean): void;
}

/** How a worker is started. */
export interface Starting {
  /** Told what the worker tells unasked. */
  readonly onNotice?: (notice: unknown) => void;
  /** Whether it starts processes itself, which end with it. */
  readonly hasWorkers?: boolean;
}

/** @param entry path of the program that the process runs */
export function startWorker(entry: string, { onNotice = () => {}, hasWorkers = false }: Starting = {}): Worker {
  // A group of its own is ended as a whole, even where nobody in it listens. Windows has none.
  const isGroup = hasWorkers && process.platform !== 'win32';
  const child = fork(entry, [], {
    detached: isGroup,
    execArgv: ['--enable-source-maps'],
    env: environment(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = ending(child);
  // However this process ends, no other is left behind.
  process.on('exit', end);
  let current: Current | undefined;
  let lastId = 0;

  function over(isFree: boolean): void {
    clearTimeout(current?.timer);
    current?.free(isFree);
    current = undefined;
  }

  function within(ms: number, act: () => void): void {
    if (current === undefined || !Number.isFinite(ms)) return;
    const { id } = current;
    // What has come in while this process itself was held is read first.
    const check = () => setImmediate(() => current?.id === id && act());
    current.timer = setTimeout(check, ms);
  }

  function tooLong(): void {
    current?.reject(new TookTooLong(`nothing came back within ${current.patience.deadlineMs} ms`));
    const { graceMs = 0 } = current?.patience ?? {};
    if (graceMs > 0) within(graceMs, end);
    else end();
  }

  function end(): void {
    if (isGroup && child.pid !== undefined) killGroup(child.pid);
    else child.kill('SIGKILL');
  }

  child.on('message', (message: Message) => {
    if (message.kind === 'notice') return onNotice(message.notice);
    if (message.id !== current?.id) return;
    switch (message.kind) {
      case 'taken':
        clearTimeout(current.timer);
        return within(current.patience.deadlineMs, tooLong);
      case 'done':
        current.resolve(message.result);
        return over(true);
      case 'threw':
        current.reject(unpackError(message.error));
        return over(true);
    }
  });
  void ended.then((how) => {
    process.off('exit', end);
    current?.reject(new WorkerEnded(how));
    over(false);
  });

  return {
    do(given, patience) {
      lastId += 1;
      const id = lastId;
      const result = new Promise<unknown>((resolve, reject) => {
        current = { id, patience, timer: undefined, resolve, reject, free: () => {} };
      });
      const free = new Promise<boolean>((resolve) => {
        if (current !== undefined) current.free = resolve;
      });
      within(TAKEN_WITHIN, end);
      // Where the process is gone, `ended` says so.
      child.send({ id, given }, () => {});
      return { result, free };
    },
    end,
    ended: ended.then(() => undefined),
  };
}

/** @param leader whose process id is the group's */
function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** Resolves with how the process ended. */
function ending(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`the process could not be started (${error.message})`));
    child.once('exit', (code, signal) => resolve(`the process ended (${signal ?? code})`));
  });
}

/** What reads foreign text is not told the bot's token. */
function environment(): NodeJS.ProcessEnv {
  const { DISCORD_TOKEN: _, ...others } = process.env;
  return others;
}
