import { graphemesOf } from '../language/graphemes.ts';
import { breaksIn, isWide } from './line-breaks.ts';
import { isHalfOfTwo } from './marks.ts';

/** What stands in a line as one: a character of Chinese, a word or a part of it, a dash with its other half, a space. */
export interface Atom {
  readonly text: string;
  readonly kind: 'wide' | 'narrow' | 'space' | 'unseen';
  /** In the size of the text. */
  readonly width: number;
  /** Whether a line may begin with it. */
  readonly mayBeFirst: boolean;
}

/** How wide a stretch of text is, in the size that it is set in. */
export type WidthOf = (text: string) => number;

/** A word that is longer is taken apart where it stands alone in a line. In the size of the text. */
const LONGEST_WORD = 12;
/** Nor is a longer one measured as a whole. Graphemes. */
const MOST_MEASURED = 40;

/** A text in atoms: joined, they are the text. */
export function atomsOf(text: string, widthOf: WidthOf): Atom[] {
  const breaks = breaksIn(text);
  const atoms: Atom[] = [];
  let word: string[] = [];
  let at = 0;
  let wordAt = 0;

  function endWord(): void {
    for (const atom of wordAtoms(word, breaks.has(wordAt), widthOf)) atoms.push(atom);
    word = [];
  }

  for (const grapheme of graphemesOf(text)) {
    const kind = kindOf(grapheme);
    const last = atoms.at(-1);
    if (kind !== 'narrow' || breaks.has(at) || word.length === MOST_MEASURED) endWord();
    if (kind === 'narrow') {
      if (word.length === 0) wordAt = at;
      word.push(grapheme);
    } else if (isHalfOfTwo(grapheme) && last?.text === grapheme && !breaks.has(at)) {
      atoms[atoms.length - 1] = { ...last, text: last.text + grapheme, width: widthOf(last.text + grapheme) };
    } else {
      atoms.push({
        text: grapheme,
        kind,
        width: kind === 'unseen' ? 0 : widthOf(grapheme),
        mayBeFirst: breaks.has(at),
      });
    }
    at += grapheme.length;
  }
  endWord();
  return atoms;
}

function wordAtoms(word: readonly string[], mayBeFirst: boolean, widthOf: WidthOf): Atom[] {
  if (word.length === 0) return [];
  const text = word.join('');
  const width = widthOf(text);
  if (width <= LONGEST_WORD) return [{ text, kind: 'narrow', width, mayBeFirst }];
  return word.map((grapheme, at) => ({
    text: grapheme,
    kind: 'narrow',
    width: widthOf(grapheme),
    mayBeFirst: at === 0 && mayBeFirst,
  }));
}

function kindOf(grapheme: string): Atom['kind'] {
  if (/^\s+$/.test(grapheme)) return 'space';
  if (isUnseen(grapheme)) return 'unseen';
  return isWide(grapheme) || /^(?:\p{Emoji_Presentation}|.\ufe0f)/u.test(grapheme) ? 'wide' : 'narrow';
}

/** Controls, marks of direction, joints, and marks that stand on no letter: nothing of them is drawn. */
export function isUnseen(grapheme: string): boolean {
  return /^(?:[\p{Cc}\p{Cf}\p{Variation_Selector}]+$|\p{M})/u.test(grapheme);
}
