import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a worker came to. */
export type Outcome<Result> = { readonly result: Result } | { readonly failure: string };

/** A run that takes longer is given up, unless told otherwise. */
const PATIENCE_MS = 20 * 60_000;
/** Megabytes of JavaScript objects a worker may hold. */
const HEAP = 8_000;

/**
 * Runs a script in a process of its own, so that no measurement stands in another's memory.
 * @param script ends by handing its one result to `handOver`
 * @param patience milliseconds after which it is given up
 */
export function runWorker<Result>(
  script: URL,
  args: readonly string[],
  patience: number = PATIENCE_MS,
): Promise<Outcome<Result>> {
  return new Promise((resolve) => {
    const worker = fork(fileURLToPath(script), args, {
      execArgv: ['--expose-gc', `--max-old-space-size=${HEAP}`, '--import', 'tsx'],
      // What engines print goes to standard error: standard output is for the tables alone.
      stdio: ['ignore', 2, 2, 'ipc'],
      timeout: patience,
    });
    worker.once('message', (result) => resolve({ result: result as Result }));
    worker.once('exit', (code, signal) => resolve({ failure: failureOf(code, signal, patience) }));
  });
}

/** A worker's last step. */
export function handOver(result: object): void {
  process.send?.(result, () => process.disconnect());
}

function failureOf(code: number | null, signal: NodeJS.Signals | null, patience: number): string {
  if (signal === 'SIGTERM') return `given up after ${patience / 60_000} min`;
  if (signal === 'SIGABRT' || code === 134) return `given up: more than ${HEAP / 1_000} GB of objects`;
  return `ended with ${signal ?? `exit code ${code}`}`;
}
