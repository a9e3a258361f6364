import { blanked, type Question } from '../question/question.ts';
import type { Verdict } from './answer.ts';

/** From so likely on the article says it: the odds are calibrated by whoever reads, and a wrong answer is worse than a right passage called the closest. */
const ANSWERS_FROM = 0.5;
/** From so likely on it has something near, though not a word of the question: hardly anything is called another subject. */
const NEAR_FROM = 0.02;

/** Whether the article says it. @param confidence how likely it is that the best passage answers, 0 to 1 */
export function isAnswered(question: Question, confidence: number): boolean {
  return confidence > ANSWERS_FROM && !asksNothing(question);
}

/**
 * What is told where the article does not say it.
 * @param confidence as above; 0 where there is no passage
 * @param hasWords whether an article has a content word of the question
 */
export function verdictOnUnanswered(
  question: Question,
  confidence: number,
  hasWords: boolean,
): Exclude<Verdict, 'answer'> {
  if (asksNothing(question)) return 'off-topic';
  return hasWords || confidence > NEAR_FROM ? 'closest' : 'off-topic';
}

/** Log odds as a share from 0 to 1. */
export function likelihood(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Whether a question has no content, or is put to the reader or writer of an article (你几岁了). */
export function asksNothing({ words, folded, asking }: Question): boolean {
  return words.length === 0 || PERSONAL.test(blanked(folded, asking));
}
const PERSONAL =
  /^[^\p{L}\p{N}《「『“‘"']*(你|您|我)(?!们|想|要知|要问|国|省|市|县|区|校|军|方|家)(?!能|可以|知道|告诉)/u;
