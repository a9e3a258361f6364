/** What two processes of the program say to each other. */

/** Something to do, numbered by the one who asks. */
export interface Task {
  readonly id: number;
  readonly given: unknown;
}

export type Message =
  /** From here on the task holds the process. */
  | { readonly kind: 'taken'; readonly id: number }
  | { readonly kind: 'done'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'threw'; readonly id: number; readonly error: ThrownError }
  /** Something that nobody has asked for. */
  | { readonly kind: 'notice'; readonly notice: unknown };

/** What crosses of an error. */
export interface ThrownError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** Of an error of the system's. */
  readonly code: unknown;
  readonly syscall: unknown;
}

/** An error as it can be sent; of what is none, what kind of thing it is. */
export function packError(error: unknown): ThrownError {
  const thrown = error instanceof Error ? error : new Error(`a ${typeof error} was thrown`);
  const { name, message, stack, code, syscall } = thrown as NodeJS.ErrnoException;
  return { name, message, stack, code: plain(code), syscall: plain(syscall) };
}

function plain(value: unknown): unknown {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** The error that was thrown in the other process, known by its name. */
export function unpackError({ name, message, stack, code, syscall }: ThrownError): Error {
  const error = Object.assign(new Error(message), { name });
  if (stack !== undefined) error.stack = stack;
  if (code !== undefined) Object.assign(error, { code });
  if (syscall !== undefined) Object.assign(error, { syscall });
  return error;
}
