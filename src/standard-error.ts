import type { Scrub } from './secrets.ts';

/**
 * Takes secrets out of whatever is written to standard error, by the program or by a library: the
 * way out for all that does not go through the log, which sees to that itself.
 */
export function scrubStandardError(scrub: Scrub, stream: NodeJS.WriteStream = process.stderr): void {
  const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
  stream.write = ((chunk: unknown, ...rest: unknown[]) =>
    write(scrubbed(chunk, scrub), ...rest)) as typeof stream.write;
}

/** What a thread prints arrives in bytes, which stay as they are where there is no secret in them. */
function scrubbed(chunk: unknown, scrub: Scrub): unknown {
  if (typeof chunk === 'string') return scrub(chunk);
  if (!(chunk instanceof Uint8Array)) return chunk;
  const text = Buffer.from(chunk).toString();
  const clean = scrub(text);
  return clean === text ? chunk : clean;
}
