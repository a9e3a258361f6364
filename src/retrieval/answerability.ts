import { z } from 'zod';
import { idfOf } from '../language/idf.ts';
import type { Span } from '../language/sentences.ts';
import { FEATURE_NAMES } from './evidence/features.ts';
import type { Probe, ProbeWord } from './evidence/probe.ts';
import { isOutOfReach, lackingIn } from './lacking.ts';
import type { Ranked } from './rank.ts';
import { readModel } from './read-model.ts';
import { paraphrasesOf } from './sentence/paraphrases.ts';
import { type TreeScorer, treeScorer } from './trees.ts';

interface Feature {
  readonly name: string;
  /** @param ranked best first, at least one. */
  of(probe: Probe, top: Ranked, ranked: readonly Ranked[]): number;
}

/** What tells whether the best passage answers at all, beside its own evidence. */
const FEATURES: readonly Feature[] = [
  // With few words asked, each that is missing weighs more.
  { name: 'words asked', of: (probe) => probe.words.length },
  { name: 'score', of: (_, top) => top.score },
  // A question that is answered here is answered in one place more than in all others.
  { name: 'margin', of: (_, top, ranked) => (ranked[1] === undefined ? 0 : top.score - ranked[1].score) },
  // By rarity in Chinese at large: what is common in this library may still be what is asked for.
  { name: 'coverage at large', of: (probe, top) => coverageAtLarge(probe, top) },
  // A name that no passage has is about something else.
  { name: 'absent entities', of: (probe, _, ranked) => absentEntities(probe, ranked) },
  // 马翠芳的工资: what is said of a name that is there decides, not the name.
  { name: 'predicate coverage', of: (probe, top) => predicateCoverage(probe, top, top.passage.folded) },
  { name: 'predicate coverage nearby', of: (probe, top) => predicateCoverage(probe, top, nearby(top)) },
  {
    name: 'predicate words missing',
    of: (probe, top) => predicatesOf(probe, top).filter((word) => !said(word, nearby(top))).length,
  },
  { name: 'predicate characters nearby', of: (probe, top) => predicateCharacters(probe, top) },
  // With one name and one noun asked, the noun is all there is.
  // Another passage of the article may name what this one calls by a pronoun; what none names is not answered.
  {
    name: 'words the article lacks',
    of: ({ question }, top) => lackingIn(question, top.passage).words.length,
  },
  {
    name: 'rarest word lacking',
    of: ({ question }, top) =>
      lackingIn(question, top.passage).words.reduce((most, { text }) => Math.max(most, idfOf(text)), 0),
  },
  // 马翠芳的丈夫是谁: an article without husbands does not say.
  {
    name: 'head noun lacking',
    of: ({ question }, top) => idfOfHead(lackingIn(question, top.passage).head?.text),
  },
  { name: 'nothing of the predicate', of: (probe, top) => Number(nothingSaid(probe, top)) },
];

export const ANSWERABILITY_NAMES: readonly string[] = [...FEATURE_NAMES, ...FEATURES.map(({ name }) => name)];

/** Where to draw the line in a library of so many passages. */
const ThresholdSchema = z.object({ passages: z.number().positive(), odds: z.number() });
export type Threshold = z.infer<typeof ThresholdSchema>;
const ModelSchema = z.object({ thresholds: z.tuple([ThresholdSchema, ThresholdSchema]) });

interface Model {
  readonly score: TreeScorer;
  readonly thresholds: readonly [few: Threshold, many: Threshold];
}

let loaded: Model | undefined;

/** In the order of `ANSWERABILITY_NAMES`; `ranked` has one passage at least. */
export function answerabilityRow(probe: Probe, top: Ranked, ranked: readonly Ranked[]): number[] {
  return [...top.evidence, ...FEATURES.map((feature) => feature.of(probe, top, ranked))];
}

/**
 * How sure it is that the best passage answers the question, as log odds against the
 * threshold: above 0 it answers. The thresholds were chosen where few questions about what is
 * there are refused (see `npm run bench`), in articles alone and in a pool of them.
 *
 * @param ranked best first; none answers nothing.
 * @param passages how many the library has.
 * @throws Error when the model's file is missing or was trained on other features.
 */
export function answerability(probe: Probe, ranked: readonly Ranked[], passages: number): number {
  const [top] = ranked;
  if (top === undefined || isOutOfReach(probe.question, top.passage)) return Number.NEGATIVE_INFINITY;
  loaded ??= readAnswerability();
  return loaded.score(answerabilityRow(probe, top, ranked)) - thresholdFor(passages, loaded.thresholds);
}

/** Between the two by the logarithm of the size: the more there is to choose from, the surer a right answer looks. */
function thresholdFor(passages: number, [few, many]: Model['thresholds']): number {
  const way = Math.log(passages / few.passages) / Math.log(many.passages / few.passages);
  return few.odds + (many.odds - few.odds) * Math.min(1, Math.max(0, way));
}

function readAnswerability(): Model {
  const stored = readModel('answerability');
  return { score: treeScorer(stored, ANSWERABILITY_NAMES), thresholds: ModelSchema.parse(stored).thresholds };
}

function idfOfHead(head: string | undefined): number {
  return head === undefined ? 0 : idfOf(head);
}

const NAME = /^(nr|ns|nt|nz|eng|x)/;

/**
 * The words beside the subject: what is said or asked of it. The subject is what is tagged as
 * a name, and what lies in the longest run that question and passage share.
 */
function predicatesOf({ content, words }: Probe, { passage }: Ranked): readonly ProbeWord[] {
  const run = longestSharedRun(content, passage.folded);
  return words.filter(({ tag, start, end }) => !NAME.test(tag) && (end <= run.start || start >= run.end));
}

function longestSharedRun(content: string, folded: string): Span {
  let longest = { start: 0, end: 0 };
  for (let start = 0; start < content.length; start += 1) {
    let end = start + (longest.end - longest.start) + 1;
    while (end <= content.length && content.charAt(end - 1) !== ' ' && folded.includes(content.slice(start, end))) {
      longest = { start, end };
      end += 1;
    }
  }
  return longest;
}

/** Share of the predicate that stands in the text; half where there is none. */
function predicateCoverage(probe: Probe, top: Ranked, text: string): number {
  const predicates = predicatesOf(probe, top);
  const all = predicates.reduce((sum, { idf }) => sum + idf, 0);
  const found = predicates.reduce((sum, word) => (said(word, text) ? sum + word.idf : sum), 0);
  return all === 0 ? 0.5 : found / all;
}

function nothingSaid(probe: Probe, top: Ranked): boolean {
  return predicateCoverage(probe, top, top.passage.folded) === 0 && predicateCharacters(probe, top) === 0;
}

/** Share of the predicate's characters, by rarity, around the best sentence; those of the subject prove nothing. */
function predicateCharacters(probe: Probe, top: Ranked): number {
  const text = nearby(top);
  const run = longestSharedRun(probe.content, top.passage.folded);
  const subject = probe.content.slice(run.start, run.end);
  const characters = new Set(predicatesOf(probe, top).flatMap(({ text: word }) => [...word]));
  let all = 0;
  let found = 0;
  for (const character of characters) {
    if (subject.includes(character)) continue;
    const idf = probe.symbolIdf[probe.alphabet.get(character.charCodeAt(0)) ?? 0] ?? 0;
    all += idf;
    if (text.includes(character)) found += idf;
  }
  return all === 0 ? 0 : found / all;
}

/** As it is, or in other words. */
function said({ text: word }: ProbeWord, text: string): boolean {
  return text.includes(word) || paraphrasesOf(word).some((other) => text.includes(other));
}

/** The best sentence with its neighbours. */
function nearby({ passage, matches: { sentences, best } }: Ranked): string {
  const start = (sentences[best - 1] ?? sentences[best])?.start ?? 0;
  const end = (sentences[best + 1] ?? sentences[best])?.end ?? 0;
  return passage.folded.slice(start, end);
}

function coverageAtLarge({ words }: Probe, { passage }: Ranked): number {
  let all = 0;
  let found = 0;
  for (const { text } of words) {
    const idf = idfOf(text);
    all += idf;
    if (passage.folded.includes(text)) found += idf;
  }
  return all === 0 ? 0 : found / all;
}

function absentEntities({ question }: Probe, ranked: readonly Ranked[]): number {
  return question.entities.filter((entity) => !ranked.some(({ passage }) => passage.folded.includes(entity))).length;
}
