import { asksAboutArticle } from '../question/article-question.ts';
import { readQuestion } from '../question/question.ts';
import { toTheBot } from '../question/to-the-bot.ts';
import { leansOnBefore } from './follow-up.ts';

/** So many questions of one message are answered. */
const MOST = 3;
/** A longer message is not looked through for questions to its end. UTF-16 units. */
const LONGEST = 1_000;

const OPENING_QUOTES = '“「『《‘(（【[';
const CLOSING_QUOTES = '”」』》’)）】]';
const ENDS = /[?？\n]/;
const MARK = /[?？]/;
/** Another question is announced, behind a mark or a space: 还有, 另外, 顺便问一下. But 还有什么职责 asks what else there is. */
const ANNOUNCED =
  /(?<=[,，。.;；!！、\s])(?=(?:[还還]有(?![什甚哪啥谁誰多几幾没沒])|另外|顺便|順便|再问|再問|对了|對了)[^\s?？]|(?:also|and also|another question|by the way|btw)\b)/giu;
/** How it is announced is no part of it. */
const ANNOUNCEMENT =
  /^(?:还有(?:一个问题|就是)?|還有(?:一個問題|就是)?|另外|顺便|順便|再|对了|對了|also|and also|another question|by the way|btw)(?:想)?(?:问|問)?(?:一?下)?[,，:：、\s]{0,3}/iu;
/** A mark alone may stand behind what somebody has heard: 听说不用等了？ */
const ASKS_AT_END = /[吗嗎呢][?？\s]{0,3}$/u;
/** Asking words of English, which `readQuestion` leaves to the words of the article. */
const ASKS_IN_ENGLISH = /\b(?:who|whose|what|when|where|why|how|which)\b/i;

/**
 * The questions of one message, in order, at most three, as they were asked. A message is taken apart only
 * where a mark, a line or a word (还有, 另外) says so and every part asks by itself: what does not belongs to
 * the question beside it.
 * @returns the whole message alone where it is one question, or none
 */
export function questionsIn(message: string): readonly string[] {
  const parts = message
    .slice(0, LONGEST)
    .split(ANNOUNCED)
    .flatMap(atMarks)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part) && toTheBot(readQuestion(part).folded) === undefined);
  const questions: string[] = [];
  let before = '';
  for (const part of parts) {
    const question = part.replace(ANNOUNCEMENT, '');
    if (asksByItself(question)) {
      questions.push(before + question);
      before = '';
    } else if (questions.length > 0) questions.push(`${questions.pop() ?? ''} ${part}`);
    else before += `${part} `;
  }
  const different = questions.filter((question, at) => questions.indexOf(question) === at);
  return different.length > 1 ? different.slice(0, MOST) : [message];
}

/** Cut behind every mark and line break that stands in no quotation. */
function atMarks(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (OPENING_QUOTES.includes(character)) depth += 1;
    if (CLOSING_QUOTES.includes(character)) depth = Math.max(0, depth - 1);
    if (depth > 0 || !ENDS.test(character) || MARK.test(text.charAt(at + 1))) continue;
    parts.push(text.slice(start, at + 1));
    start = at + 1;
  }
  return [...parts, text.slice(start)];
}

/** Whether a text asks, and says of what: for something in an article, about one, or of whom the question before is about. */
function asksByItself(text: string): boolean {
  const question = readQuestion(text);
  if (question.asking === null && !ASKS_AT_END.test(text) && !ASKS_IN_ENGLISH.test(text)) return false;
  if (question.words.length > 0 || leansOnBefore(question.folded)) return true;
  return asksAboutArticle(text);
}
