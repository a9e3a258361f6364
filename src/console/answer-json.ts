import { parsePlace } from '../chat/input/passages.ts';
import type { Locale } from '../chat/locale.ts';
import type { Library } from '../library/library.ts';
import type { FoundPassage, Refusal } from '../retrieval/answer.ts';
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

/** Asks a library and puts the answer into the stable shape. @param limit passages at most */
export function answerJson(question: string, library: Library, limit: number, locale: Locale): AnswerJson {
  const { answered, refusal, passages } = library.ask(question, { limit });
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
  return { question, answered, passages: listed, summary: summaryOf(passages[0], library) };
}

function refusalJson(refusal: Refusal | undefined, locale: Locale) {
  const { blank, notAnswered } = consoleTexts[locale].refusal;
  const { reason, present, missing } = refusal ?? { reason: 'unanswered', present: [], missing: [] };
  return { refusal: reason === 'blank' ? blank : notAnswered(present, missing), present, missing };
}

function summaryOf(best: FoundPassage | undefined, library: Library): string[] {
  const article = library.articles.find(({ id }) => id === best?.articleId);
  const place = best === undefined ? undefined : parsePlace(best.address);
  if (article === undefined || place === undefined) return [];
  return library.summary(article, place.from.section).map(({ text }) => text);
}
