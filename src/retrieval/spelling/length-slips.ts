import { isStopWord } from '../../language/stop-words.ts';
import type { Question } from '../../question/question.ts';
import { oncePerVersion, type PassageStore } from '../store/store.ts';

const HAN = /\p{Script=Han}/u;
const HAN_TERM = /^\p{Script=Han}{3,8}$/u;

/**
 * A folded question with a character put back that was left out of one of the library's
 * terms (赵庄村 for 赵家庄村), and one of two taken out where one was typed twice (金昌昌).
 * Only where the library has not the two characters side by side, and the dictionary no word
 * of them.
 *
 * @returns undefined where nothing is wrong or nothing better is known.
 */
export function resized(question: Question, store: PassageStore): string | undefined {
  const { folded, content } = question;
  const words = question.known.filter(({ text }) => text.length > 1);
  let text = '';
  for (let at = 0; at < content.length; at += 1) {
    const [here, next] = [content.charAt(at), content.charAt(at + 1)];
    const isStrange =
      HAN.test(here) &&
      HAN.test(next) &&
      !isStopWord(here) &&
      store.pairFrequency(here.charCodeAt(0), next.charCodeAt(0)) === 0 &&
      !words.some(({ start, end }) => start <= at && at + 1 < end);
    if (isStrange && here === next) continue;
    text += folded.charAt(at) + (isStrange ? (leftOut(store).get(here + next) ?? '') : '');
  }
  return text === folded ? undefined : text;
}

/** For two characters the one that stands between them in terms of the library, if it is always the same. */
const leftOut = oncePerVersion((store): ReadonlyMap<string, string> => {
  const between = new Map<string, string>();
  for (const term of store.vocabulary()) {
    if (!HAN_TERM.test(term)) continue;
    for (let at = 0; at + 2 < term.length; at += 1) {
      const ends = term.charAt(at) + term.charAt(at + 2);
      const middle = term.charAt(at + 1);
      between.set(ends, (between.get(ends) ?? middle) === middle ? middle : '');
    }
  }
  return between;
});
