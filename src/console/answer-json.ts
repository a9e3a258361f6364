import type { FoundPassage, Refusal } from '../answer/answer.ts';
import type { Locale } from '../chat/locale.ts';
import { textsIn } from '../chat/texts/texts.ts';
import type { SummedUp } from '../engine/calls.ts';
import { consoleTexts } from './texts.ts';

/** One line of `ask --json`. Other programs depend on its shape. */
export interface AnswerJson {
  readonly question: string;
  readonly answered: boolean;
  readonly refusal?: string;
  readonly present?: readonly string[];
  readonly missing?: readonly string[];
  readonly passages: readonly FoundPassage[];
  /** The section of the best passage, in its own sentences. */
  readonly summary: readonly string[];
}

/** Puts what came back to a question into the stable shape. */
export function answerJson(question: string, { answer, summary }: SummedUp, locale: Locale): AnswerJson {
  const { answered, refusal, passages } = answer;
  const listed = passages.map(({ address, articleId, section, text, score, highlight, answer }) => ({
    address,
    articleId,
    section,
    text,
    score,
    highlight,
    answer,
  }));
  if (!answered) return { question, answered, ...refusalJson(refusal, locale), passages: listed, summary: [] };
  return { question, answered, passages: listed, summary };
}

/** A question that nothing came back to in time. */
export function tooLongJson(question: string, locale: Locale): AnswerJson {
  const refusal = textsIn(locale).tookTooLong();
  return { question, answered: false, refusal, present: [], missing: [], passages: [], summary: [] };
}

function refusalJson(refusal: Refusal | undefined, locale: Locale) {
  const { blank, notAnswered } = consoleTexts[locale].refusal;
  const { reason, present, missing } = refusal ?? { reason: 'unanswered', present: [], missing: [] };
  return { refusal: reason === 'blank' ? blank : notAnswered(present, missing), present, missing };
}
