import type { Section } from '../article/article.ts';
import type { Span } from '../language/sentences.ts';
import { bearing } from './bearing.ts';
import { type Candidate, readCandidates } from './candidates.ts';
import { countGrams } from './grams.ts';
import { headingShares } from './heading.ts';
import { headlinesAmong } from './headlines.ts';
import { balanced, withoutOrnaments } from './ornaments.ts';
import { salience } from './salience.ts';
import { bestAlone, bestWithinBudget, covering, type Judgement, MOST_CHARACTERS, type Room } from './selection.ts';
import { spokenness } from './spoken.ts';

/** A sentence of a section's summary, word for word as it stands in the section. */
export interface SummarySentence {
  /** Its paragraph, counted from 1. */
  readonly paragraph: number;
  /** UTF-16 offsets into that paragraph. */
  readonly span: Span;
  readonly text: string;
}

/** What is known about the article that a section is part of. */
export interface Surroundings {
  readonly title?: string;
  /** Whether the section ends the article, where a flourish may close it. */
  readonly last?: boolean;
}

/** In a section of fewer code points the best sentence may stand alone. */
const SHORTEST_COVERED = 200;
/** Up to so many a section is told by two sentences; beyond, by a share of what it has more, and a sentence more for each stretch. */
const SHORT_SECTION = 400;
const SHARE_BEYOND = 0.16;
const PER_SENTENCE = 300;
/** What fits on a phone without scrolling far. */
const MOST_ROOM: Room = { characters: 360, sentences: 6 };
/** More than these are not looked over. */
const MOST_HEADLINES = 10;

/** From here on a section is treated as a transcript of talk. */
const TALK = 0.5;

/** People's summaries of meetings have about 150 code points, whatever the meeting's length. */
const EXPECTED_OF_TALK = 150;
/** In print it grows with the text, within what is worth reading and what may be shown. */
const EXPECTED_OF_PRINT = { share: 0.08, least: 60, most: 120 };

/**
 * A section in a nutshell, which an outline without headlines begins with: at most 2 of its own sentences,
 * at most 120 code points together, verbatim and whole, in document order. Where no sentence is that
 * short, the best one alone.
 *
 * @returns nothing for a section without a sentence.
 */
export function summarise(section: Section, surroundings: Surroundings = {}): SummarySentence[] {
  return read(section, surroundings).best.map(asSentence);
}

/**
 * A section at a glance, by its own sentences, verbatim and whole, in document order: the headlines
 * that its paragraphs open with; where it has none, the best sentences of `summarise` and, the longer
 * the section, the more that cover what those leave out.
 *
 * @returns nothing for a section without a sentence.
 */
export function outline(section: Section, surroundings: Surroundings = {}): SummarySentence[] {
  const { candidates, telling, best, judgement } = read(section, surroundings);
  const headlines = headlinesAmong(candidates);
  if (headlines.length > MOST_HEADLINES) return covering([], headlines, judgement, MOST_ROOM).map(asSentence);
  if (headlines.length > 0) return headlines.map(asSentence);
  return covering(best, telling, judgement, roomFor(candidates)).map(asSentence);
}

function asSentence({ paragraph, span, text }: Candidate): SummarySentence {
  return { paragraph, span, text };
}

/** A section's sentences, which of them tell what is told, and the best two. */
function read(section: Section, { title, last = false }: Surroundings) {
  const candidates = readCandidates(section.paragraphs);
  const spoken = spokenness(candidates.map(({ folded }) => folded).join(''));
  const judgement = judge(candidates, section, section.heading ?? title ?? '', spoken);
  const telling = withoutOrnaments(candidates, { talk: spoken > TALK, last });
  return { candidates, telling, judgement, best: choose(telling, candidates, judgement) };
}

/** One or two sentences in a section that is read in a moment, two in a short one, more in a longer one. */
function roomFor(candidates: readonly Candidate[]): Room {
  const length = candidates.reduce((sum, candidate) => sum + candidate.length, 0);
  if (length < SHORTEST_COVERED) return { characters: MOST_CHARACTERS, sentences: 1 };
  const beyond = Math.max(0, length - SHORT_SECTION);
  return {
    characters: Math.min(MOST_ROOM.characters, MOST_CHARACTERS + Math.round(beyond * SHARE_BEYOND)),
    sentences: Math.min(MOST_ROOM.sentences, 2 + Math.floor(beyond / PER_SENTENCE)),
  };
}

function judge(candidates: readonly Candidate[], section: Section, heading: string, spoken: number): Judgement {
  const grams = countGrams(candidates);
  const headed = headingShares(grams, heading);
  return {
    bySentence: grams.bySentence,
    chances: salience(grams, { heading, paragraphs: section.paragraphs.length, spoken }),
    // A sentence that has the whole heading counts twice.
    bearings: candidates.map((candidate) => bearing(candidate, spoken > TALK) * (1 + (headed[candidate.index] ?? 0))),
    expectedLength: expectedLength(candidates, spoken),
  };
}

/** Code points that a person's summary would have: between that of print and that of talk. */
function expectedLength(candidates: readonly Candidate[], spoken: number): number {
  const { share, least, most } = EXPECTED_OF_PRINT;
  const length = candidates.reduce((sum, candidate) => sum + candidate.length, 0);
  const print = Math.min(most, Math.max(least, share * length));
  return print + (EXPECTED_OF_TALK - print) * spoken;
}

/** Ornaments, and torn quotations last of all, are better than a sentence that breaks the budget. */
function choose(telling: readonly Candidate[], all: readonly Candidate[], judgement: Judgement): Candidate[] {
  const whole = all.filter(({ text }) => balanced(text));
  for (const candidates of [telling, whole, all]) {
    const best = bestWithinBudget(candidates, judgement);
    if (best.length > 0) return best;
  }
  const alone = bestAlone(whole, judgement) ?? bestAlone(all, judgement);
  return alone === undefined ? [] : [alone];
}
