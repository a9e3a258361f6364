import nodejieba from 'nodejieba';
import { readDictionary } from './dictionary.ts';

let words: ReadonlySet<string> | undefined;

/**
 * Whether a folded word says nothing on its own (的, 因此, the), by cppjieba's `stop_words.utf8`,
 * which is read on first use.
 *
 * @throws Error that names the file when it cannot be read.
 */
export function isStopWord(word: string): boolean {
  words ??= new Set(readDictionary(nodejieba.DEFAULT_STOP_WORD_DICT).split('\n'));
  return words.has(word);
}
