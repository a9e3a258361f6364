import { isBlank, type Question, readQuestion } from '../question/question.ts';
import type { Reader, Reading } from '../reader/reader.ts';
import { readByWords } from '../reader/words-alone.ts';
import { find } from '../retrieval/find.ts';
import { limitOf, type Scope } from '../retrieval/scope.ts';
import type { PassageStore } from '../retrieval/store/store.ts';
import { aboutArticle } from './about-article.ts';
import { addressedPassage } from './addressed.ts';
import type { Answer, FoundPassage, Refusal } from './answer.ts';
import { wordsOfRefusal } from './refusal.ts';
import { likelihood, verdictOn } from './verdict.ts';

/** What questions are answered from. */
export interface Sources {
  readonly store: PassageStore;
  /** Reads what was found; where there is none, words alone decide. */
  readonly reader?: Reader | undefined;
}

/** Answers a question, or says what comes closest. Never rejects for any string. */
export async function ask({ store, reader }: Sources, asked: string, scope: Scope): Promise<Answer> {
  const question = readQuestion(asked);
  if (isBlank(question)) return blank(question);
  const addressed = addressedPassage(store, question, scope);
  if (addressed !== undefined) return certain(question, addressed);
  return fromFacts(store, question, scope) ?? (await fromPassages({ store, reader }, question, scope));
}

/** Questions about an article itself: who edited it, what it is about. */
function fromFacts(store: PassageStore, question: Question, scope: Scope): Answer | undefined {
  const about = aboutArticle(store, question, scope);
  if (about === undefined) return undefined;
  if (about.says !== undefined) return certain(question, about.says);
  const passages = about.closest === undefined ? [] : [about.closest];
  return refused(question, { reason: 'unanswered', present: [], missing: [] }, { verdict: 'closest', passages });
}

async function fromPassages({ store, reader }: Sources, question: Question, scope: Scope): Promise<Answer> {
  const found = find(store, question, scope);
  const understood = await reader?.read(found.question, found.ranked);
  const readings = understood ?? readByWords(found.ranked);
  const confidence = readings[0] === undefined ? 0 : likelihood(readings[0].logOdds);
  const words = wordsOfRefusal(store, question, found, scope);
  const verdict = verdictOn(found.question, confidence, words.present.length > 0);
  const passages = passagesIn(readings, limitOf(scope));
  const made = { verdict, confidence: rounded(confidence), read: understood !== undefined, passages };
  if (verdict === 'answer') return { question: question.asked, answered: true, ...made };
  return refused(question, { reason: 'unanswered', ...words }, made);
}

/** Scores as shares of the likelihood of all readings. */
function passagesIn(readings: readonly Reading[], limit: number): FoundPassage[] {
  const best = readings[0]?.logOdds ?? 0;
  const all = readings.reduce((sum, { logOdds }) => sum + Math.exp(logOdds - best), 0);
  return readings.slice(0, limit).map(({ passage, sentence, answer, logOdds }) => {
    return { passage, score: rounded(Math.exp(logOdds - best) / all), sentence, answer };
  });
}

function rounded(share: number): number {
  return Number(share.toFixed(4));
}

/** What is known and needs no weighing. */
function certain({ asked }: Question, passage: FoundPassage): Answer {
  return { question: asked, verdict: 'answer', answered: true, confidence: 1, read: false, passages: [passage] };
}

function blank(question: Question): Answer {
  return refused(question, { reason: 'blank', present: [], missing: [] }, { verdict: 'off-topic', passages: [] });
}

function refused(
  { asked }: Question,
  refusal: Refusal,
  { verdict, confidence = 0, read = false, passages }: Pick<Answer, 'verdict' | 'passages'> & Partial<Answer>,
): Answer {
  return { question: asked, verdict, answered: false, confidence, read, refusal, passages };
}
