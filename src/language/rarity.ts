import { characterShareOf, idfOf } from './idf.ts';
import { isStopWord } from './stop-words.ts';

/** How often things stand in the library that is asked. */
export interface LibraryCounts {
  /** Number of passages. */
  readonly passages: number;
  /** In how many passages a pair of characters stands, or one character where `second` is 0; UTF-16 units. */
  gram(first: number, second: number): number;
  /** In how many passages an index term stands. */
  term(term: string): number;
}

/** How rare things are: inverse document frequencies, natural logarithm, for paragraphs of Chinese. */
export interface Rarity {
  character(code: number): number;
  pair(first: number, second: number): number;
  term(term: string): number;
}

/**
 * A library of one article cannot tell what is rare, one of a thousand can. So Chinese at
 * large counts as this many passages beside the library's own.
 */
const BACKGROUND_PASSAGES = 100;
/** The corpus behind the background counted whole texts; a paragraph holds less. */
const PARAGRAPH_OF_TEXT = 0.4;
/** A character that stands mostly alone is not counted there; such are the commonest of all. */
const FUNCTION_CHARACTER_SHARE = 0.6;
/** Characters seldom meet in the one order and side by side: a fourth of how often both are there. */
const PAIRED = 0.25;

/** How rare things are in a library, which Chinese at large stands behind as if it were so many passages more. */
export function rarityIn(library: LibraryCounts): Rarity {
  const passages = library.passages + BACKGROUND_PASSAGES;
  const idf = (count: number, share: number): number => {
    const frequency = count + share * BACKGROUND_PASSAGES;
    return Math.log(1 + (passages - Math.min(passages, frequency) + 0.5) / (frequency + 0.5));
  };
  return {
    character: (code) => idf(library.gram(code, 0), shareOf(code)),
    pair: (first, second) => idf(library.gram(first, second), shareOf(first) * shareOf(second) * PAIRED),
    term: (term) => idf(library.term(term), Math.exp(-idfOf(term)) * PARAGRAPH_OF_TEXT),
  };
}

const shares = new Map<number, number>();

function shareOf(code: number): number {
  const share = shares.get(code) ?? shareOfTexts(code);
  shares.set(code, share);
  return share;
}

function shareOfTexts(code: number): number {
  const character = String.fromCharCode(code);
  if (isStopWord(character)) return FUNCTION_CHARACTER_SHARE;
  return 1 - (1 - Math.min(0.99, characterShareOf(character))) ** PARAGRAPH_OF_TEXT;
}
