import { readFileSync } from 'node:fs';
import nodejieba from 'nodejieba';

/** The line every entry of a dictionary file must look like, tried on its first line. */
const FIRST_LINE = {
  [nodejieba.DEFAULT_DICT]: /^\S+ \d+ \S+$/,
  [nodejieba.DEFAULT_HMM_DICT]: /^#/,
  [nodejieba.DEFAULT_USER_DICT]: /^\S+( \d+)?( \S+)?$/,
  [nodejieba.DEFAULT_IDF_DICT]: /^\S+ \d+(\.\d+)?$/,
  [nodejieba.DEFAULT_STOP_WORD_DICT]: /^\S+$/,
};

let loaded = false;

/**
 * Loads nodejieba's dictionary, once per process (about a second, about 250 MB).
 *
 * cppjieba aborts the process on a missing or empty file, which nothing can catch, so the
 * files are looked at first.
 *
 * @throws Error that names the file which is missing, empty or not a dictionary.
 */
export function loadDictionary(): void {
  if (loaded) return;
  for (const [path, pattern] of Object.entries(FIRST_LINE)) requireDictionaryFile(path, pattern);
  nodejieba.load();
  loaded = true;
}

function requireDictionaryFile(path: string, firstLine: RegExp): void {
  const start = readDictionary(path).slice(0, 1000).split('\n', 1)[0] ?? '';
  if (!firstLine.test(start.trimEnd())) {
    throw new Error(`dictionary file ${path} is empty or damaged; reinstall nodejieba`);
  }
}

/**
 * The text of one of cppjieba's dictionary files.
 * @throws Error that names the file when it cannot be read.
 */
export function readDictionary(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Error(`dictionary file ${path} cannot be read; reinstall nodejieba`, { cause });
  }
}
