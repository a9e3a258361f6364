import type { Address } from '../article/address.ts';
import type { Article } from '../article/article.ts';
import { fold } from '../language/fold.ts';
import { type Head, type Letters, lettersIn, offsetsOf, readLetters, textAt } from './letters.ts';
import { indexOfPart } from './part-search.ts';
import { type Signs, signsBefore, signsBehind, signsOf } from './signs.ts';
import { cutsDenial, cutsNumber, cutsWord, numbersAsTheyStand, numbersIn } from './whole-words.ts';

/** Where an article has somebody's words: from one offset in a paragraph to another, maybe paragraphs later. */
export interface Occurrence {
  readonly article: Article;
  readonly from: Address;
  readonly to: Address;
  /** UTF-16 offset into the first paragraph. */
  readonly start: number;
  /** UTF-16 offset into the last paragraph, exclusive. */
  readonly end: number;
  /** Set where it is no paragraph but a title or a heading that has the words. */
  readonly head?: Head;
}

/** How much of the articles may still be read for one message, in letters; it only falls. */
export interface Allowance {
  letters: number;
}

/** Some tenths of a second of reading; a message of 4,000 characters over 10,000 passages mostly takes less. */
const ALLOWANCE = 400_000_000;
/** Looking closely at a place costs as much as reading past so many letters. */
const CLOSE_LOOK = 2_000;

/** What may be read for one message. */
export function newAllowance(): Allowance {
  return { letters: ALLOWANCE };
}

/**
 * Where articles say these words. Script, width, case, spaces and punctuation do not count;
 * every letter and digit does, and every sign that says something: + and ≠ are no punctuation.
 * A number is a whole one with its sign and its percent (68万 is not in 268万, nor 25 in 2.5),
 * and what is said of it is not cut off from its 不.
 *
 * @returns the first occurrence in each article that has one in its paragraphs; none for words without a letter
 */
export function findVerbatim(words: string, articles: readonly Article[]): Occurrence[] {
  const allowance = newAllowance();
  const unit = unitOf(words);
  return articles.flatMap((article) => {
    const letters = readLetters(article);
    for (const at of placesOf(unit, letters, allowance)) {
      const found = occurrence(article, letters, at, at + unit.letters.length);
      if (found.head === undefined) return [found];
    }
    return [];
  });
}

/** Somebody's words, ready to be looked for. */
export interface Unit {
  readonly letters: string;
  /** Its numbers in order: that letters are alike does not make 1.5 of 15. */
  readonly numbers: string;
  /** And that letters are alike does not make 1+7 of 1-7. */
  readonly signs: Signs;
}

export function unitOf(words: string): Unit {
  const folded = fold(words);
  return { letters: lettersIn(folded), numbers: numbersIn(folded), signs: signsOf(folded) };
}

/** Words one behind the other that an article has in a row. */
export interface Run {
  readonly occurrence: Occurrence;
  /** How many of the units, from the first on. */
  readonly units: number;
}

/**
 * The most units in a row, the first of them included, that some article has in a row, too.
 * @param allowance what may be read; where it is used up nothing is found
 * @returns undefined where no article has even the first
 */
export function longestRun(
  units: readonly Unit[],
  articles: readonly Article[],
  allowance: Allowance,
): Run | undefined {
  const [first] = units;
  if (first === undefined) return undefined;
  let best: { article: Article; start: number; end: number; units: number } | undefined;
  for (const article of articles) {
    const letters = readLetters(article);
    for (const start of placesOf(first, letters, allowance)) {
      const found = { article, start, ...followed(units, start, letters, allowance) };
      if (best === undefined || found.units > best.units) best = found;
      // A place where nothing follows that could: the others are looked at only for what comes next.
      if (best.units === units.length) break;
    }
  }
  if (best === undefined) return undefined;
  return { occurrence: occurrence(best.article, readLetters(best.article), best.start, best.end), units: best.units };
}

/** How far the units go on in an article's letters from where the first of them begins. */
function followed(units: readonly Unit[], start: number, letters: Letters, allowance: Allowance) {
  let end = start;
  let count = 0;
  for (const unit of units) {
    if (!letters.text.startsWith(unit.letters, end)) break;
    allowance.letters -= unit.letters.length;
    if (count > 0 && !(isUncut(unit, end, letters) && isSaidBetween(units[count - 1], unit, end, letters))) break;
    end += unit.letters.length;
    count += 1;
  }
  return { end, units: count };
}

/** Where a unit stands with nothing cut off at either end that changes what it says. */
function* placesOf(unit: Unit, letters: Letters, allowance: Allowance): Iterable<number> {
  if (unit.letters === '') return;
  let from = 0;
  while (allowance.letters > 0) {
    const at = indexOfPart(letters.text, unit.letters, from);
    allowance.letters -= (at < 0 ? letters.text.length : at + 1) - from;
    if (at < 0) return;
    allowance.letters -= CLOSE_LOOK;
    if (isUncut(unit, at, letters) && !cutsDenial(before(at, letters), unit.letters)) yield at;
    from = at + 1;
  }
}

/** Letters with more white space and punctuation among them than any message has room for are not in a row. UTF-16 units. */
const LONGEST_SAID = 20_000;

/** Whether the numbers of a unit are those of the place where its letters stand. */
function isUncut(unit: Unit, at: number, letters: Letters): boolean {
  const end = at + unit.letters.length;
  const said = saidBetween(at, end, letters);
  if (said.length > LONGEST_SAID) return false;
  const [left, right] = [before(at, letters), behind(end, letters)];
  return (
    !cutsNumber(left, said, right) &&
    !cutsWord(left, said, right) &&
    numbersAsTheyStand(left, said, right) === unit.numbers &&
    hasItsSigns(unit.signs, left, said, right)
  );
}

/** Whether the signs of a unit are those of the place, with those beside it that are the unit's or that it has. */
function hasItsSigns(signs: Signs, left: string, said: string, right: string): boolean {
  const [before, behind] = [signsBefore(left, said), signsBehind(said, right)];
  if (signs.before !== before.signs && (signs.before !== '' || before.isTheirs)) return false;
  if (signs.behind !== behind.signs && (signs.behind !== '' || behind.isTheirs)) return false;
  return signs.among === signsOf(said).among;
}

/** Whether the signs between two units that follow one another are those between them in the article. */
function isSaidBetween(one: Unit | undefined, other: Unit, at: number, letters: Letters): boolean {
  const { signs } = signsBefore(before(at, letters), other.letters);
  return signs === `${one?.signs.behind ?? ''}${other.signs.before}`;
}

/** As much beside a place as can matter to the words there. */
const BESIDE = 12;

function before(at: number, letters: Letters): string {
  const { folded, offset } = placed(at, letters);
  return folded.slice(Math.max(0, offset - BESIDE), offset);
}

function behind(end: number, letters: Letters): string {
  const { folded, offset } = placed(end - 1, letters);
  return folded.slice(offset + 1, offset + 1 + BESIDE);
}

/** The article's folded text from one letter to another; paragraphs a line each. */
function saidBetween(start: number, end: number, letters: Letters): string {
  const first = placed(start, letters);
  const last = placed(end - 1, letters);
  if (first.index === last.index) return first.folded.slice(first.offset, last.offset + 1);
  const between = letters.texts.slice(first.index + 1, last.index).map(({ folded }) => folded);
  return [first.folded.slice(first.offset), ...between, last.folded.slice(0, last.offset + 1)].join('\n');
}

/** The text that a letter stands in, and at which UTF-16 offset. */
function placed(at: number, letters: Letters) {
  const index = textAt(letters, at);
  const lettered = letters.texts[index];
  if (lettered === undefined) throw new Error('an occurrence lies in no paragraph');
  return { index, lettered, folded: lettered.folded, offset: offsetsOf(lettered)[at - lettered.from] ?? 0 };
}

function occurrence(article: Article, letters: Letters, start: number, end: number): Occurrence {
  const first = placed(start, letters);
  const last = placed(end - 1, letters);
  const { head } = first.lettered;
  return {
    article,
    from: first.lettered.address,
    to: last.lettered.address,
    start: first.offset,
    end: last.offset + 1,
    ...(head === undefined ? {} : { head }),
  };
}
