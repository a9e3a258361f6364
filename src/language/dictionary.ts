import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import nodejieba from 'nodejieba';

/** What an entry of each dictionary file looks like: its first and its last line are held against it. */
const ENTRY = {
  [nodejieba.DEFAULT_DICT]: /^\S+ \d+ \S+$/,
  [nodejieba.DEFAULT_HMM_DICT]: /^#|^\S+:-?\d/,
  [nodejieba.DEFAULT_USER_DICT]: /^\S+( \d+)?( \S+)?$/,
  [nodejieba.DEFAULT_IDF_DICT]: /^\S+ \d+(\.\d+)?$/,
  [nodejieba.DEFAULT_STOP_WORD_DICT]: /^\S+$/,
};
/** Longer than any line that is looked at, the model's matrices aside. Bytes. */
const EDGE = 1_000;

/** A dictionary file that cannot be used: its message names it. */
export class DictionaryError extends Error {
  override readonly name = 'DictionaryError';
}

let loaded = false;

/**
 * Loads nodejieba's dictionary, once per process (about a second, about 250 MB).
 *
 * cppjieba aborts the process on a missing, empty or torn file, which nothing can catch, so
 * both ends of each file are looked at first.
 *
 * @throws DictionaryError for a file that is missing, empty, cut short or no dictionary
 */
export function loadDictionary(): void {
  if (loaded) return;
  for (const [path, entry] of Object.entries(ENTRY)) requireDictionaryFile(path, entry);
  nodejieba.load();
  loaded = true;
}

function requireDictionaryFile(path: string, entry: RegExp): void {
  const { start, end } = edgesOf(path);
  const first = start.split('\n', 1)[0] ?? '';
  const last = end.trimEnd().split('\n').at(-1) ?? '';
  // A line that fills the whole edge is one of the model's matrices: only its end is in sight.
  const isWhole = last.length < end.trimEnd().length || end.length < EDGE;
  if (!entry.test(first.trimEnd()) || (isWhole && !entry.test(last.trimEnd()))) {
    throw new DictionaryError(`dictionary file ${path} is empty or damaged; reinstall nodejieba`);
  }
}

/** The first and the last bytes of a file: reading five megabytes whole would be part of every start. */
function edgesOf(path: string): { start: string; end: string } {
  return reading(path, (file) => {
    const buffer = Buffer.alloc(EDGE);
    const { size } = fstatSync(file);
    const start = buffer.toString('utf8', 0, readSync(file, buffer, 0, EDGE, 0));
    const end = buffer.toString('utf8', 0, readSync(file, buffer, 0, EDGE, Math.max(0, size - EDGE)));
    return { start, end };
  });
}

/**
 * The text of one of cppjieba's dictionary files.
 * @throws DictionaryError when it cannot be read
 */
export function readDictionary(path: string): string {
  return reading(path, (file) => readFileSync(file, 'utf8'));
}

/** Opening does not wait for somebody to write into a pipe, which would be no dictionary. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function reading<Content>(path: string, read: (file: number) => Content): Content {
  try {
    const file = openSync(path, FLAGS);
    try {
      if (!fstatSync(file).isFile()) throw new Error('it is no regular file');
      return read(file);
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw new DictionaryError(`dictionary file ${path} cannot be read; reinstall nodejieba`, { cause });
  }
}
