import { NotAnArticle } from '../article/article.ts';
import { LARGEST_FILE } from '../article/largest-file.ts';
import { readRegularFile, UnreadableFile } from '../regular-file.ts';

/**
 * The bytes of a seed, which nothing is made of yet.
 * @throws NotAnArticle where the file cannot be read, is no regular file, or is larger than an article can be
 */
export function readSeedBytes(path: string): Uint8Array {
  try {
    return readRegularFile(path, LARGEST_FILE);
  } catch (cause) {
    if (!(cause instanceof UnreadableFile)) throw cause;
    throw new NotAnArticle(cause.message, { cause });
  }
}
