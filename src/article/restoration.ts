import { restoreSimplified } from '../language/script.ts';
import { findGlosses, findGlossesOfUnreadable, type GlossContext } from './gloss.ts';
import { countSuspects, findLostBytes } from './lost-byte.ts';
import { findPlaceholders, findReplacedMarks, type PlaceholderContext } from './placeholder.ts';
import { findReplacedSigns } from './replaced-sign.ts';
import { type Change, type Original, type Revision, revise, unrevised } from './revision.ts';
import { UNREADABLE } from './unreadable.ts';
import { findHalfWidth } from './widths.ts';

/** What was found out about an article as a whole, which the repair of each of its lines goes by. */
export interface Diagnosis {
  readonly glosses: GlossContext;
  readonly placeholders: PlaceholderContext;
  /** Whether lines are searched for lost bytes. */
  readonly mayLackBytes: boolean;
  /** Whether the text was converted to Traditional character by character. */
  readonly converted: boolean;
}

/** Markdown for a heading, a label of a subtitle: markup, not text. */
const HEADING_MARK = /^(?:#{1,6}\s+|副标?[题題]\s*[：:]\s*)/;
/** **灯的来历**, Markdown for a line in bold. */
const BOLD_LINE = /^\*\*[^*]{2,40}\*\*$/;

/** Signs that no page shows. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]+/g;

/** An article in which every line lacked bytes would not be readable at all. */
const MAX_SUSPECTS = 1500;
/** The same of a long one, a character. */
const MAX_SUSPECT_SHARE = 0.15;

/** Whether lost bytes may be looked for in these lines; not in a text that is odd throughout. */
export function mayLackBytes(lines: readonly string[], glosses: GlossContext): boolean {
  const length = lines.reduce((total, line) => total + line.length, 0);
  const most = Math.max(MAX_SUSPECTS, length * MAX_SUSPECT_SHARE);
  let suspects = 0;
  for (const line of lines) {
    suspects += countSuspects(line, glosses);
    if (suspects > most) return false;
  }
  return true;
}

/** Undoes what put other characters into the text: invisible ones, placeholders, glosses, misread bytes. */
export function mend(original: Original, condition: Omit<Diagnosis, 'converted'>): Revision {
  const { glosses, placeholders, mayLackBytes: search } = condition;
  let revision = unrevised(original);
  revision = revise(original, revision, 'invisible-character', findInvisible(revision.text));
  revision = revise(original, revision, 'placeholder', findPlaceholders(revision.text, placeholders));
  revision = revise(original, revision, 'heading-mark', findHeadingMark(revision.text));
  revision = revise(original, revision, 'pinyin-gloss', findGlosses(revision.text, glosses));
  if (search) {
    revision = revise(original, revision, 'lost-byte', findLostBytes(revision.text, glosses));
    // A gloss may have been put behind a character that was misread since.
    revision = revise(original, revision, 'pinyin-gloss', findGlosses(revision.text, glosses));
    revision = revise(original, revision, 'pinyin-gloss', findGlossesOfUnreadable(revision.text, glosses));
  }
  revision = revise(original, revision, 'placeholder', findReplacedMarks(revision.text, placeholders));
  return revise(original, revision, 'unreadable', findReplacedSigns(revision.text));
}

/** Undoes what respelled a mended text: conversion to Traditional, half-width marks. */
export function respell(original: Original, mended: Revision, converted: boolean): Revision {
  const spelled = converted ? revise(original, mended, 'converted-script', findConverted(mended.text)) : mended;
  return revise(original, spelled, 'half-width', findHalfWidth(spelled.text));
}

/** A text without a place in the article, such as a name, as it was published. */
export function restoreText(text: string, diagnosis: Diagnosis): string {
  const original = { at: 0, text };
  // What was marked before is no sentence's end: names have none.
  const isSearched = diagnosis.mayLackBytes && !text.includes(UNREADABLE);
  return respell(original, mend(original, { ...diagnosis, mayLackBytes: isSearched }), diagnosis.converted).text;
}

/** Whether a line is marked as a heading. */
export function hasHeadingMark(line: string): boolean {
  return HEADING_MARK.test(line) || BOLD_LINE.test(line);
}

function findHeadingMark(text: string): Change[] {
  if (BOLD_LINE.test(text)) {
    return [0, text.length - 2].map((start) => ({ start, end: start + 2, to: '' }));
  }
  const mark = HEADING_MARK.exec(text)?.[0];
  return mark === undefined ? [] : [{ start: 0, end: mark.length, to: '' }];
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
