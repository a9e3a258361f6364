import type { Article } from '../../article/article.ts';
import { fold } from '../../language/fold.ts';
import { withoutThousands } from '../../language/thousands.ts';
import { passagesOf } from './passages.ts';

const textByArticle = new WeakMap<Article, string>();

/** All that an article says, headings and title included, folded and a line each; 1,248 and 1248 are one number. */
export function articleText(article: Article): string {
  const known = textByArticle.get(article);
  if (known !== undefined) return known;
  const text = withoutThousands([headText(article), ...passagesOf(article).map(({ folded }) => folded)].join('\n'));
  textByArticle.set(article, text);
  return text;
}

const headByArticle = new WeakMap<Article, string>();

/** Title, subtitle and headings, folded and a line each. */
export function headText(article: Article): string {
  const known = headByArticle.get(article);
  if (known !== undefined) return known;
  const { title, subtitle = '', sections } = article;
  const text = fold([title, subtitle, ...sections.map(({ heading }) => heading ?? '')].join('\n'));
  headByArticle.set(article, text);
  return text;
}
