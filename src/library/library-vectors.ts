import type { Article } from '../article/article.ts';
import type { VectorCache } from './cache.ts';
import type { FillableMeaning } from './meanings.ts';

/** The vectors of a library's passages. */
export interface LibraryVectors {
  /**
   * Makes those that are missing, until there are other articles.
   * @param keeping when they are kept: never, once all are made for the first time, or after every change
   * @throws whatever the network throws
   */
  fill(keeping: 'never' | 'once' | 'always'): Promise<void>;
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
  let wereAllKept = false;

  return {
    async fill(keeping) {
      const { articles } = library;
      await fill(articles, () => library.articles !== articles);
      const areAllMade = library.articles === articles;
      const isTime =
        keeping === 'always' || cache?.isUseless === true || (keeping === 'once' && areAllMade && !wereAllKept);
      if (!isTime || vectors.changes === changes) return;
      ({ changes } = vectors);
      wereAllKept = areAllMade;
      cache?.save(vectors.stored);
    },
  };
}
