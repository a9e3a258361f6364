import { highest } from '../highest.ts';
import type { Span } from '../language/sentences.ts';
import { wordsAsAsked } from '../question/as-asked.ts';
import { isBlank, type Question, readQuestion } from '../question/question.ts';
import { answerability } from '../retrieval/answerability/answerability.ts';
import type { Matches } from '../retrieval/evidence/matches.ts';
import { createProbe, type Probe } from '../retrieval/evidence/probe.ts';
import { addressOf, type Passage } from '../retrieval/passages/passages.ts';
import { placeOf } from '../retrieval/passages/pieces.ts';
import { type Ranked, rank } from '../retrieval/rank.ts';
import type { Scope } from '../retrieval/scope.ts';
import { chooseSentence } from '../retrieval/sentence/choose.ts';
import { readPassage } from '../retrieval/sentence/passage.ts';
import { readPinyin } from '../retrieval/spelling/pinyin.ts';
import { repairSpelling } from '../retrieval/spelling/repair.ts';
import type { PassageStore } from '../retrieval/store/store.ts';
import { aboutArticle } from './about-article.ts';
import { addressedPassage } from './addressed.ts';
import type { Answer, FoundPassage, Refusal } from './answer.ts';

const DEFAULT_LIMIT = 5;
const MOST_PASSAGES = 20;
/** How many passages the broad search hands to the ranking: it holds the right one in 99.8 %. */
export const CANDIDATES = 24;

/** By how much, in log odds, a repaired reading must answer better: then no clean question loses (measured). */
const REPAIR_MARGIN = 0.5;

/** Answers a question from the passages of a store, or refuses to. Never throws for any string. */
export function respond(store: PassageStore, asked: string, scope: Scope): Answer {
  const question = readQuestion(asked);
  if (isBlank(question)) return refuse(question, 'blank');
  const addressed = addressedPassage(store, question, scope);
  if (addressed !== undefined) return { question: asked, answered: true, passages: [addressed] };
  return fromFacts(store, question, scope) ?? fromPassages(store, question, scope);
}

/** Questions about an article itself: who edited it, what it is about. */
function fromFacts(store: PassageStore, question: Question, scope: Scope): Answer | undefined {
  const passage = aboutArticle(store, question, scope);
  if (passage === undefined) return undefined;
  if (passage === 'unsaid') return refuse(question, 'unanswered');
  return { question: question.asked, answered: true, passages: [passage] };
}

/** The passages for one reading of a question, and how sure it is that the first answers. */
interface Attempt {
  readonly question: Question;
  readonly probe: Probe;
  readonly ranked: readonly Ranked[];
  /** Log odds; above 0 it answers. */
  readonly odds: number;
}

function fromPassages(store: PassageStore, question: Question, scope: Scope): Answer {
  const { ranked, odds, probe, ...attempt } = forgivingly(store, question, scope);
  const passages = found(attempt.question, ranked, limitOf(scope), odds > 0);
  if (odds > 0) return { question: question.asked, answered: true, confidence: odds, passages };
  return { ...refuseUnanswered(store, question, ranked, passages), confidence: odds };
}

function limitOf({ limit = DEFAULT_LIMIT }: Scope): number {
  return Number.isNaN(limit) ? DEFAULT_LIMIT : Math.min(MOST_PASSAGES, Math.max(1, Math.floor(limit)));
}

const HAN = /\p{Script=Han}/u;

/** Reads the question as it stands, and with its pinyin and its slips put right where that is clearly better. */
function forgivingly(store: PassageStore, question: Question, scope: Scope): Attempt {
  const clean = attempt(store, question, scope);
  const isChinese = HAN.test(question.folded);
  const pinyin = isChinese && clean.odds > 0 ? undefined : readPinyin(question, store);
  const read = pinyin === undefined ? question : readQuestion(pinyin);
  const repaired = repairSpelling(read, store);
  const meant = repaired === undefined ? read : readQuestion(repaired);
  if (meant === question) return clean;
  const other = attempt(store, meant, scope);
  // What is in letters alone and reads as pinyin matched letters by luck.
  if (!isChinese && pinyin !== undefined) return other;
  // Where nothing at all was found, what the other reading finds is closest, answer or not.
  return other.odds > Math.max(0, clean.odds + REPAIR_MARGIN) || clean.ranked.length === 0 ? other : clean;
}

function attempt(store: PassageStore, question: Question, scope: Scope): Attempt {
  const probe = createProbe(question, store.rarity);
  const isOpen = scope.articleId === undefined && scope.section === undefined;
  const candidates = store.candidates(question, CANDIDATES, isOpen ? undefined : (passage) => inScope(passage, scope));
  const ranked = rank(probe, candidates);
  return { question, probe, ranked, odds: answerability(probe, ranked, store.size) };
}

function inScope(passage: Passage, { articleId, section }: Scope): boolean {
  if (articleId !== undefined && passage.article.id !== articleId) return false;
  return section === undefined || passage.section === section;
}

/** Scores as shares of the likelihood of all candidates. */
function found(question: Question, ranked: readonly Ranked[], limit: number, answered: boolean): FoundPassage[] {
  const highest = ranked[0]?.score ?? 0;
  const all = ranked.reduce((sum, { score }) => sum + Math.exp(score - highest), 0);
  return bestOfEach(ranked)
    .slice(0, limit)
    .map(({ passage: piece, matches, score }, index) => {
      const choice =
        answered && index === 0
          ? chooseSentence(question, readPassage(piece.text, { folded: piece.folded, sentences: matches.sentences }))
          : null;
      const { passage, offset } = placeOf(piece);
      return {
        articleId: passage.article.id,
        address: addressOf(passage),
        section: passage.heading,
        text: passage.text,
        score: Number((Math.exp(score - highest) / all).toFixed(4)),
        highlight: shifted(choice?.highlight ?? closestSentence(matches), offset),
        answer: shifted(choice?.answer ?? null, offset),
      };
    });
}

/** Of the pieces of one paragraph only the best. */
function bestOfEach(ranked: readonly Ranked[]): Ranked[] {
  const seen = new Set<Passage>();
  return ranked.filter(({ passage: piece }) => {
    const { passage } = placeOf(piece);
    const isFirst = !seen.has(passage);
    seen.add(passage);
    return isFirst;
  });
}

function shifted(span: Span | null, offset: number): Span | null {
  return span === null ? null : { start: span.start + offset, end: span.end + offset };
}

/** The sentence that covers most of the question's pairs and words, or its characters where it covers none. */
function closestSentence({ sentences, at, best, symbols, probe }: Matches): Span | null {
  if (at.length > 0) return sentences[best] ?? null;
  const weightOf = ({ start, end }: Span): number =>
    [...new Set(symbols.subarray(start, end))].reduce((sum, symbol) => sum + (probe.symbolIdf[symbol] ?? 0), 0);
  const weights = sentences.map(weightOf);
  return sentences[weights.indexOf(highest(weights))] ?? null;
}

/** With the question's content words that stand somewhere in the library, and those that do not. */
function refuseUnanswered(
  store: PassageStore,
  question: Question,
  ranked: readonly Ranked[],
  passages: readonly FoundPassage[],
): Answer {
  const stands = (text: string): boolean =>
    store.frequency(text) > 0 || ranked.some(({ passage }) => passage.folded.includes(text));
  const words = wordsAsAsked(question, stands);
  const told = (present: boolean): string[] =>
    words.filter(({ text }) => stands(text) === present).map(({ original }) => original);
  return refused(question, { reason: 'unanswered', present: told(true), missing: told(false) }, passages);
}

/** Where no passage was looked for. */
function refuse(question: Question, reason: Refusal['reason']): Answer {
  const missing = wordsAsAsked(question).map(({ original }) => original);
  return refused(question, { reason, present: [], missing }, []);
}

function refused({ asked }: Question, refusal: Refusal, passages: readonly FoundPassage[]): Answer {
  return { question: asked, answered: false, refusal, passages };
}
