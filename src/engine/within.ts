import { NotReady } from './engine.ts';

/**
 * What a library is made ready with, for so long. It goes on when nobody waits any longer.
 * @param ms milliseconds
 * @throws NotReady with what did not come; what the work throws
 */
export async function within<Result>(work: Promise<Result>, ms: number, late: string): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NotReady(late)), ms);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
