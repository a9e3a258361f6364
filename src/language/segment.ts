import nodejieba from 'nodejieba';
import { loadDictionary } from './dictionary.ts';
import type { Span } from './sentences.ts';

/** A word as nodejieba cuts it, with its place in the text it was cut from. */
export interface Word extends Span {
  readonly text: string;
}

/** A word with cppjieba's part-of-speech tag: nr person, ns place, nt organisation, m number, t time … */
export interface TaggedWord extends Word {
  readonly tag: string;
}

/** nodejieba needs seconds and gigabytes for millions of characters without a separator. */
const PIECE = 20_000;
const SINGLE_HAN = /^\p{Script=Han}$/u;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Cuts folded text (see `fold`) into words: no punctuation, no white space, unknown names
 * joined by the hidden Markov model.
 */
export function cut(folded: string): Word[] {
  return inPieces(
    folded,
    (piece) => nodejieba.cut(piece, true),
    (word) => word,
  ).filter(isWord);
}

/** As `cut`, and the shorter words inside long ones too: 现代, 现代化. */
export function cutForSearch(folded: string): string[] {
  loadDictionary();
  return pieces(folded.toWellFormed())
    .flatMap((piece) => nodejieba.cutForSearch(piece, true))
    .filter(isReadable);
}

/** As `cut`, but by the dictionary alone: what it does not know falls into single characters, in every sentence alike. */
export function cutKnown(folded: string): Word[] {
  return inPieces(
    folded,
    (piece) => nodejieba.cut(piece),
    (word) => word,
  ).filter(isWord);
}

/**
 * The pairs of neighbouring Chinese characters that the dictionary leaves single: what a name
 * or a term it does not know is made of. The hidden Markov model may join such characters in
 * one sentence and not in the next; pairs are the same in both.
 *
 * @param known the words of a text as `cutKnown` gives them.
 */
export function seams(known: readonly Word[]): string[] {
  const pairs: string[] = [];
  let before: Word | undefined;
  for (const word of known) {
    const single = SINGLE_HAN.test(word.text) ? word : undefined;
    if (single !== undefined && before?.end === single.start) pairs.push(before.text + single.text);
    before = single;
  }
  return pairs;
}

/** As `cut`, with part-of-speech tags. */
export function tag(folded: string): TaggedWord[] {
  const tags: string[] = [];
  const words = inPieces(folded, nodejieba.tag, (word) => {
    tags.push(word.tag);
    return word.word;
  });
  return words.map((word, index) => ({ ...word, tag: tags[index] ?? 'x' })).filter(isWord);
}

function isWord({ text }: Word): boolean {
  return isReadable(text);
}

/** Whether there is a letter or digit. Nearly every word begins with a common ideograph, and there the expression need not be asked. */
function isReadable(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first >= FIRST_IDEOGRAPH && first <= LAST_IDEOGRAPH) || WORD.test(text);
}
/** The unified ideographs of Unicode 1.1: all are letters. */
const FIRST_IDEOGRAPH = 0x4e00;
const LAST_IDEOGRAPH = 0x9fa5;

/** cppjieba returns every character in order, so a word's place is where the one before it ended. */
function inPieces<T>(text: string, cutPiece: (piece: string) => T[], textOf: (token: T) => string): Word[] {
  loadDictionary();
  const words: Word[] = [];
  let start = 0;
  for (const piece of pieces(text.toWellFormed())) {
    for (const token of cutPiece(piece)) {
      const word = textOf(token);
      words.push({ text: word, start, end: start + word.length });
      start += word.length;
    }
  }
  return words;
}

function pieces(text: string): string[] {
  const cutUp: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + PIECE, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last < 0xdc00) end -= 1;
    cutUp.push(text.slice(start, end));
    start = end;
  }
  return cutUp;
}
