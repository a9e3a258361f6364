import type { Article } from '../article/article.ts';
import { fold } from '../language/fold.ts';
import type { Span } from '../language/sentences.ts';
import { onceFor } from '../once-for.ts';
import type { Passage } from './passages.ts';
import { piecesOf, stretchesOf } from './pieces.ts';

/** What a network sees of a passage at once: some whole sentences in a row, or a part of one that is longer. */
export interface Window {
  readonly passage: Passage;
  /** Where it begins in the passage's text; UTF-16 units. */
  readonly offset: number;
  /** Folded. */
  readonly text: string;
  /** Stretches of `text`: sentences in a row, or the part that is seen of a long one. */
  readonly sentences: readonly Span[];
  /** The number of the first of them among the passage's sentences. */
  readonly firstSentence: number;
}

/**
 * UTF-16 units. Three or four sentences: most paragraphs of news are one window, and a pass over it takes a twentieth
 * of a second.
 */
const LONGEST_WINDOW = 320;
/** UTF-16 units of what a window is read with. The network was trained with just so much. */
const MOST_OF_TITLE = 24;
const MOST_OF_HEADING = 16;
const MOST_BEFORE = 40;

/**
 * A passage as a network reads it: in order, without overlap, every sentence in one window, but one that is longer
 * than a window in several. Always the same ones.
 */
export const windowsOf = onceFor((passage: Passage): readonly Window[] =>
  stretchesOf(passage, { longest: LONGEST_WINDOW }).map(({ start, end, sentences, firstSentence }) => ({
    passage,
    offset: start,
    text: passage.folded.slice(start, end),
    sentences,
    firstSentence,
  })),
);

/**
 * What a network is told about where a window stands: the article's title, the section's heading, and the end of what
 * precedes it in its section, which says who 他 is. Folded.
 */
export function contextOf(window: Window): string {
  const { article, heading } = window.passage;
  const before = precedingIn(article).get(window) ?? '';
  const parts = [fold(article.title).slice(0, MOST_OF_TITLE), fold(heading ?? '').slice(0, MOST_OF_HEADING), before];
  return parts
    .filter((part) => part !== '')
    .join('。')
    .toWellFormed();
}

/** What stands before each window of an article; nothing before the first of a section. */
const precedingIn = onceFor((article: Article): ReadonlyMap<Window, string> => {
  const preceding = new Map<Window, string>();
  let last: Window | undefined;
  for (const window of piecesOf(article).flatMap(windowsOf)) {
    if (last?.passage.section === window.passage.section) preceding.set(window, last.text.slice(-MOST_BEFORE));
    last = window;
  }
  return preceding;
});
