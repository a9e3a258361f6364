import { yearsIn } from '../language/numbers.ts';
import type { Scope } from '../passages/scope.ts';
import type { Question } from '../question/question.ts';
import { type NetworkReading, type Reading, read } from '../reader/reader.ts';
import { readByFinding, readByWords } from '../reader/unread.ts';
import { find } from '../retrieval/find.ts';
import { type FoundByMeaning, type Fused, findByMeaning } from '../retrieval/find-by-meaning.ts';
import type { Meaning } from '../retrieval/meaning.ts';
import type { PassageStore } from '../retrieval/store/store.ts';
import { CLOSE_BY_FINDING, CLOSE_BY_WORDS, rivalsByFinding, rivalsByReading } from '../selection/rivals.ts';
import { yearsMeant } from '../selection/title-names.ts';
import type { Verdict } from './answer.ts';
import { guardAgainst } from './guards.ts';
import { likelihoodOf, likelihoodOffTopic, likelihoodUnread, shareOfOdds } from './likelihood.ts';

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
  /** Where it was looked for. */
  readonly scope: Scope;
  /** Of each article that answers as well as the best one, itself first, its best reading; none where no other does. */
  readonly rivals: readonly Reading[];
  /** That the best one answers, in its sentence: 0 to 1, calibrated. */
  readonly confidence: number;
  /** Whether passages were read for their meaning. */
  readonly read: boolean;
  /** How likely it is that the question is about something else altogether: 0 to 1; undefined where nothing was read. */
  readonly offTopic?: number;
}

type Found = Omit<Judged, 'scope'>;

/** A question that is looked for in other words than it was asked in. */
export interface Sought {
  /** As it is meant, with its slips put right. */
  readonly meant: Question;
  /** What is looked for: what names its article need not stand in a passage. */
  readonly words: Question;
}

/** Finds and reads; without a network, or time for it, what was found is judged as it is. */
export async function judge(sources: Sources, question: Question, scope: Scope, sought?: Sought): Promise<Judged> {
  const judged = { ...(await judgedAsFound(sources, question, sought?.words ?? question, scope)), scope };
  const [best] = judged.readings;
  if (best === undefined) return judged;
  const isVerbatim = hasTheWords(judged.question, best);
  const isForbidden =
    (judged.read && !isVerbatim && best.logOdds < DENIED_BELOW) ||
    guardAgainst(question, best, sought?.meant ?? judged.question) !== undefined;
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

async function judgedAsFound(
  { store, meaning }: Sources,
  asked: Question,
  sought: Question,
  scope: Scope,
): Promise<Found> {
  if (meaning === undefined) return judgedByWords(store, sought, scope);
  return meaning.inTurn(async (ms) => {
    if (ms < 0) return judgedByWords(store, sought, scope);
    const near = withoutOtherYears(store, await findByMeaning(store, meaning, sought, scope), asked);
    return ms > 0
      ? judgedByReading(store, near, await read(meaning, near, ms, scope.windows))
      : judgedUnread(store, near);
  });
}

/** What a sentence of other years than the asked one loses of its coverage: of 2023 the report of 2023 tells beside what it tells of 2022. */
const OF_ANOTHER_YEAR = 6;

/** Of an article that is of some year by its title: sentences that name other years alone say less. */
function withoutOtherYears(store: PassageStore, near: FoundByMeaning, asked: Question): FoundByMeaning {
  const fused = near.fused.map((found): Fused => {
    const { passage, matches } = found;
    const years = yearsMeant(store, asked, passage.article);
    if (years.length === 0) return found;
    const sentenceCoverage = matches.sentenceCoverage.map((coverage, at) => {
      const { start = 0, end = 0 } = matches.sentences[at] ?? {};
      const told = yearsIn(passage.folded.slice(start, end));
      const isOfAnother = told.length > 0 && !told.some((year) => years.includes(year));
      return isOfAnother ? coverage - OF_ANOTHER_YEAR : coverage;
    });
    return { ...found, matches: { ...matches, sentenceCoverage } };
  });
  return { ...near, fused };
}

function judgedByWords(store: PassageStore, asked: Question, scope: Scope): Found {
  const { question, ranked } = find(store, asked, scope);
  const readings = readByWords(ranked);
  const odds = readings[0]?.logOdds;
  const rivals = rivalsByFinding(store, question, readings, CLOSE_BY_WORDS);
  return { question, readings, rivals, confidence: odds === undefined ? 0 : shareOfOdds(odds), read: false };
}

function judgedByReading(
  store: PassageStore,
  { question, fused }: FoundByMeaning,
  read: readonly NetworkReading[],
): Found {
  if (read.length === 0) return { question, readings: [], rivals: [], confidence: 0, read: true, offTopic: 1 };
  const behind = unread(fused, read);
  const rivals = rivalsByReading(store, question, read, fused);
  const best = rivals[0] ?? read[0];
  const isRival = ({ passage }: Reading) => rivals.some((rival) => rival.passage.article === passage.article);
  // That others say the same of something else makes what one says no less likely.
  const weighed = rivals.length > 1 ? read.filter((one) => one === best || !isRival(one)) : read;
  return {
    question,
    readings: [...read, ...behind],
    rivals,
    confidence: likelihoodOf(store, question, weighed),
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

function judgedUnread(store: PassageStore, found: FoundByMeaning): Found {
  const likelihood = likelihoodUnread(found);
  const confidence = likelihood > UNREAD_FROM ? likelihood : Math.min(likelihood, FORBIDDEN);
  const readings = readByFinding(found.fused);
  const rivals = rivalsByFinding(store, found.question, readings, CLOSE_BY_FINDING);
  return { question: found.question, readings, rivals, confidence, read: false };
}

/** From so likely on the article says it: the likelihood is calibrated, and a wrong answer is worse than a right passage called the closest. */
const ANSWERS_FROM = 0.44;
/** From so likely on it is another subject, or small talk. A question in words of one's own looks much like small talk, and is forty times as frequent: below, every sixth of them would be told that there is nothing near it. */
const OFF_TOPIC_FROM = 0.1;
/** Where words alone judge: from so likely on it has something near, though not a word of the question. */
const NEAR_FROM = 0.02;

/** Whether the article says it. */
export function isAnswered(judged: Judged): boolean {
  const { question, confidence, read, offTopic = 0 } = judged;
  if (isPersonal(judged) || offTopic > OFF_TOPIC_FROM) return false;
  // What has no content words is found by nothing but its meaning.
  return confidence > ANSWERS_FROM && (read ? !isBare(question) : question.words.length > 0);
}

/**
 * What is told where the article does not say it.
 * @param hasWords whether an article has a content word of the question, of more than one character
 */
export function verdictOnUnanswered(judged: Judged, hasWords: boolean): Exclude<Verdict, 'answer'> {
  const { question, confidence, offTopic } = judged;
  if (isPersonal(judged)) return 'off-topic';
  // Of a question in other letters the text has no word, whatever it is about.
  if (offTopic !== undefined && !HAN.test(question.folded)) return 'closest';
  if (offTopic !== undefined) return offTopic > OFF_TOPIC_FROM && !hasWords ? 'off-topic' : 'closest';
  if (question.words.length === 0) return 'off-topic';
  return hasWords || confidence > NEAR_FROM ? 'closest' : 'off-topic';
}

const HAN = /\p{Script=Han}/u;

/** Whether a question is of particles and asking words alone (的了吗呢, 为什么呢). */
function isBare({ content }: Question): boolean {
  return /^[的了吗呢啊吧呀么嘛哦着过地得是这那\p{P}\p{S}\s]*$/u.test(content);
}

/** Whether a question is put to the bot (你几岁了), or, where words alone judge, is about its asker. */
function isPersonal({ question: { content }, read }: Judged): boolean {
  return (read ? TO_THE_BOT : PERSONAL).test(content);
}
const TO_THE_BOT = /^[^\p{L}\p{N}《「『“‘"']*[你您](?!们|想|要知|要问|能|可以|知道|告诉)/u;
const PERSONAL =
  /^[^\p{L}\p{N}《「『“‘"']*(你|您|我)(?!们|想|要知|要问|国|省|市|县|区|校|军|方|家)(?!能|可以|知道|告诉)/u;
