import type { Article } from '../article/article.ts';
import type { Span } from '../language/sentences.ts';
import { addressOf, type Passage } from '../passages/passages.ts';
import type { ToTheBot } from '../question/to-the-bot.ts';

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
  /** Set where several addresses were typed: how many passages stand there. Those are told in that order, the first ones at least. */
  readonly places?: number;
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

/** An answer as plain data that has no article in it: what crosses between processes, and what programs read. */
export interface ToldAnswer extends Omit<Answer, 'passages' | 'rivals'> {
  readonly passages: readonly ToldPassage[];
  /** The ids of the articles that any of may be meant, where several say it. */
  readonly rivals?: readonly string[];
}

/** A found passage as programs read it. */
export interface ToldPassage {
  /** `§2¶4`, or `meta` for the line of facts about the article. */
  readonly address: string;
  readonly articleId: string;
  /** The section's heading; null in the lead and for `meta`. */
  readonly section: string | null;
  /** Canonical text of the paragraph. */
  readonly text: string;
  readonly score: number;
  /** The answering sentence: UTF-16 offsets into `text`. */
  readonly highlight: Span | null;
  /** The exact run that answers, inside `highlight`, only when sure of it. */
  readonly answer: Span | null;
}

/** An answer as it is told to programs. */
export function told({ rivals, ...answer }: Answer): ToldAnswer {
  const passages = answer.passages.map(toldPassage);
  return { ...answer, passages, ...(rivals !== undefined && { rivals: rivals.map(({ id }) => id) }) };
}

function toldPassage({ passage, score, sentence, answer }: FoundPassage): ToldPassage {
  const { article, heading, text } = passage;
  return {
    address: addressOf(passage),
    articleId: article.id,
    section: heading,
    text,
    score,
    highlight: sentence,
    answer,
  };
}
