import { type Message, packError, type Task } from './protocol.ts';

/**
 * Makes this process do what the one that started it gives it, one task after the other, until that one is
 * gone. Signals are meant for the one that started it, too, and it decides: here they are not heard.
 * @param handle its result must be plain data
 */
export function serve(handle: (given: unknown) => unknown): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
  process.on('disconnect', () => process.exit());
  process.on('message', (task: Task) => void carryOut(task, handle));
}

/** Tells the process that started this one something that it has not asked for. */
export function notify(notice: unknown): void {
  say({ kind: 'notice', notice });
}

async function carryOut({ id, given }: Task, handle: (given: unknown) => unknown): Promise<void> {
  say({ kind: 'taken', id });
  try {
    say({ kind: 'done', id, result: await handle(given) });
  } catch (error) {
    say({ kind: 'threw', id, error: packError(error) });
  }
}

/** Whoever it was for may be gone: then nobody is left to be told. */
function say(message: Message): void {
  if (process.connected) process.send?.(message, () => {});
}
