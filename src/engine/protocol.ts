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
}

/** An error as it can be sent. */
export function packError(error: unknown): ThrownError {
  if (!(error instanceof Error)) return { name: typeof error, message: String(error), stack: undefined };
  return { name: error.name, message: error.message, stack: error.stack };
}

/** The error that was thrown in the other process, known by its name. */
export function unpackError({ name, message, stack }: ThrownError): Error {
  const error = new Error(message);
  error.name = name;
  if (stack !== undefined) error.stack = stack;
  return error;
}
