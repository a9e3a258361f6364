import { basename, extname } from 'node:path';
import type { Article } from '../article/article.ts';
import { articleFromJson } from '../article/json.ts';
import { parseArticle } from '../article/parse.ts';

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
  return name.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|(?<!-)-+$/g, '') || 'article';
}
