import type { Question } from '../question/question.ts';
import { type NetworkReading, type Reading, read } from '../reader/reader.ts';
import { readByFinding, readByWords } from '../reader/unread.ts';
import { find } from '../retrieval/find.ts';
import { type FoundByMeaning, findByMeaning } from '../retrieval/find-by-meaning.ts';
import type { Meaning } from '../retrieval/meaning.ts';
import type { Scope } from '../retrieval/scope.ts';
import type { PassageStore } from '../retrieval/store/store.ts';
import { guardAgainst } from './guards.ts';
import { likelihoodOf, likelihoodOffTopic, likelihoodUnread, shareOfOdds } from './likelihood.ts';
import { withMeantYear } from './meant-year.ts';

/** What questions are answered from. */
export interface Sources {
  readonly store: PassageStore;
  /** Words alone decide where there is none. */
  readonly meaning?: Meaning | undefined;
}

/** The passages that may answer a question, and how likely the best of them does. */
export interface Judged {
  /** As it was read: with its pinyin and its slips put right. */
  readonly question: Question;
  /** Best first, one for each paragraph. */
  readonly readings: readonly Reading[];
  /** That the best one answers, in its sentence: 0 to 1, calibrated. */
  readonly confidence: number;
  /** Whether passages were read for their meaning. */
  readonly read: boolean;
  /** How likely it is that the question is about something else altogether: 0 to 1; undefined where nothing was read. */
  readonly offTopic?: number;
}

/** Finds and reads; without a network, or time for it, what was found is judged as it is. */
export async function judge(sources: Sources, question: Question, scope: Scope): Promise<Judged> {
  const meant = withMeantYear(sources.store, question, scope);
  const judged = await judgedAsFound(sources, meant.question, meant.scope);
  const [best] = judged.readings;
  if (best === undefined) return judged;
  const isVerbatim = hasTheWords(judged.question, best);
  const isForbidden =
    (judged.read && !isVerbatim && best.logOdds < DENIED_BELOW) ||
    guardAgainst(question, best, judged.question) !== undefined;
  if (isForbidden) return { ...judged, confidence: Math.min(judged.confidence, FORBIDDEN) };
  return isVerbatim ? { ...judged, confidence: Math.max(judged.confidence, HAS_THE_WORDS) } : judged;
}

/** Who types words and asks nothing wants the place where they stand; fewer letters may only be parts of words. */
const SHORTEST_VERBATIM = 4;
const HAS_THE_WORDS = 0.6;
const NO_LETTERS = /[^\p{L}\p{N}]+/gu;

/** Whether all that was typed is words of the sentence, in a row. */
function hasTheWords({ folded }: Question, { passage, sentence }: Reading): boolean {
  if (sentence === null) return false;
  const words = folded.replace(NO_LETTERS, '');
  if (words.length < SHORTEST_VERBATIM) return false;
  return passage.folded.slice(sentence.start, sentence.end).replace(NO_LETTERS, '').includes(words);
}

/**
 * What the reader by itself takes for unlikely is not called an answer, whatever else speaks for it: of such answers
 * four in ten were wrong. Log odds.
 */
const DENIED_BELOW = -1.5;
/** What a guard forbids may be the closest, never the answer. */
const FORBIDDEN = 0.3;

async function judgedAsFound({ store, meaning }: Sources, question: Question, scope: Scope): Promise<Judged> {
  if (meaning === undefined) return judgedByWords(store, question, scope);
  return meaning.inTurn(async (ms) => {
    if (ms < 0) return judgedByWords(store, question, scope);
    const near = await findByMeaning(store, meaning, question, scope);
    return ms > 0 ? judgedByReading(store, near, await read(meaning, near, ms)) : judgedUnread(near);
  });
}

function judgedByWords(store: PassageStore, asked: Question, scope: Scope): Judged {
  const { question, ranked } = find(store, asked, scope);
  const readings = readByWords(ranked);
  const odds = readings[0]?.logOdds;
  return { question, readings, confidence: odds === undefined ? 0 : shareOfOdds(odds), read: false };
}

function judgedByReading(
  store: PassageStore,
  { question, fused }: FoundByMeaning,
  read: readonly NetworkReading[],
): Judged {
  if (read.length === 0) return { question, readings: [], confidence: 0, read: true, offTopic: 1 };
  return {
    question,
    readings: [...read, ...unread(fused, read)],
    confidence: likelihoodOf(store, question, read),
    read: true,
    offTopic: likelihoodOffTopic(read),
  };
}

/** The passages behind those that were read, as they were found. */
function unread(fused: FoundByMeaning['fused'], read: readonly NetworkReading[]): Reading[] {
  const known = new Set(read.map(({ passage }) => passage));
  return readByFinding(fused).filter(({ passage }) => !known.has(passage));
}

/** What was found and not read is called an answer from so likely on: one step more careful than what was read. */
const UNREAD_FROM = 0.6;

function judgedUnread(found: FoundByMeaning): Judged {
  const likelihood = likelihoodUnread(found);
  const confidence = likelihood > UNREAD_FROM ? likelihood : Math.min(likelihood, FORBIDDEN);
  return { question: found.question, readings: readByFinding(found.fused), confidence, read: false };
}
