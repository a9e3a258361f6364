import type { Answer } from '../answer/answer.ts';
import type { Scope } from '../passages/scope.ts';

/** Gives an answer; never rejects. */
export type Ask = (question: string, scope: Scope) => Promise<Answer>;

/** So many are known; then the one that was asked for longest ago is forgotten. */
const MOST_KNOWN = 200;
/** A longer question nobody asks twice. UTF-16 units. */
const LONGEST_QUESTION = 500;

/** When an answer holds. */
export interface Holding {
  /** What answers are made of, as a key: what was answered under another one is forgotten. */
  readonly revision: () => string;
  /** Whether it would be the same if there were more time; one that would not is given to those of the same rush. */
  readonly isFinal: (answer: Answer) => boolean;
  /** Milliseconds, monotonic. */
  readonly now?: () => number;
}

/** An answer that is not final holds so long. Milliseconds. */
const RUSH_MS = 3_000;

interface Known {
  readonly answer: Promise<Answer>;
  /** By the same clock. */
  until: number;
}

/** Whoever asks what was asked before is given the same answer, at once. */
export function knownAnswers(ask: Ask, { revision, isFinal, now = () => performance.now() }: Holding): Ask {
  /** Those asked for last are last. */
  const known = new Map<string, Known>();
  let at = revision();

  function isAsBefore(before: string): boolean {
    return before === revision();
  }

  function askAnew(key: string, question: string, scope: Scope): Promise<Answer> {
    const before = at;
    const answer = ask(question, scope);
    const entry: Known = { answer, until: Number.POSITIVE_INFINITY };
    known.delete(key);
    known.set(key, entry);
    const forget = () => {
      if (known.get(key) === entry) known.delete(key);
    };
    answer.then((given) => {
      if (!isFinal(given)) entry.until = now() + RUSH_MS;
      // What changed while it was being answered may be in it or not.
      if (!isAsBefore(before)) forget();
    }, forget);
    if (known.size > MOST_KNOWN) for (const [oldest] of [...known].slice(0, 1)) known.delete(oldest);
    return answer;
  }

  return (question, scope) => {
    if (!isAsBefore(at)) known.clear();
    at = revision();
    if (question.length > LONGEST_QUESTION) return ask(question, scope);
    const { articleId, among, chosen, bound, section, limit, windows } = scope;
    const key = JSON.stringify([question, articleId, among, chosen, bound, section, limit, windows]);
    const before = known.get(key);
    if (before === undefined || now() >= before.until) return askAnew(key, question, scope);
    known.delete(key);
    known.set(key, before);
    return before.answer;
  };
}
