import { splitSentences } from '../../../src/language/sentences.ts';
import { seededRandom } from '../../training/random.ts';

const SEED = 20211123;

/**
 * So many passages: the real ones first, then made ones, the same for the same pool. A made
 * passage has as many sentences as a real one, each drawn from the whole pool: its words and
 * their frequencies are real, its sense is not.
 */
export function corpusOf(real: readonly string[], size: number): string[] {
  const sentences = real.map((text) => splitSentences(text).map(({ start, end }) => text.slice(start, end)));
  const all = sentences.flat();
  const random = seededRandom(SEED);
  const drawn = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const passages = real.slice(0, size);
  while (passages.length < size) {
    const length = drawn(sentences)?.length ?? 1;
    passages.push(Array.from({ length }, () => drawn(all) ?? '').join(''));
  }
  return passages;
}
