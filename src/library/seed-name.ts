import { basename, extname } from 'node:path';
import { kindByName } from '../files/kind.ts';

/** Whether a file of a seeds folder is meant to be an article, or several, by its path in the folder. */
export function isSeedName(path: string): boolean {
  return whyNoSeed(path) === undefined && path.split('/').every((name) => !name.startsWith('.'));
}

/** What a file is that is none by its name, and what to do about it; undefined where it may be one. */
export function whyNoSeed(path: string): string | undefined {
  const kind = kindByName(path);
  return typeof kind === 'object' ? kind.reason : undefined;
}

/** A browser puts what a page is drawn with into a folder beside it. */
const OF_A_PAGE = /(?:_files|\.files|_文件)$/i;

/** Whether a folder is such a one, by its name. */
export function isOfSavedPage(folder: string): boolean {
  return OF_A_PAGE.test(folder);
}

/** The file's name without extension; what is neither letter, digit, `-` nor `_` becomes `-`. */
export function idOf(path: string): string {
  const name = basename(path, extname(path)).normalize('NFC');
  return name.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|(?<!-)-+$/g, '') || 'article';
}
