import { basename, extname } from 'node:path';
import { type Article, NotAnArticle } from '../article/article.ts';
import { LARGEST_FILE } from '../article/decode.ts';
import { articleFromJson } from '../article/json.ts';
import { parseArticle } from '../article/parse.ts';
import { readRegularFile, UnreadableFile } from '../regular-file.ts';

/**
 * Reads one article from a file.
 * @throws NotAnArticle with the reason, also where the file cannot be read
 */
export function readSeedFile(path: string): Article {
  return parseSeed(readSeedBytes(path), path);
}

/** @throws NotAnArticle where the file cannot be read, is no regular file, or is larger than an article can be */
export function readSeedBytes(path: string): Uint8Array {
  try {
    return readRegularFile(path, LARGEST_FILE);
  } catch (cause) {
    if (!(cause instanceof UnreadableFile)) throw cause;
    throw new NotAnArticle(cause.message, { cause });
  }
}

/**
 * A file's content as an article: `.json` holds one, anything else is a raw page.
 * @throws NotAnArticle with the reason
 */
export function parseSeed(bytes: Uint8Array, path: string): Article {
  const id = idOf(path);
  return extname(path).toLowerCase() === '.json' ? articleFromJson(bytes, id) : parseArticle(bytes, id);
}

/** The file's name without extension; what is neither letter, digit, `-` nor `_` becomes `-`. */
export function idOf(path: string): string {
  const name = basename(path, extname(path)).normalize('NFC');
  return name.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|-+$/g, '') || 'article';
}
