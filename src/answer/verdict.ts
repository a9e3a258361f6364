import type { Question } from '../question/question.ts';
import type { Verdict } from './answer.ts';
import type { Judged } from './judging.ts';

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
