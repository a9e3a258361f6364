import type { Article } from '../article/article.ts';
import type { FillableMeaning } from '../retrieval/create-meaning.ts';
import type { VectorCache } from './cache.ts';

/** The vectors of a library's passages. */
export interface LibraryVectors {
  /**
   * Makes those that are missing, until there are other articles.
   * @param isWorthKeeping whether they are kept then
   * @throws whatever the network throws
   */
  fill(isWorthKeeping: boolean): Promise<void>;
}

/** With those that were kept, as far as they are of these articles. */
export function openVectors(
  { vectors, fill }: FillableMeaning,
  library: { readonly articles: readonly Article[] },
  cache: VectorCache | undefined,
): LibraryVectors {
  const kept = cache?.load();
  if (kept !== undefined) vectors.restore(kept, library.articles);
  let { changes } = vectors;

  return {
    async fill(isWorthKeeping) {
      const { articles } = library;
      await fill(articles, () => library.articles !== articles);
      if (vectors.changes === changes || !isWorthKeeping) return;
      ({ changes } = vectors);
      cache?.save(vectors.stored);
    },
  };
}
