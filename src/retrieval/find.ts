import type { Passage } from '../passages/passages.ts';
import { placeOf } from '../passages/pieces.ts';
import { isWithin, limitOf, type Scope } from '../passages/scope.ts';
import { type Question, readQuestion } from '../question/question.ts';
import { createProbe, type Probe } from './evidence/probe.ts';
import { bestOfEach, type Ranked, rank } from './evidence/rank.ts';
import { readPinyin } from './spelling/pinyin.ts';
import { repairSpelling } from './spelling/repair.ts';
import type { PassageStore } from './store/store.ts';

/** How many passages the broad search hands to the ranking: it holds the right one in 99.8 %. */
export const CANDIDATES = 24;

/** What was found for a question. */
export interface Found {
  /** The question as it was read: with its pinyin and its slips put right where that found more. */
  readonly question: Question;
  /** What was looked for. */
  readonly probe: Probe;
  /** Best first; pieces of a long paragraph each by itself. */
  readonly ranked: readonly Ranked[];
}

/** How much more of itself, as a share, a repaired question must find: then no clean question loses, and most misspelt ones win (measured). */
const REPAIR_MARGIN = 0.04;

const HAN = /\p{Script=Han}/u;

/** The passages that a question may be about, as it stands, or with its pinyin and its slips put right where that finds clearly more. */
export function find(store: PassageStore, question: Question, scope: Scope): Found {
  const clean = attempt(store, question, scope);
  // More than all of it nothing can find.
  if (coverageOf(clean) >= 1 - REPAIR_MARGIN && HAN.test(question.folded)) return clean;
  const pinyin = readPinyin(question, store);
  const read = pinyin === undefined ? question : readQuestion(pinyin);
  const repaired = repairSpelling(read, store);
  const meant = repaired === undefined ? read : readQuestion(repaired);
  if (meant === question) return clean;
  const other = attempt(store, meant, scope);
  // What is in letters alone and reads as pinyin matched letters by luck.
  if (pinyin !== undefined && !HAN.test(question.folded)) return other;
  return coverageOf(other) > coverageOf(clean) + REPAIR_MARGIN ? other : clean;
}

function attempt(store: PassageStore, question: Question, scope: Scope): Found {
  const candidates = store.candidates(question, CANDIDATES, (passage) => isWithin(passage, scope));
  const probe = createProbe(question, store.rarity);
  return { question, probe, ranked: rank(probe, candidates) };
}

/** Share of the question, by rarity, that stands in the best passage. */
function coverageOf({ ranked: [top] }: Found): number {
  return top?.matches.coverage ?? 0;
}

/** A paragraph that has somebody's words, or some of them. */
export interface Hit {
  readonly passage: Passage;
  /** How much of the words it has, by rarity: 0 to 1. */
  readonly coverage: number;
}

/** Plain search, at once: the paragraphs that words are likeliest about, best first. Whether one answers is not asked. */
export function search(store: PassageStore, words: string, scope: Scope): Hit[] {
  return bestOfEach(find(store, readQuestion(words), scope).ranked)
    .slice(0, limitOf(scope))
    .map(({ passage, matches }) => ({ passage: placeOf(passage).passage, coverage: matches.coverage }));
}
