import { idfOf } from '../../../language/idf.ts';
import type { TaggedWord } from '../../../language/segment.ts';

/** What the edges of a run are judged by. */
interface WordTraits {
  /** Place of its part of speech in `KINDS`, one behind the last for an unknown one. */
  readonly kind: number;
  /** Inverse document frequency. */
  readonly rarity: number;
}

/** Parts of speech, as far as they tell whether a phrase begins or ends beside a word; trees tell neighbours in this list apart. */
const KINDS: readonly RegExp[] = [
  /^(?:nr|ns|nt|nz|eng)/,
  /^(?:n|vn|an|b|l|i|j|s$|t)/,
  /^(?:v|a)/,
  /^(?:m|q)/,
  /^(?:u|p|c|r|d|f|y|e|o)/,
];

/** A passage's words are asked for in every question. */
const read = new WeakMap<TaggedWord, WordTraits>();

/** The traits of a word of a passage, read once. */
export function traitsOf(word: TaggedWord): WordTraits {
  const known = read.get(word);
  if (known !== undefined) return known;
  const index = KINDS.findIndex((tag) => tag.test(word.tag));
  const traits = { kind: index < 0 ? KINDS.length : index, rarity: idfOf(word.text) };
  read.set(word, traits);
  return traits;
}
