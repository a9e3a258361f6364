import { matchReading } from '../language/readings.ts';
import type { Change } from './revision.ts';

/** A Chinese character with Latin letters in brackets behind it, half-width or full-width. */
const GLOSS_LIKE = /(\p{Script=Han})([(（]\s*([^\s()（）]{1,12})\s*[)）])/gu;

/** With so many toned glosses about, a reading without its tone is one too. */
const TONED_FOR_TONELESS = 2;

/** A single letter is more often a label, as in 啊(a) of a list, than a reading without its tone. */
const MIN_TONELESS_LETTERS = 2;

/**
 * Pinyin that a page put behind characters: `構(gòu)`. Only where it is a reading of the
 * character before it; without its tone only in a text (`context`) with several toned ones,
 * since 元(yuan) may be the author's.
 */
export function findGlosses(text: string, context: GlossContext): Change[] {
  return candidates(text)
    .filter(({ match, letters }) => match === 'exact' || (context.glossed && letters >= MIN_TONELESS_LETTERS))
    .map(({ start, end }) => ({ start, end, to: '' }));
}

/** Whether an article has glosses at all, and how many. */
export interface GlossContext {
  readonly glossed: boolean;
  readonly count: number;
}

/** Looks through the whole text of an article once. */
export function glossContext(text: string): GlossContext {
  const count = candidates(text).filter(({ match }) => match === 'exact').length;
  return { glossed: count >= TONED_FOR_TONELESS, count };
}

function candidates(text: string) {
  return [...text.matchAll(GLOSS_LIKE)]
    .map(([whole, character = '', gloss = '', latin = ''], at, all) => {
      const index = all[at]?.index ?? 0;
      const start = index + character.length;
      return { start, end: start + gloss.length, letters: latin.length, match: matchReading(character, latin), whole };
    })
    .filter(({ match }) => match !== 'none');
}
