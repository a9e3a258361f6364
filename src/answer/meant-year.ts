import { fold } from '../language/fold.ts';
import { type Question, readQuestion } from '../question/question.ts';
import type { Scope } from '../retrieval/scope.ts';
import type { PassageStore } from '../retrieval/store/store.ts';

/** What is looked for, and where. */
export interface MeantYear {
  readonly question: Question;
  readonly scope: Scope;
}

const YEAR = /(?<!\d)(?:19|20)\d\d年/;

/**
 * Of reports that come every year the title alone says of which one they are: 2023年新建公园几个 asks of the one of 2023
 * how many there are. Only where a single title has the year and no paragraph of any article.
 */
export function withMeantYear(store: PassageStore, question: Question, scope: Scope): MeantYear {
  const [year] = YEAR.exec(question.folded) ?? [];
  if (year === undefined || scope.articleId !== undefined || isWritten(store, year)) return { question, scope };
  const [article, ...others] = [...store.articles.values()].filter(({ title }) => fold(title).includes(year));
  const rest = readQuestion(question.text.replace(year, ''));
  if (article === undefined || others.length > 0 || rest.words.length === 0) return { question, scope };
  return { question: rest, scope: { ...scope, articleId: article.id } };
}

function isWritten(store: PassageStore, year: string): boolean {
  return store.frequency(year) > 0 || store.frequency(year.slice(0, -1)) > 0;
}
