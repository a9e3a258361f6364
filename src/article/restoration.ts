import { type ConversionEvidence, conversionEvidence } from '../language/conversion-marks.ts';
import { restoreSimplified, toSimplifiedCharacters, toTraditionalCharacters } from '../language/script.ts';
import type { Script } from './article.ts';
import { findGlosses, type GlossContext } from './gloss.ts';
import { findLostBytes } from './lost-byte.ts';
import { type Change, type Original, type Revision, revise, unrevised } from './revision.ts';
import { findHalfWidth } from './widths.ts';

/** What was found out about an article as a whole, which the repair of each line goes by. */
export interface Diagnosis {
  readonly glosses: GlossContext;
  /** The script in which it was published. */
  readonly script: Script;
  /** Whether it stands in Traditional though it was published in Simplified. */
  readonly converted: boolean;
}

/** Signs that no page shows. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]+/g;

const SEVERAL_GLOSSES = 3;
const SEVERAL_MARKS = 2;
/** The evidence of a few pages of text decides; more costs time. */
const MAX_JUDGED = 100_000;

/** Judges the script by the body alone: glosses removed and lost bytes put back. */
export function diagnose(body: string, glosses: GlossContext): Diagnosis {
  const standing = scriptOf(body);
  if (standing === 'hans') return { glosses, script: 'hans', converted: false };
  const converted = isConverted(conversionEvidence(body.slice(0, MAX_JUDGED)), glosses);
  return { glosses, script: converted ? 'hans' : 'hant', converted };
}

/** By the characters that only one of the scripts has. */
export function scriptOf(text: string): Script {
  let balance = 0;
  for (const character of text) {
    if (toSimplifiedCharacters(character) !== character) balance += 1;
    else if (toTraditionalCharacters(character) !== character) balance -= 1;
  }
  return balance > 0 ? 'hant' : 'hans';
}

/**
 * Several glosses or wrongly spelled words, and a text that keeps to one Traditional form for
 * each Simplified character, as a converter does and a writer does not for long.
 */
function isConverted({ marks, doubleForms }: ConversionEvidence, { count }: GlossContext): boolean {
  const glosses = count >= SEVERAL_GLOSSES ? count : 0;
  const words = marks.length >= SEVERAL_MARKS ? marks.length : 0;
  return glosses + words > 0 && doubleForms * 2 <= glosses + words;
}

/** A line as it was published. */
export function restore(original: Original, { glosses, converted }: Diagnosis): Revision {
  let revision = unrevised(original);
  const apply = (rule: string, find: (text: string) => readonly Change[]) => {
    revision = revise(original, revision, rule, find(revision.text));
  };
  apply('invisible-character', findInvisible);
  apply('pinyin-gloss', (text) => findGlosses(text, glosses));
  apply('lost-byte', findLostBytes);
  if (converted) apply('converted-script', findConverted);
  apply('half-width', findHalfWidth);
  return revision;
}

/** As `restore`, of a text whose place does not matter. */
export function restoreText(text: string, diagnosis: Diagnosis): string {
  return restore({ at: 0, text }, diagnosis).text;
}

function findInvisible(text: string): Change[] {
  return [...text.matchAll(INVISIBLE)].map(({ index, 0: sign }) => ({
    start: index,
    end: index + sign.length,
    to: '',
  }));
}

/** One change for each run of characters that the conversion had changed. */
function findConverted(text: string): Change[] {
  const restored = restoreSimplified(text);
  const changes: Change[] = [];
  for (let start = 0; start < text.length; start += 1) {
    let end = start;
    while (end < text.length && text.charAt(end) !== restored.charAt(end)) end += 1;
    if (end === start) continue;
    changes.push({ start, end, to: restored.slice(start, end) });
    start = end;
  }
  return changes;
}
