import type { Article } from '../../article/article.ts';
import type { EncodedPassage } from '../../network/network.ts';
import { piecesOf } from '../passages/pieces.ts';
import { type Window, windowsOf } from '../passages/windows.ts';
import { type PassageVectors, passageVectors } from './passage-vectors.ts';
import type { Turns } from './turns.ts';
import type { VectorStore } from './vector-store.ts';
import type { WindowStates } from './window-states.ts';

/** What vectors are made with. */
export interface Filling {
  readonly store: VectorStore;
  readonly windows: WindowStates;
  /** Asked before every window: a pass holds the thread for some hundredths of a second, and questions go first. */
  readonly turns: Turns;
  /** Asked before every window: whether there are other articles by now. */
  readonly isOver: () => boolean;
}

/**
 * Drops the vectors of other articles, and makes those that are missing, one window after another. An article's are
 * seen when all of them are made; what is made of one when it is over is lost.
 * @throws whatever the network throws
 */
export async function fillVectors(articles: readonly Article[], { store, ...making }: Filling): Promise<void> {
  const current = new Map(articles.map((article) => [article.id, article]));
  for (const id of [...store.articles]) if (!current.has(id)) store.remove(id);
  for (const article of articles) {
    if (store.has(article)) continue;
    const vectors = await vectorsOf(article, making);
    if (vectors === undefined) return;
    store.add(article, vectors);
  }
}

/** @returns undefined when it is over before all are made */
async function vectorsOf(
  article: Article,
  { windows, turns, isOver }: Omit<Filling, 'store'>,
): Promise<PassageVectors[] | undefined> {
  const vectors: PassageVectors[] = [];
  for (const passage of piecesOf(article)) {
    const encoded: [Window, EncodedPassage][] = [];
    for (const window of windowsOf(passage)) {
      await turns.free();
      if (isOver()) return undefined;
      encoded.push([window, await windows.ahead(window)]);
    }
    vectors.push(passageVectors(encoded));
  }
  return vectors;
}
