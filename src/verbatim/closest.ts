import type { Article } from '../article/article.ts';
import { fold } from '../language/fold.ts';
import { idfOf } from '../language/idf.ts';
import { withNumeralsExchanged } from '../language/numerals.ts';
import { rarityIn } from '../language/rarity.ts';
import { cut } from '../language/segment.ts';
import { isStopWord } from '../language/stop-words.ts';
import {
  FIRST_DIGIT,
  isDigit,
  LAST_DIGIT,
  LATIN_OR_DIGIT,
  PAIR,
  type Pair,
  pairOf,
  pairsIn,
  pairsInOrder,
  tellingness,
  unitsOf,
} from './letter-pairs.ts';
import { type Head, type LetteredText, lettersOf, readLetters } from './letters.ts';
import { numbersIn } from './whole-words.ts';

/** A text of an article that somebody's words have something in common with. */
export interface Near {
  readonly article: Article;
  readonly lettered: LetteredText;
  /** What the words share with it, weighed by rarity. */
  readonly shared: number;
  /** How rare the names, terms and figures are that both have; 0 where there are none. Natural logarithm. */
  readonly subject: number;
}

/** What of the articles has something in common with some words. */
export interface Nearness {
  /** Best first, at most `CANDIDATES`. */
  readonly near: readonly Near[];
  /** What the best would share if it had all of the words. */
  readonly all: number;
}

/** How many texts of the articles are looked at closely for some words. */
const CANDIDATES = 24;

/** What a number weighs that words and text share as a whole. */
const NUMBER = 4;

/**
 * What in the articles several texts are near to. They are compared by the pairs of letters that
 * stand in both, each weighed by how rare it is in the articles and in Chinese at large, so that
 * a name weighs much and 社会 in an article about society little; how much else the one or the
 * other says does not count (containment, not likeness). One pass over all articles for all texts:
 * the work is the articles' letters and, beyond that, what is shared. A number in words is near to
 * the same in digits.
 */
export function nearTo(texts: readonly string[], articles: readonly Article[]): Nearness[] {
  const exchanged = texts.map((text) => withNumeralsExchanged(fold(text)));
  const others = exchanged.filter((text) => text !== undefined);
  const found = nearAsWritten([...texts, ...others], articles);
  let next = texts.length;
  return exchanged.flatMap((other, at) => {
    const [as, otherwise] = [found[at], other === undefined ? undefined : found[next]];
    if (other !== undefined) next += 1;
    if (as === undefined) return [];
    return [otherwise !== undefined && closeness(otherwise) > closeness(as) ? otherwise : as];
  });
}

/** Of two ways to write a number only one mostly says anything. */
function closeness({ near: [best], all }: Nearness): number {
  return best === undefined || !sharesSubject(best, all) ? 0 : best.shared + best.subject;
}

function nearAsWritten(texts: readonly string[], articles: readonly Article[]): Nearness[] {
  const pairsOfText = texts.map((text) => pairsIn(lettersOf(text)));
  const wanted = new Map<Pair, number>();
  const firsts = new Uint8Array(PAIR);
  for (const pair of pairsOfText.flatMap((pairs) => [...pairs])) {
    if (!wanted.has(pair)) wanted.set(pair, wanted.size);
    const [first] = unitsOf(pair);
    firsts[first] = 1;
    if (isDigit(first)) firsts.fill(1, FIRST_DIGIT, LAST_DIGIT + 1);
  }
  const { frequency, hits, size } = hitsIn(articles, wanted, firsts);
  const rarity = rarityIn({
    passages: size,
    gram: (first, second) => frequency[wanted.get(first * PAIR + second) ?? -1] ?? 0,
    term: () => 0,
  });
  const weights = new Float64Array(wanted.size);
  for (const [pair, id] of wanted) {
    weights[id] = rarity.pair(...unitsOf(pair)) * tellingness(pair);
  }
  const textsOfPair = Array.from(wanted, (): number[] => []);
  pairsOfText.forEach((pairs, text) => {
    for (const pair of pairs) textsOfPair[wanted.get(pair) ?? -1]?.push(text);
  });
  const best = bestHits(texts.length, hits, textsOfPair, weights);
  return texts.map((words, text) => {
    const own = [...(pairsOfText[text] ?? [])].reduce((sum, pair) => sum + (weights[wanted.get(pair) ?? -1] ?? 0), 0);
    const inOrder = pairsInOrder(lettersOf(words)).map((pair) => wanted.get(pair) ?? -1);
    const terms = inOrder.slice(1).flatMap((second, at): Term[] => {
      const first = inOrder[at] ?? -1;
      const weight = (weights[first] ?? 0) + (weights[second] ?? 0);
      return weight >= RARE_TERM ? [{ first, second }] : [];
    });
    return nearness(words, own, best[text] ?? [], terms);
  });
}

interface ScoredHit {
  readonly hit: Hit;
  readonly score: number;
}

/** For each text the hits that share most with it, best first. */
function bestHits(
  texts: number,
  hits: readonly Hit[],
  textsOfPair: readonly (readonly number[])[],
  weights: Float64Array,
): ScoredHit[][] {
  const best = Array.from({ length: texts }, (): ScoredHit[] => []);
  const scores = new Float64Array(texts);
  for (const hit of hits) {
    scores.fill(0);
    for (const id of hit.pairs) {
      for (const text of textsOfPair[id] ?? []) scores[text] = (scores[text] ?? 0) + (weights[id] ?? 0);
    }
    best.forEach((list, text) => {
      const score = scores[text] ?? 0;
      if (score > 0) keep(list, { hit, score });
    });
  }
  return best;
}

/** Keeps a list in order and short; of two alike the earlier comes first. */
function keep(list: ScoredHit[], found: ScoredHit): void {
  if (list.length >= CANDIDATES && found.score <= (list.at(-1)?.score ?? 0)) return;
  const at = list.findIndex(({ score }) => score < found.score);
  list.splice(at < 0 ? list.length : at, 0, found);
  if (list.length > CANDIDATES) list.pop();
}

/** A text of an article and which of the wanted pairs stand in it. */
interface Hit {
  readonly article: Article;
  readonly lettered: LetteredText;
  readonly pairs: readonly number[];
}

/** Day, month and year stand in many a sentence: such a line is quoted, or it is not what words are near to. */
const ONLY_WHOLE: ReadonlySet<Head> = new Set(['published', 'authors', 'editors']);

/** One pass over all letters. */
function hitsIn(articles: readonly Article[], wanted: ReadonlyMap<Pair, number>, firsts: Uint8Array) {
  const frequency = new Uint32Array(wanted.size);
  const seenIn = new Int32Array(wanted.size).fill(-1);
  const hits: Hit[] = [];
  let size = 0;
  for (const article of articles) {
    const { text, texts } = readLetters(article);
    texts.forEach((lettered, index) => {
      if (lettered.head !== undefined && ONLY_WHOLE.has(lettered.head)) return;
      const end = texts[index + 1]?.from ?? text.length + 1;
      const pairs: number[] = [];
      for (let at = lettered.from; at + 1 < end; at += 1) {
        const first = text.charCodeAt(at);
        if (firsts[first] !== 1) continue;
        const id = wanted.get(pairOf(first, text.charCodeAt(at + 1)));
        if (id === undefined || seenIn[id] === size) continue;
        seenIn[id] = size;
        frequency[id] = (frequency[id] ?? 0) + 1;
        pairs.push(id);
      }
      if (pairs.length > 0) hits.push({ article, lettered, pairs });
      size += 1;
    });
  }
  return { frequency, hits, size };
}

const NO_NUMBERS: ReadonlySet<string> = new Set();
const NO_PAIRS: ReadonlySet<number> = new Set();

/** Three letters in a row, as two of the wanted pairs: a name or a term that no dictionary has. */
interface Term {
  readonly first: number;
  readonly second: number;
}

/** As rare as a name is in an article by itself; of a large library fewer things are so rare. */
const RARE_TERM = 7.5;
/** More such letters in a row say the same once more. */
const MOST_TERMS = 3;

function nearness(words: string, own: number, best: readonly ScoredHit[], terms: readonly Term[]): Nearness {
  const folded = fold(words);
  const [numbers, subjects] = [numbersOf(folded), subjectsIn(folded)];
  const near = best
    .map(({ hit: { article, lettered, pairs }, score }): Near => {
      const present = terms.length === 0 ? NO_PAIRS : new Set(pairs);
      const shares = terms.filter(({ first, second }) => present.has(first) && present.has(second)).length;
      const has = numbers.length === 0 ? NO_NUMBERS : numbersOfLettered(lettered);
      const figures = numbers.filter((number) => has.has(number));
      const alike = numbers.filter((number) => !has.has(number) && has.has(bare(number)));
      const shared = score + NUMBER * (figures.length + alike.length / 2);
      const words = subjects.filter(({ text }) => hasWord(lettered.folded, text));
      const subject =
        words.reduce((sum, { weight }) => sum + weight, 0) +
        SUBJECT * (figures.filter(isLongNumber).length + Math.min(MOST_TERMS, shares));
      return { article, lettered, shared, subject };
    })
    .sort((a, b) => b.shared + b.subject - a.shared - a.subject);
  return { near, all: own + NUMBER * numbers.length };
}

/** Without sign, currency and percent: what differs in these alone is alike. Set apart from numbers by a mark. */
function bare(number: string): string {
  return `~${number.replace(/[^\d.]/g, '')}`;
}

/** Of three figures or more: hardly anything else has it by chance. */
function isLongNumber(number: string): boolean {
  return number.replace(/\D/g, '').length > 2;
}

function numbersOf(folded: string): string[] {
  return [...new Set(numbersIn(folded).split(' '))].filter((number) => number !== '');
}

const numbersOfText = new WeakMap<LetteredText, ReadonlySet<string>>();

function numbersOfLettered(lettered: LetteredText): ReadonlySet<string> {
  const known = numbersOfText.get(lettered);
  if (known !== undefined) return known;
  const own = numbersOf(lettered.folded);
  const numbers = new Set([...own, ...own.map(bare)]);
  numbersOfText.set(lettered, numbers);
  return numbers;
}

/** Of what the words weigh, so much shared is near. */
const NEAR_SHARE = 0.3;
/** But not where that is a pair or two that stand everywhere. */
const LEAST_SHARED = 2;
/** All of the words in a row is near whatever they are: a number cut short, what is denied there. */
const NEARLY_ALL = 0.9;
/** Or a word as rare as this, by itself or with others: that is what is spoken of. Natural logarithm. */
const SUBJECT = 3;
/** Commoner words are spoken in every text. */
const EVERYDAY = 5.5;

/**
 * Whether words and text speak of the same at all: a good part of the words is there, or what
 * they are about is: a name, a rare word, a long number.
 * @param all what they could share, as `nearTo` has it
 */
export function sharesSubject({ shared, subject }: Near, all: number): boolean {
  if (subject >= SUBJECT) return true;
  const share = all > 0 ? shared / all : 0;
  return share >= NEARLY_ALL || (share >= NEAR_SHARE && shared >= LEAST_SHARED);
}

/** A word may be longer than this only where it is a run of noise. */
const LONGEST_WORD = 24;

function subjectsIn(folded: string): { text: string; weight: number }[] {
  const distinct = new Set(cut(folded).map(({ text }) => text));
  return [...distinct].flatMap((text) => {
    if (text.length < 2 || text.length > LONGEST_WORD || isStopWord(text)) return [];
    // 他说, 是个: what the dictionary joins is no term for that.
    if (text.length === 2 && [...text].some(isStopWord)) return [];
    if (/^\d/.test(text)) return [];
    const weight = idfOf(text) - EVERYDAY;
    return weight > 0 ? [{ text, weight }] : [];
  });
}

/** A number or a Latin word is there only as a whole. */
function hasWord(folded: string, word: string): boolean {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    const [left, right] = [folded.charAt(at - 1), folded.charAt(at + word.length)];
    if (!LATIN_OR_DIGIT.test(word) || !(LATIN_OR_DIGIT.test(left) || LATIN_OR_DIGIT.test(right))) return true;
  }
  return false;
}
