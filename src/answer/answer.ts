import type { Article } from '../article/article.ts';
import type { Span } from '../language/sentences.ts';
import type { ToTheBot } from '../question/to-the-bot.ts';
import type { Passage } from '../retrieval/passages/passages.ts';

/** A passage that was found, best first in an Answer. */
export interface FoundPassage {
  readonly passage: Passage;
  /** Its share of the likelihood of all that were found, 0 to 1. */
  readonly score: number;
  /** The sentence that answers or comes closest: UTF-16 offsets into the passage's text. */
  readonly sentence: Span | null;
  /** The exact run that answers, inside `sentence`, only when sure of it. */
  readonly answer: Span | null;
}

/**
 * What is made of a question: the article says it; it does not, and what comes closest is shown; or
 * nothing of it is near, as in small talk.
 */
export type Verdict = 'answer' | 'closest' | 'off-topic';

/** What the library has to say to a question. */
export interface Answer {
  /** As it was asked, untouched. */
  readonly question: string;
  readonly verdict: Verdict;
  /** Whether the verdict is `answer`. */
  readonly answered: boolean;
  /** How likely it is that the best passage answers, 0 to 1. */
  readonly confidence: number;
  /** Whether the passages were read for their meaning; false where words alone decided. */
  readonly read: boolean;
  /** Why there is no answer; absent when there is one. */
  readonly refusal?: Refusal;
  /** Set where any of several articles may be meant: it was asked about an article itself, or several say it. */
  readonly whichArticle?: true;
  /** Which those are, the likeliest first, where several say it: their passages are the first ones. */
  readonly rivals?: readonly Article[];
  /** What was said to the bot, where it was no question: the verdict is `off-topic`. */
  readonly toTheBot?: ToTheBot;
  /** Best first. Not answered: the closest ones, maybe none. */
  readonly passages: readonly FoundPassage[];
  /** Set where several addresses were typed: the passages are what stands there, in that order. */
  readonly places?: true;
  /** Where it was asked what a section says: its number. The passages are those that say the most of it. */
  readonly section?: number;
}

/** `blank`: nothing was asked; `unanswered`: the articles do not say. */
export interface Refusal {
  readonly reason: 'blank' | 'unanswered';
  /** Content words of the question that the library has, and those that it lacks, as they were asked. */
  readonly present: readonly string[];
  readonly missing: readonly string[];
}
