import { isSyllable, matchReading, readsWord, syllablesOf } from '../language/readings.ts';
import { toSimplifiedCharacters } from '../language/script.ts';
import { familiarity } from './gbk.ts';
import type { Change } from './revision.ts';
import { UNREADABLE } from './unreadable.ts';

/** A Chinese character with Latin letters in brackets behind it, half-width or full-width. */
const GLOSS_LIKE = /(\p{Script=Han})([(（]\s?((?!\p{Lu})[\p{Script=Latin}\p{M}0-5:'’\s-]{1,28})[)）])/gu;
const HAN = /\p{Script=Han}/u;
/** What a page leaves between a gloss and the text behind it. */
const SPACE_BEHIND = /^[ \u00a0\u3000](?=\S)/;

/** With so many glosses about that only a page puts there, a reading without its tone is one too. */
const TONED_FOR_TONELESS = 2;
/** In full-width brackets an author may tell several: 长（zhǎng）与长（cháng）. */
const WIDE_FOR_TONELESS = 5;
/** The same where none has its tone: so many different characters. */
const TONELESS_FOR_ALL = 3;

/** A single letter is more often a label, as in 啊(a) of a list, than a reading without its tone. */
const MIN_TONELESS_LETTERS = 2;
/** Characters of a word that one gloss is for. */
const LONGEST_WORD = 4;

/** What is known of the glosses of a whole article. */
export interface GlossContext {
  /** Whether a page put them there: several stand behind characters that every reader knows. */
  readonly glossed: boolean;
  /** How many a page put there. */
  readonly count: number;
  /** Whether the page left a space behind each. */
  readonly spaced: boolean;
  /** Whether they stand in full-width brackets; an author's are in the other ones then. */
  readonly wide: boolean;
  /** Of a page that glosses into the bytes: the characters that have a gloss, and those that never have one. */
  readonly habit: { readonly glossed: ReadonlySet<string>; readonly left: ReadonlySet<string> } | undefined;
  /** Rare characters that have a gloss in one place and none in another: the author told the reader once how they are read. */
  readonly explained: ReadonlySet<string>;
}

/**
 * Pinyin that a page put behind characters: `構(gòu)`, with the space that it left behind it. By
 * itself only where it reads a character that nobody needs to be told how to read, tone and all,
 * and stands in half-width brackets, which authors hardly use. In a text with several of them also without its tone, with another tone, or for a whole word;
 * 元(yuan) alone may be the author's, and so may 埗（bù）.
 */
export function findGlosses(text: string, context: GlossContext): Change[] {
  if (!text.includes(')') && !text.includes('）')) return [];
  return candidates(text)
    .filter((candidate) => isOfPage(candidate, context))
    .map(({ start, end }) => {
      const space = context.spaced ? (SPACE_BEHIND.exec(text.slice(end, end + 2))?.[0].length ?? 0) : 0;
      return { start, end: end + space, to: '' };
    });
}

const BEHIND_UNREADABLE = new RegExp(`(?<=${UNREADABLE})[(（]([\\p{Script=Latin}\\p{M}]{1,8})[)）]`, 'gu');

/** What is left of glosses behind characters that cannot be told: they would tell a reader less than nothing. */
export function findGlossesOfUnreadable(text: string, { glossed }: GlossContext): Change[] {
  if (!glossed || !text.includes(UNREADABLE)) return [];
  return [...text.matchAll(BEHIND_UNREADABLE)]
    .filter(([, latin = '']) => isSyllable(latin))
    .map(({ index, 0: gloss }) => ({ start: index, end: index + gloss.length, to: '' }));
}

/** Looks through the whole text of an article once. */
export function glossContext(text: string): GlossContext {
  const found = candidates(text);
  const known = found.filter(({ match, character, letters }) => isReading(match, letters) && isKnown(character));
  const wide = known.filter(({ isWide }) => isWide).length * 2 > known.length;
  const narrow = known.filter(({ isWide }) => !isWide);
  const toned = known.filter(({ match }) => match === 'exact');
  const glossed =
    toned.filter(({ isWide }) => !isWide).length >= TONED_FOR_TONELESS ||
    toned.length >= WIDE_FOR_TONELESS ||
    new Set(narrow.map(({ character }) => character)).size >= TONELESS_FOR_ALL;
  const spaces = known.filter(({ end }) => SPACE_BEHIND.test(text.slice(end, end + 2))).length;
  return {
    glossed,
    count: glossed ? known.length : 0,
    spaced: glossed && spaces * 2 > known.length,
    wide,
    habit: glossed && CUTS_BYTES.test(text) ? habitOf(text, known) : undefined,
    explained: explainedIn(text, found),
  };
}

/** A sign of the decoder's right before a gloss. */
const CUTS_BYTES = /[?？\ufffd][(（]?[\p{Script=Latin}\p{M}]{1,8}[)）]/u;

/** Whether a text has a gloss that may stand between the bytes of a character. */
export function cutsBytes(text: string): boolean {
  return CUTS_BYTES.test(text);
}

function habitOf(text: string, known: readonly Candidate[]): NonNullable<GlossContext['habit']> {
  const glossed = new Set(known.map(({ character }) => character));
  const left = new Set([...text].filter((character) => HAN.test(character) && !glossed.has(character)));
  return { glossed, left };
}

/** How Latin letters behind a character relate to it; `word`: they read several characters before them. */
type Match = ReturnType<typeof matchReading> | 'word';

interface Candidate {
  readonly character: string;
  readonly start: number;
  readonly end: number;
  readonly letters: number;
  readonly isWide: boolean;
  readonly match: Match;
}

/** Whether nobody needs to be told how a character is read. */
function isKnown(character: string): boolean {
  return familiarity(toSimplifiedCharacters(character)) === 'common';
}

function isReadInOneWay(character: string): boolean {
  return syllablesOf(character).length === 1;
}

function isReading(match: Match, letters: number): boolean {
  return match === 'exact' || (match === 'toneless' && letters >= MIN_TONELESS_LETTERS);
}

function isOfPage({ match, letters, character, isWide }: Candidate, context: GlossContext): boolean {
  if (context.explained.has(character)) return false;
  if (!context.glossed) return match === 'exact' && !isWide && isKnown(character);
  if (isWide && !context.wide && !(isKnown(character) && isReadInOneWay(character))) return false;
  return isReading(match, letters) || match === 'other-tone' || match === 'word';
}

function candidates(text: string): Candidate[] {
  return [...text.matchAll(GLOSS_LIKE)]
    .map(({ index, 1: character = '', 2: gloss = '', 3: latin = '' }) => {
      const start = index + character.length;
      const letters = latin.trim();
      const single = matchReading(character, letters);
      const match: Match = single === 'none' && readsWordBefore(text, start, letters) ? 'word' : single;
      const isWide = gloss.startsWith('（');
      return { character, start, end: start + gloss.length, letters: letters.length, isWide, match };
    })
    .filter(({ match }) => match !== 'none');
}

function readsWordBefore(text: string, end: number, latin: string): boolean {
  if (latin.length < 2 * MIN_TONELESS_LETTERS) return false;
  const before = [...text.slice(Math.max(0, end - LONGEST_WORD), end)];
  return before.some((_, from) => readsWord(before.slice(from), latin));
}

function explainedIn(text: string, found: readonly Candidate[]): Set<string> {
  const glosses = new Map<string, number>();
  for (const { character } of found) {
    if (familiarity(toSimplifiedCharacters(character)) === 'rare')
      glosses.set(character, (glosses.get(character) ?? 0) + 1);
  }
  if (glosses.size === 0) return new Set();
  const all = new Map<string, number>();
  for (const character of text) if (glosses.has(character)) all.set(character, (all.get(character) ?? 0) + 1);
  return new Set([...glosses].filter(([character, count]) => count < (all.get(character) ?? 0)).map(([rare]) => rare));
}
