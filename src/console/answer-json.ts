import type { Refusal, ToldPassage, Verdict } from '../answer/answer.ts';
import type { Locale } from '../chat/locale.ts';
import { textsIn } from '../chat/texts/texts.ts';
import type { SummedUp } from '../engine/calls.ts';
import { consoleTexts } from './texts.ts';

/** One line of `ask --json`. Other programs depend on its shape. */
export interface AnswerJson {
  readonly question: string;
  readonly answered: boolean;
  /** `answered` is true for `answer` alone. */
  readonly verdict: Verdict;
  /** How likely it is that the best passage answers, 0 to 1. */
  readonly confidence: number;
  /** False where the reading model was left out. */
  readonly read: boolean;
  readonly refusal?: string;
  readonly present?: readonly string[];
  readonly missing?: readonly string[];
  /** Where several articles say it and the question does not tell which is meant: their ids. */
  readonly rivals?: readonly string[];
  readonly passages: readonly ToldPassage[];
  /** The section of the best passage, in its own sentences. */
  readonly summary: readonly string[];
}

/** Puts what came back to a question into the stable shape. */
export function answerJson(question: string, { answer, summary }: SummedUp, locale: Locale): AnswerJson {
  const { answered, verdict, confidence, read, refusal, passages, rivals } = answer;
  const why = answered ? {} : refusalJson(refusal, locale);
  const which = rivals === undefined ? {} : { refusal: textsIn(locale).whichOf(rivals.length), rivals };
  return {
    question,
    answered,
    verdict,
    confidence,
    read,
    ...why,
    ...which,
    passages,
    summary: answered ? summary : [],
  };
}

/** A question that nothing came back to in time. */
export function tooLongJson(question: string, locale: Locale): AnswerJson {
  const refusal = textsIn(locale).tookTooLong();
  const nothing = { verdict: 'off-topic', confidence: 0, read: false } as const;
  return { question, answered: false, ...nothing, refusal, present: [], missing: [], passages: [], summary: [] };
}

function refusalJson(refusal: Refusal | undefined, locale: Locale) {
  const { blank, notAnswered } = consoleTexts[locale].refusal;
  const { reason, present, missing } = refusal ?? { reason: 'unanswered', present: [], missing: [] };
  return { refusal: reason === 'blank' ? blank : notAnswered(present, missing), present, missing };
}
