const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** So much is segmented at a time. UTF-16 units. */
const STRETCH = 256;

/**
 * The graphemes of a text in order: what a reader takes for one character. V8 hands out a copy of the whole text with
 * each of them, so that a megabyte at once would take hours: it is given a stretch at a time, and the last grapheme of
 * one, which may go on, begins the next. One that fills a stretch, marks without end, is cut.
 */
export function* graphemesOf(text: string): Iterable<string> {
  for (let from = 0; from < text.length; ) {
    const unit = text.charCodeAt(from + STRETCH - 1);
    const isHalf = unit >= 0xd800 && unit < 0xdc00;
    const stretch = text.slice(from, from + STRETCH - (isHalf ? 1 : 0));
    const isLast = from + stretch.length === text.length;
    const found = [...graphemes.segment(stretch)].map(({ segment }) => segment);
    const whole = isLast || found.length === 1 ? found : found.slice(0, -1);
    yield* whole;
    from += whole.reduce((sum, { length }) => sum + length, 0);
  }
}
