import { markSpaces } from './marked-text.ts';
import { cutIntoPieces } from './pieces.ts';
import { readVocabulary, SPACE_MARK } from './tokenizer-file.ts';

/** A piece of a text, and where it stands there: UTF-16 offsets, `end` exclusive; empty for the mark before a text. */
export interface Token {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** Cuts texts into the pieces that an encoder knows. */
export interface Tokenizer {
  /**
   * The tokens of a text in order, none of them special. A token begins where its first character does, not with
   * the space before it; together they cover all that is no space. Time grows with the length of the text.
   */
  tokensOf(text: string): Token[];
  /** Stands before every sequence. */
  readonly first: number;
  /** Stands behind every part of a sequence. */
  readonly last: number;
  /** There are no ids from here on. */
  readonly size: number;
}

/**
 * @param json of a `tokenizer.json`
 * @throws Error where it cuts texts in another way than this
 */
export function createTokenizer(json: string): Tokenizer {
  const vocabulary = readVocabulary(json);
  return {
    tokensOf(text) {
      const { units, starts, ends } = markSpaces(text, vocabulary.normalisation);
      return cutIntoPieces(units, vocabulary).map(({ id, start, end }) => {
        const from = starts[start] ?? 0;
        // A mark that somebody has typed is a character like others.
        const isSpaced = units.charAt(start) === SPACE_MARK && text.charAt(from) !== SPACE_MARK && end > start + 1;
        return { id, start: isSpaced ? (starts[start + 1] ?? from) : from, end: ends[end - 1] ?? from };
      });
    },
    first: vocabulary.first,
    last: vocabulary.last,
    size: Math.max(vocabulary.scores.length, vocabulary.first + 1, vocabulary.last + 1),
  };
}
