import type { Article } from '../../../src/article/article.ts';
import type { Library } from '../../../src/library/library.ts';
import { createMeaning } from '../../../src/library/meanings.ts';
import { createLibrary } from '../../../src/library/open.ts';
import type { Network } from '../../../src/network/network.ts';
import { createPassageStore } from '../../../src/retrieval/store/store.ts';
import { ALL_TIME, NO_TIME } from '../../reading-times.ts';

/** A library, and how it finds and reads. */
export interface Way {
  readonly name: string;
  readonly library: Library;
}

/** The same articles in each way that there is, their vectors made. */
export async function waysOf(articles: readonly Article[], network: Network): Promise<Way[]> {
  const index = createPassageStore(articles);
  const unread = createMeaning(network, { time: NO_TIME });
  const read = createMeaning(network, { time: ALL_TIME });
  await read.fill(articles, () => false);
  unread.vectors.restore(Buffer.concat(read.vectors.stored()), articles);
  return [
    { name: 'words alone', library: createLibrary(articles, index) },
    { name: 'found by meaning, not read', library: createLibrary(articles, index, unread) },
    { name: 'found and read by meaning', library: createLibrary(articles, index, read) },
  ];
}
