import type { Article } from '../article/article.ts';
import { fold } from '../language/fold.ts';
import type { Span } from '../language/sentences.ts';
import { passagesOf } from '../passages/passages.ts';
import { type Question, readQuestion } from '../question/question.ts';

/** The words of a question that the titles of all these articles have, and nothing below them: 卫生院 in 石桥镇卫生院扩建完工. */
export function saidByTitlesAlone(articles: readonly Article[], { words }: Question): readonly Span[] {
  if (articles.length === 0) return [];
  return words.filter(({ text }) => text.length > 1 && articles.every((article) => isInTitleAlone(text, article)));
}

function isInTitleAlone(word: string, article: Article): boolean {
  if (!fold(article.title).includes(word)) return false;
  return passagesOf(article).every(({ heading, folded }) => !`${fold(heading ?? '')}\n${folded}`.includes(word));
}

/** The question without the words that name its articles; undefined where nothing would be left to look for. */
export function without(names: readonly Span[], { text }: Question): Question | undefined {
  const isLeft = (at: number) => names.every(({ start, end }) => at < start || at >= end);
  const rest = text.split('').filter((_, at) => isLeft(at));
  const question = readQuestion(rest.join('').replace(LEFT_OVER, ''));
  return rest.length === text.length || question.words.length === 0 ? undefined : question;
}

/** What stood behind a name, or between two: 盐路的, 报告里, 柳溪和望川. */
const LEFT_OVER = /^(?:的|里面?(?!程)|[和与跟](?![平睦谐])|[\p{P}\s]){1,4}/u;
