import { NotAnArticle } from '../article/article.ts';
import { LARGEST_FILE } from '../article/largest-file.ts';
import { readRegularFile, UnreadableFile } from '../regular-file.ts';

/** What holds pictures beside its text, or several files. */
const HOLDS_MORE = /\.(?:docx|pdf|zip|mhtml?|html?)$/i;
/** Bytes. */
const LARGEST_DOCUMENT = 48 * 1024 * 1024;

/**
 * The bytes of a seed, which nothing is made of yet.
 * @throws NotAnArticle where the file cannot be read, is no regular file, or is larger than an article can be
 */
export function readSeedBytes(path: string): Uint8Array {
  try {
    return readRegularFile(path, largestSeed(path));
  } catch (cause) {
    if (!(cause instanceof UnreadableFile)) throw cause;
    throw new NotAnArticle(cause.message, { cause });
  }
}

/** How large a seed of this name may be. Bytes. */
export function largestSeed(path: string): number {
  return HOLDS_MORE.test(path) ? LARGEST_DOCUMENT : LARGEST_FILE;
}
