/**
 * Signs that say something though they are no letters: operators, relations, arrows, currencies.
 * 1-7-X is not 1+7+X, A≠B is not A、B, >408 is not 408. Commas, stops, dashes between Chinese
 * characters, brackets, quotation marks and middle dots say nothing here. All texts are folded.
 */

/** Signs between two letters, or between a letter and an end of some words. */
export interface Sign {
  /** As it is compared: of several ways to type a sign one. */
  readonly sign: string;
  /** UTF-16 offsets into the text, the second exclusive. */
  readonly start: number;
  readonly end: number;
}

/** What stands between two letters, and these; '' where there is none. */
interface Gap {
  readonly left: string;
  readonly between: string;
  readonly right: string;
}

/** Several characters that are one sign come first, so that they are read whole. */
const SIGN =
  /!=|=\/=|<>|[<>]=|=>|<?-{1,2}>|~=|==|\+\/?-|[-‐‑‒–—−﹣]+|[\p{Sm}\p{Sc}\u2190-\u21FF\u27F0-\u27FF\u2900-\u297F\u2B00-\u2B11\u2B30-\u2B4F\u2794\u2798-\u27BE\uFFE9-\uFFEC*/^〜℃℉]/gu;

/** Mathematical symbols by their class, but set for a middle dot, a colon, a bar or a bullet. */
const PUNCTUATION = /^[|∣∙⋅∶\u25A0-\u25FF♯]/u;

/** Ways to type one sign. What is full-width or small is brought together by NFKC before. */
const TYPED: ReadonlyMap<string, string> = new Map([
  ['!=', '≠'],
  ['=/=', '≠'],
  ['<>', '≠'],
  ['<=', '≤'],
  ['≦', '≤'],
  ['⩽', '≤'],
  ['>=', '≥'],
  ['≧', '≥'],
  ['⩾', '≥'],
  ['~=', '≈'],
  ['≒', '≈'],
  ['==', '='],
  ['=>', '→'],
  ['->', '→'],
  ['-->', '→'],
  ['⇒', '→'],
  ['⟶', '→'],
  ['➔', '→'],
  ['➜', '→'],
  ['➡', '→'],
  ['⬅', '←'],
  ['<->', '↔'],
  ['<-->', '↔'],
  ['+-', '±'],
  ['+/-', '±'],
  ['∼', '~'],
  ['〜', '~'],
  ['∕', '/'],
  ['⁄', '/'],
  ['∗', '*'],
]);

const FIGURE_OR_LATIN = /[\p{N}\p{Script=Latin}]/u;
const FIGURE = /\p{N}/u;
const HYPHENS = /^[-‐‑‒–—−﹣]+$/u;
const LONG_DASH = /[–—‒]/u;

/** The signs of a gap between letters. A sign of a list before the first word of a line is none of them. */
function signsOfGap({ left, between, right }: Gap): Sign[] {
  const signs: Sign[] = [];
  let from = 0;
  for (const { 0: typed, index } of between.matchAll(SIGN)) {
    const end = index + typed.length;
    const [before, behind] = [between[index - 1] ?? left, between[end] ?? right];
    const isFirst = isFirstOfLine(between.slice(from, index), from === 0 && left === '');
    from = end;
    if (PUNCTUATION.test(typed) || (isFirst && LIST_SIGN.test(typed) && /\s/.test(behind))) continue;
    const sign = HYPHENS.test(typed) ? hyphen(typed, left, right) : signAmong(typed, before, behind, left, right);
    if (sign !== '') signs.push({ sign, start: index, end });
  }
  return signs;
}

/** `> `, `+ `, `→ ` before the first word of a line. */
const LIST_SIGN = /^[>+→⇒➔➜➤➢=]$/u;

/** @param before what stands before, back to the sign before it, isFirst whether nothing stands before that */
function isFirstOfLine(before: string, isFirst: boolean): boolean {
  const line = before.lastIndexOf('\n');
  return (line >= 0 || isFirst) && before.slice(line + 1).trim() === '';
}

/** A hyphen joins figures and Latin letters; a dash joins figures. What stands before a number is the number's. */
function hyphen(typed: string, left: string, right: string): string {
  if (typed.length > 1) return '';
  const kind = LONG_DASH.test(typed) ? FIGURE : FIGURE_OR_LATIN;
  return kind.test(left) && kind.test(right) ? '-' : '';
}

function signAmong(typed: string, before: string, behind: string, left: string, right: string): string {
  const shape = typed.normalize('NFKC');
  // ℃ is one sign, not what it is made of.
  const sign = TYPED.get(typed) ?? TYPED.get(shape) ?? (shape.length > typed.length ? typed : shape);
  // Set otherwise these are emphasis, a face, a flourish at the end, a stroke at a line's.
  if (sign === '*' || sign === '^') return FIGURE_OR_LATIN.test(left) && FIGURE_OR_LATIN.test(right) ? sign : '';
  if (sign === '/') return left !== '' && right !== '' ? sign : '';
  if (sign === '~') return FIGURE_OR_LATIN.test(behind) || (FIGURE.test(before) && right !== '') ? sign : '';
  return sign;
}

const GAP = /[^\p{L}\p{N}]+/gu;

/** The signs of a text and how many UTF-16 units of its letters stand before each. */
export function signsIn(folded: string): (Sign & { readonly letters: number })[] {
  const signs: (Sign & { readonly letters: number })[] = [];
  let [letters, from] = [0, 0];
  for (const { 0: between, index } of folded.matchAll(GAP)) {
    letters += index - from;
    from = index + between.length;
    const gap = { left: letterBefore(folded, index), between, right: letterAt(folded, from) };
    for (const { sign, start, end } of signsOfGap(gap)) {
      signs.push({ sign, start: index + start, end: index + end, letters });
    }
  }
  return signs;
}

/** A whole character: half of one is no letter. */
function letterBefore(text: string, end: number): string {
  return [...text.slice(Math.max(0, end - 2), end)].at(-1) ?? '';
}

function letterAt(text: string, at: number): string {
  return [...text.slice(at, at + 2)][0] ?? '';
}

/** The signs of some words, ready to be compared. */
export interface Signs {
  /** Before the first letter. */
  readonly before: string;
  /** Among the letters: each with its place. */
  readonly among: string;
  /** Behind the last letter. */
  readonly behind: string;
}

/** @param folded words; without a letter all their signs stand before */
export function signsOf(folded: string): Signs {
  const all = signsIn(folded);
  if (all.length === 0) return NONE;
  const length = folded.replace(GAP, '').length;
  const joined = (signs: readonly Sign[]) => signs.map(({ sign }) => sign).join('');
  return {
    before: joined(all.filter(({ letters }) => letters === 0)),
    among: all
      .filter(({ letters }) => letters > 0 && letters < length)
      .map(({ letters, sign }) => `${letters}${sign}`)
      .join(' '),
    behind: joined(all.filter(({ letters }) => letters > 0 && letters === length)),
  };
}

const NONE: Signs = { before: '', among: '', behind: '' };

/**
 * The signs right before words in a text, and whether they are the words': ≥ in 为≥408 is 408's,
 * + in 1+7 stands between both.
 *
 * @param before what stands before the words, said the words themselves
 */
export function signsBefore(before: string, said: string): { signs: string; isTheirs: boolean } {
  const start = before.length - gapAtEnd(before);
  const [left, right] = [letterBefore(before, start), letterAt(said, 0)];
  const signs = signsOfGap({ left, between: before.slice(start), right });
  return { signs: signs.map(({ sign }) => sign).join(''), isTheirs: isOf(right, left, signs) };
}

/** The same behind words. @param after what stands behind the words */
export function signsBehind(said: string, after: string): { signs: string; isTheirs: boolean } {
  const end = /[\p{L}\p{N}]/u.exec(after)?.index ?? after.length;
  const [left, right] = [letterBefore(said, said.length), letterAt(after, end)];
  const signs = signsOfGap({ left, between: after.slice(0, end), right });
  return { signs: signs.map(({ sign }) => sign).join(''), isTheirs: isOf(left, right, signs) };
}

/** A unit may be left out behind a number as any word may; a currency is looked at with the number. */
const LEFT_OUT = /^[℃℉\p{Sc}]$/u;

function isOf(own: string, other: string, signs: readonly Sign[]): boolean {
  if (!FIGURE_OR_LATIN.test(own) || FIGURE_OR_LATIN.test(other)) return false;
  return signs.some(({ sign }) => !LEFT_OUT.test(sign));
}

/** How many UTF-16 units at the end of a text are no letters. */
function gapAtEnd(text: string): number {
  let length = 0;
  for (const character of [...text].reverse()) {
    if (/[\p{L}\p{N}]/u.test(character)) break;
    length += character.length;
  }
  return length;
}
