import { type ChildProcess, fork } from 'node:child_process';
import { withoutSecrets } from '../without-secrets.ts';
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
  /** Ends it at once, and the processes that it has started. What it was doing is lost. */
  end(): void;
  /** Resolves when the process is gone, with how it ended. */
  readonly ended: Promise<string>;
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

/** The process ended while it had something to do. */
export class WorkerEnded extends Error {
  override readonly name = 'WorkerEnded';
  /** Whether it had begun: otherwise the task has nothing to do with it. */
  readonly wasTaken: boolean;

  constructor(how: string, wasTaken: boolean) {
    super(how);
    this.wasTaken = wasTaken;
  }
}

/** How a worker is started. */
export interface Starting {
  /** Told what the worker tells unasked. */
  readonly onNotice?: (notice: unknown) => void;
  /** Whether it starts processes itself, which end with it. */
  readonly hasWorkers?: boolean;
  /** A process whose objects take more is ended; what they lie in beside is not counted. The engine's own choice unless told. Megabytes. */
  readonly heapMb?: number;
}

/**
 * Beyond what lives, the heap grows by so much before it is cleared, in percent: V8 would let it double. Of many
 * libraries that come and go a tenth of all memory was rubbish; answers take as long.
 */
const HEAP_GROWS = 15;

/** A worker that does not take what it is given for so long hangs in something else. Milliseconds. */
const TAKEN_WITHIN = 30_000;

interface Current {
  readonly id: number;
  readonly patience: Patience;
  wasTaken: boolean;
  timer: NodeJS.Timeout | undefined;
  resolve(result: unknown): void;
  reject(error: Error): void;
  free(isFree: boolean): void;
}

/** @param entry path of the program that the process runs */
export function startWorker(entry: string, { onNotice = () => {}, hasWorkers = false, heapMb }: Starting = {}): Worker {
  // A group of its own is ended as a whole, even where nobody in it listens. Windows has none.
  const isGroup = hasWorkers && process.platform !== 'win32';
  const child = fork(entry, [], {
    detached: isGroup,
    execArgv: [
      '--enable-source-maps',
      `--heap-growing-percent=${HEAP_GROWS}`,
      ...(heapMb === undefined ? [] : [`--max-old-space-size=${heapMb}`]),
    ],
    env: withoutSecrets(process.env),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  /** How the process ended, once it has. */
  let end: string | undefined;
  let current: Current | undefined;
  let lastId = 0;
  const ended = ending(child);
  // However this process ends, no other is left behind.
  process.on('exit', kill);
  if (isGroup && child.pid !== undefined) groups.add(child.pid);

  function over(isFree: boolean): void {
    clearTimeout(current?.timer);
    current?.free(isFree);
    current = undefined;
  }

  function within(ms: number, act: () => void): void {
    if (current === undefined || !Number.isFinite(ms)) return;
    const timer = setTimeout(() => {
      // What has come in while this process itself was held is read first.
      setImmediate(() => current?.timer === timer && act());
    }, ms);
    current.timer = timer;
  }

  function tooLong(): void {
    current?.reject(new TookTooLong(`nothing came back within ${current.patience.deadlineMs} ms`));
    const { graceMs = 0 } = current?.patience ?? {};
    if (graceMs > 0) within(graceMs, kill);
    else kill();
  }

  function kill(): void {
    // The number of a process that is gone may be another's by now.
    if (end !== undefined) return;
    if (isGroup && child.pid !== undefined) killGroup(child.pid);
    else child.kill('SIGKILL');
  }

  child.on('message', (message: Message) => {
    if (message.kind === 'notice') return onNotice(message.notice);
    if (message.id !== current?.id) return;
    switch (message.kind) {
      case 'taken':
        clearTimeout(current.timer);
        current.wasTaken = true;
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
    end = how;
    process.off('exit', kill);
    if (isGroup && child.pid !== undefined) {
      // Those that it has started would stay.
      killGroup(child.pid);
      groups.delete(child.pid);
    }
    current?.reject(new WorkerEnded(how, current.wasTaken));
    over(false);
  });

  return {
    do(given, patience) {
      if (end !== undefined) return neverTaken(end);
      lastId += 1;
      const id = lastId;
      let free = (_: boolean) => {};
      const isFree = new Promise<boolean>((resolve) => {
        free = resolve;
      });
      const result = new Promise<unknown>((resolve, reject) => {
        current = { id, patience, wasTaken: false, timer: undefined, resolve, reject, free };
      });
      within(TAKEN_WITHIN, kill);
      // Where the process is gone, `ended` says so.
      child.send({ id, given }, () => {});
      return { result, free: isFree };
    },
    end: kill,
    ended,
  };
}

const groups = new Set<number>();

/** The groups of processes that run now, by the process id of their leader: whoever ends this process ends them, too. */
export function runningGroups(): readonly number[] {
  return [...groups];
}

function neverTaken(how: string): Doing {
  return { result: Promise.reject(new WorkerEnded(how, false)), free: Promise.resolve(false) };
}

/** @param leader whose process id is the group's */
export function killGroup(leader: number): void {
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
