import type { Article } from '../article/article.ts';
import { headText, passagesOf } from '../passages/passages.ts';
import { LONGEST_PIECE, placeOf } from '../passages/pieces.ts';
import type { Question } from '../question/question.ts';
import { type NetworkReading, orderOf, type Reading } from '../reader/reader.ts';
import type { Fused } from '../retrieval/find-by-meaning.ts';
import type { PassageStore } from '../retrieval/store/store.ts';
import { titleNames } from './title-names.ts';

/**
 * How far behind the best an article may be that answers as well: of ten articles on one topic, all asked what all of
 * them tell, the second is never further, and where one alone tells it the second is 6.9 behind and more. Log odds.
 */
const CLOSE = 4;
/** Where two are, others may put it in other words. */
const FURTHEST = 7;
/** What the reader by itself takes for less likely does not answer. Log odds. */
const ANSWERS = -0.5;
const MAY_ANSWER = -1.5;
/** What was not read may answer where it is found so little further behind the last that does. */
const LITTLE = 0.15;

/** The same where nothing was read, in the log odds of `readByFinding` and of `readByWords`. */
export const CLOSE_BY_FINDING = 1;
export const CLOSE_BY_WORDS = 0.7;

/**
 * Of each article that answers as well as the best reading's, its best reading, the best first.
 * @param read best first
 * @returns none where the question tells which is meant, or no other says it
 */
export function rivalsByReading(
  store: PassageStore,
  question: Question,
  read: readonly NetworkReading[],
  fused: readonly Fused[],
): Reading[] {
  const [best] = read;
  if (best === undefined || store.articles.size < 2) return [];
  const behind = (one: NetworkReading) => orderOf(best) - orderOf(one);
  const firsts = firstOfEach(read);
  const isLike = (one: NetworkReading) => isOnTopic(store, best, one) || haveTheWords(best, one);
  const isWithin = (one: NetworkReading, furthest: number, least: number) =>
    (behind(one) <= furthest && one.logOdds > least && isLike(one)) ||
    (behind(one) <= FURTHEST && isInTheSameWords(best, one));
  const close = firsts.filter((one) => one === best || isWithin(one, CLOSE, ANSWERS));
  if (saidDifferently(close).length < 2) return [];
  const all = firsts.filter((one) => one === best || isWithin(one, FURTHEST, MAY_ANSWER));
  if (all.every((one) => isTheSameRun(best, one))) return [];
  const least = all.reduce((lowest, { found }) => Math.min(lowest, found.fused), best.found.fused);
  const known = new Set(firsts.map(({ passage }) => passage.article));
  const unread = fused.filter(({ passage, fused: near }) => !known.has(passage.article) && near >= least - LITTLE);
  const may = firstOfEach(unread.map(asReading)).filter((one) => isOnTopic(store, best, one));
  const rivals = [...all, ...may];
  return meantAmong(store, question, saidDifferently(rivals));
}

/** The same where nothing was read. @param close see `CLOSE_BY_WORDS` */
export function rivalsByFinding(
  store: PassageStore,
  question: Question,
  readings: readonly Reading[],
  close: number,
): Reading[] {
  const [best] = readings;
  if (best === undefined || store.articles.size < 2) return [];
  const near = readings.filter((one) => best.logOdds - one.logOdds <= close && isOnTopic(store, best, one));
  const rivals = saidDifferently(firstOfEach(near));
  return rivals.length < 2 ? [] : meantAmong(store, question, rivals);
}

/** Two passages that have so much in common tell the same kind of thing, whatever the titles. Share of pairs of characters. */
const TOLD_ALIKE = 0.25;

/**
 * Whether two articles are on one topic, by their titles or by what was found in them. Of others what is less likely to
 * answer, however little less, is not meant: of 240 questions to five articles on five topics ten seemed open so.
 */
function isOnTopic(store: PassageStore, { passage: one }: Reading, { passage: other }: Reading): boolean {
  if (one.article === other.article || titleNames(store).areAlike(one.article, other.article)) return true;
  const [pairs, others] = [pairsIn(one.folded), pairsIn(other.folded)];
  return sharedBy(pairs, others) >= TOLD_ALIKE * Math.max(FEWEST_PAIRS, Math.min(pairs.size, others.size));
}
/** In a passage of a few words nearly anything is a great share. */
const FEWEST_PAIRS = 20;

function pairsIn(folded: string): ReadonlySet<string> {
  const text = folded.slice(0, LONGEST_PIECE);
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    if (HAN_PAIR.test(pair)) pairs.add(pair);
  }
  return pairs;
}
const HAN_PAIR = /^\p{Script=Han}{2}$/u;

function sharedBy(pairs: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...pairs].filter((pair) => others.has(pair)).length;
}

/** Of the question's words, by rarity: where both passages have most of them, it tells nothing more. */
const MOST_WORDS = 0.5;

function haveTheWords(one: NetworkReading, other: NetworkReading): boolean {
  return Math.min(one.found.matches.coverage, other.found.matches.coverage) >= MOST_WORDS;
}

/** Sentences that have so much in common differ in what they tell of alone. Share of pairs of characters. */
const IN_THE_SAME_WORDS = 0.6;

/** Whether one sentence answers as the other does, whatever the reader makes of the names and numbers in it. */
function isInTheSameWords(one: NetworkReading, other: NetworkReading): boolean {
  if (other.found.matches.coverage < one.found.matches.coverage) return false;
  const [pairs, others] = [pairsIn(saidIn(one)), pairsIn(saidIn(other))];
  return sharedBy(pairs, others) >= IN_THE_SAME_WORDS * Math.max(FEWEST_PAIRS / 2, pairs.size, others.size);
}

/** Whether two name the same, one with more about it perhaps: 基普鲁 and 肯尼亚选手基普鲁. The same figure may be of two things. */
function isTheSameRun({ passage, run }: Reading, { passage: otherPassage, run: otherRun }: Reading): boolean {
  if (run === null || otherRun === null) return false;
  const [one, other] = [
    passage.folded.slice(run.start, run.end),
    otherPassage.folded.slice(otherRun.start, otherRun.end),
  ];
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= SHORTEST_RUN && long.includes(short) && !NUMERAL.test(long);
}
const SHORTEST_RUN = 2;
const NUMERAL = /[\d零一二三四五六七八九十百千万亿两半]/u;

function firstOfEach<One extends Pick<Reading, 'passage'>>(readings: readonly One[]): One[] {
  const seen = new Set<Article>();
  return readings.filter(({ passage: { article } }) => {
    const isFirst = !seen.has(article);
    seen.add(article);
    return isFirst;
  });
}

/** What was found and not read: its sentence is the nearest one. */
function asReading({ passage: piece, matches }: Fused): Reading {
  const { passage, offset } = placeOf(piece);
  const found = matches.sentences[matches.best];
  const sentence = found === undefined ? null : { start: found.start + offset, end: found.end + offset };
  return { passage, sentence, run: null, runLikelihood: 0, logOdds: 0 };
}

/** Where two articles have the very same sentence there is nothing to choose between them. */
function saidDifferently<One extends Reading>(readings: readonly One[]): One[] {
  const said = readings.map((one) => saidIn(one).replace(/[^\p{L}\p{N}]/gu, ''));
  return readings.filter((_, at) => said.indexOf(said[at] ?? '') === at);
}

function saidIn({ passage, sentence }: Reading): string {
  return passage.folded.slice(sentence?.start, sentence?.end);
}

/** So much of the question, by rarity, more in one title, heading or lead than in another tells which is meant. */
const TELLS = 1;

/** Those whose titles, headings and leads have most of the question; the others are not meant. */
function meantAmong(store: PassageStore, { words }: Question, rivals: readonly Reading[]): Reading[] {
  const { rarity } = store;
  const fits = rivals.map(({ passage: { article } }) => {
    const context = `${headText(article)}\n${passagesOf(article)[0]?.folded ?? ''}`;
    return words.reduce(
      (sum, { text }) => sum + (text.length > 1 && context.includes(text) ? rarity.term(text) : 0),
      0,
    );
  });
  const most = fits.reduce((best, fit) => Math.max(best, fit), 0);
  return rivals.filter((_, at) => (fits[at] ?? 0) > most - TELLS);
}
