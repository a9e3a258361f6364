import type { Script } from '../article/article.ts';

/** A quotation that is to be drawn, with where it is from, as plain data. */
export interface QuotedPicture {
  /** In order; of each its sentences, which joined are the paragraph, white space between them kept. */
  readonly paragraphs: readonly { readonly sentences: readonly PicturedSentence[] }[];
  readonly title: string;
  /** What stands below the title, as far as it is known: source, date, address. */
  readonly details: readonly string[];
  /** Whose forms of the characters are drawn: those of the mainland, or those of Taiwan. */
  readonly script: Script;
  readonly shape: Shape;
  readonly words: PictureWords;
}

export interface PicturedSentence {
  readonly text: string;
  /** Whether it is set off. */
  readonly marked: boolean;
}

/** 1200 × 630 pixels, as links are previewed, or 1200 × 1200. */
export type Shape = 'landscape' | 'square';

/** What a picture says in its own words, in the reader's language. */
export interface PictureWords {
  /** Where sentences are left out: before those that are shown, and behind them. */
  readonly before: string;
  readonly behind: string;
  /** Where there is room for the beginning of a sentence alone. */
  readonly unfinished: string;
  /** Set where the words are shown in another script than they were published in. */
  readonly converted?: string;
}

/** A picture that was drawn. */
export interface DrawnPicture {
  readonly png: Uint8Array;
  /** The article's words in it, a line a paragraph, and what it says where some are left out. */
  readonly shown: string;
  /** Whether it has all of the quotation. */
  readonly isWhole: boolean;
  /** Characters that no font has: their codes stand in their places. */
  readonly undrawn: readonly string[];
}

/** Width and height. Pixels. */
export const SIZES: Readonly<Record<Shape, readonly [width: number, height: number]>> = {
  landscape: [1200, 630],
  square: [1200, 1200],
};
