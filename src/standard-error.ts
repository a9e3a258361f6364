import type { Scrub } from './secrets.ts';

/**
 * Takes secrets out of whatever is written to standard error as text, by the program or by a
 * library: the way out for all that does not go through the log, which sees to that itself.
 */
export function scrubStandardError(scrub: Scrub, stream: NodeJS.WriteStream = process.stderr): void {
  const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
  stream.write = ((chunk: unknown, ...rest: unknown[]) =>
    write(typeof chunk === 'string' ? scrub(chunk) : chunk, ...rest)) as typeof stream.write;
}
