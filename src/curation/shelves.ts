import type { ServerShelf, Shelves } from '../engine/shelves.ts';
import type { Store } from '../store/store.ts';

/** What moderators keep, as the engine is given it to answer from. */
export function servedShelves(store: Store): Shelves {
  return {
    async revision(server) {
      const [revision, { operatorsArticles }] = await Promise.all([store.revision(server), store.settings(server)]);
      return served(revision, operatorsArticles);
    },
    async shelf(server): Promise<ServerShelf> {
      const [{ revision, articles }, { operatorsArticles }] = await Promise.all([
        store.shelf(server),
        store.settings(server),
      ]);
      return {
        revision: served(revision, operatorsArticles),
        articles: articles.map(({ article }) => article),
        operatorsArticles,
      };
    },
    onChange: (listener) => store.onChange(listener),
  };
}

/** Another number after each change of what is served: whether the operator's articles are, the store's revision does not say. */
function served(revision: number, operatorsArticles: boolean): number {
  return 2 * revision + (operatorsArticles ? 0 : 1);
}
