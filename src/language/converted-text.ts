import type { Span } from './sentences.ts';
import { simplifiedCharacters } from './simplified-text.ts';
import { type TraditionalStandard, traditionalCharacters } from './traditional-text.ts';

/** A text as a reader of another script sees it, and where each part of it has gone. */
export interface ConvertedText {
  readonly text: string;
  /**
   * Where a run of the text stands in the converted one. Both are counted in UTF-16 units, which a character may have
   * more of than before: a run that begins or ends within a character is the smallest that covers it.
   */
  spanOf(span: Span): Span;
}

/** A text that is shown as it is. */
export function unconverted(text: string): ConvertedText {
  return { text, spanOf: (span) => span };
}

/** What was converted is soon asked for again: the same passages as labels at every key that somebody types. */
const MOST_REMEMBERED = 2_000;
/** No longer texts are remembered. UTF-16 units. */
const LONGEST_REMEMBERED = 2_000;
const remembered = new Map<string, ConvertedText>();

/**
 * Converts a text for a reader, phrase by phrase, so that each character stands where it stood.
 *
 * @param to Simplified, or Traditional as Taiwan or Hong Kong writes it
 * @param names who is known to be named in the text, as it is written there: their characters never change wrongly
 */
export function convertText(
  text: string,
  to: 'hans' | TraditionalStandard,
  names: readonly string[] = [],
): ConvertedText {
  const named = names.filter((name) => text.includes(name));
  const key = `${to}\n${named.join('\n')}\n\n${text}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const characters = to === 'hans' ? simplifiedCharacters(text, named) : traditionalCharacters(text, to, named);
  const converted = aligned(text, characters);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  if (text.length <= LONGEST_REMEMBERED) remembered.set(key, converted);
  return converted;
}

/** @param characters one for each code point of the text */
function aligned(text: string, characters: readonly string[]): ConvertedText {
  const converted = characters.join('');
  const isEven = text.length === converted.length && !/[\ud800-\udfff]/.test(text + converted);
  if (isEven) return { text: converted, spanOf: (span) => span };
  /** Where the character that an offset is in begins in the converted text, and where the one before the offset ends. */
  const starts: number[] = [];
  const ends: number[] = [0];
  let at = 0;
  for (const [index, character] of [...text].entries()) {
    const end = at + (characters[index]?.length ?? 0);
    for (let unit = 0; unit < character.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  starts.push(at);
  return {
    text: converted,
    spanOf: ({ start, end }) => ({
      start: starts[start] ?? at,
      end: end <= start ? (starts[start] ?? at) : (ends[end] ?? at),
    }),
  };
}
