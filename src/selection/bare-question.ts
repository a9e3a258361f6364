import type { Article } from '../article/article.ts';
import { fold } from '../language/fold.ts';
import type { Span } from '../language/sentences.ts';
import { passagesOf } from '../passages/passages.ts';
import { type Question, readQuestion } from '../question/question.ts';

/**
 * The question without what names its articles, and without what their titles alone say, which no passage answers to.
 * @returns undefined where it has nothing of that, or nothing else to look for
 */
export function bareQuestion(
  question: Question,
  articles: readonly Article[],
  names: readonly Span[] = [],
): Question | undefined {
  const { text } = question;
  const taken = [...names, ...saidByTitlesAlone(articles, question)];
  const rest = text.split('').filter((_, at) => taken.every(({ start, end }) => at < start || at >= end));
  const bare = readQuestion(rest.join('').replace(LEFT_OVER, ''));
  return rest.length === text.length || bare.words.length === 0 ? undefined : bare;
}

/** What stood behind a name, or between two: 盐路的, 报告里, 柳溪和望川. */
const LEFT_OVER = /^(?:的|里面?(?!程)|[和与跟](?![平睦谐])|[\p{P}\s]){1,4}/u;

/** The words of a question that the titles of all these articles have, and nothing below them: 卫生院 in 石桥镇卫生院扩建完工. */
function saidByTitlesAlone(articles: readonly Article[], { words }: Question): readonly Span[] {
  if (articles.length === 0) return [];
  return words.filter(({ text }) => text.length > 1 && articles.every((article) => isInTitleAlone(text, article)));
}

function isInTitleAlone(word: string, article: Article): boolean {
  if (!fold(article.title).includes(word)) return false;
  return passagesOf(article).every(({ heading, folded }) => !`${fold(heading ?? '')}\n${folded}`.includes(word));
}
