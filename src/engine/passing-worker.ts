import { startWorker, type Worker } from './worker.ts';

/** A process of the program that exists while there is something to do, and does one task after the other. */
export interface PassingWorker {
  /**
   * @param onTurn called when the task's turn has come: what it throws is thrown, and the task is not begun
   * @throws TookTooLong, WorkerEnded, or what was thrown there (it rejects)
   */
  do(given: unknown, onTurn?: () => void): Promise<unknown>;
  /** Ends the process, and what it does; the next task starts another. Resolves when it is gone. */
  close(): Promise<void>;
}

/** How such a process is run. */
export interface Passing {
  /** Path of the program that it runs. */
  readonly entry: string;
  /** How long a task may take. Milliseconds. */
  readonly deadlineMs: number;
  /** A process whose objects take more is ended. Megabytes. */
  readonly heapMb: number;
  /** What it has loaded stays for the next task so long. Milliseconds. */
  readonly staysMs: number;
  /** After so many tasks another process takes its place; never unless told. */
  readonly mostTasks?: number;
}

/** Nothing is started before there is something to do. */
export function createPassingWorker({
  entry,
  deadlineMs,
  heapMb,
  staysMs,
  mostTasks = Number.POSITIVE_INFINITY,
}: Passing): PassingWorker {
  let worker: Worker | undefined;
  let leaving: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let tasks = 0;

  async function doNext(given: unknown, onTurn: () => void): Promise<unknown> {
    onTurn();
    clearTimeout(leaving);
    const { result, free } = (worker ?? start()).do(given, { deadlineMs });
    try {
      return await result;
    } finally {
      if (!(await free)) worker = undefined;
      tasks += 1;
      if (tasks >= mostTasks) void close();
      else leaving = setTimeout(close, staysMs).unref();
    }
  }

  function start(): Worker {
    const fresh = startWorker(entry, { heapMb });
    worker = fresh;
    tasks = 0;
    void fresh.ended.then(() => {
      if (worker === fresh) worker = undefined;
    });
    return fresh;
  }

  async function close(): Promise<void> {
    clearTimeout(leaving);
    const closed = worker;
    worker = undefined;
    closed?.end();
    await closed?.ended;
  }

  return {
    do(given, onTurn = () => {}) {
      const next = last.then(() => doNext(given, onTurn));
      last = next.catch(() => undefined);
      return next;
    },
    close,
  };
}
