import type { Selectable } from 'kysely';
import type { Article } from '../article/article.ts';
import { StoredArticleSchema } from '../article/stored-article.ts';
import { digestOf, textDigest } from './digests.ts';
import type { KeptArticle } from './store.ts';
import type { Tables } from './tables.ts';

/** What is read of an article and its file. */
export type ArticleRow = Pick<
  Selectable<Tables['articles']>,
  'id' | 'article' | 'added_by' | 'added_at' | 'removed_at'
> &
  Pick<Selectable<Tables['files']>, 'bytes'>;

/** The columns of `ArticleRow`, in a query that joins articles with their files. */
export const ARTICLE_COLUMNS = [
  'articles.id',
  'articles.article',
  'articles.added_by',
  'articles.added_at',
  'articles.removed_at',
  'files.bytes',
] as const;

/** @returns undefined where what is kept is no article that this program could have made */
export function keptArticle(row: ArticleRow): KeptArticle | undefined {
  const article = readArticle(row.article);
  if (article?.id !== row.id) return undefined;
  return {
    article,
    addedBy: row.added_by,
    addedAt: row.added_at,
    ...(row.removed_at === null ? {} : { removedAt: row.removed_at }),
    bytes: row.bytes,
  };
}

/** The columns that are made of an article. */
export function columnsOf(
  article: Article,
): Pick<Selectable<Tables['articles']>, 'id' | 'article' | 'text_digest' | 'title_digest'> {
  return {
    id: article.id,
    article: JSON.stringify(article),
    text_digest: textDigest(article),
    title_digest: digestOf(article.title),
  };
}

function readArticle(json: string): Article | undefined {
  try {
    return StoredArticleSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
