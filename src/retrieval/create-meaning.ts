import type { Article } from '../article/article.ts';
import type { Network } from '../network/network.ts';
import type { Meaning } from './meaning.ts';
import { ALL_THE_TIME, type ReadingTime } from './reading-time.ts';
import { fillVectors } from './vectors/fill-vectors.ts';
import { createTurns } from './vectors/turns.ts';
import { createVectorStore } from './vectors/vector-store.ts';
import { createWindowStates } from './vectors/window-states.ts';

/** A meaning whose vectors can be made. */
export interface FillableMeaning extends Meaning {
  /**
   * Makes the vectors that are missing, while nobody waits for an answer, and drops those of other articles.
   * @param isOver asked before every window: whether there are other articles by now
   * @throws whatever the network throws
   */
  fill(articles: readonly Article[], isOver: () => boolean): Promise<void>;
}

/** Without a single vector yet. @param time that reading may take */
export function createMeaning(network: Network, time: ReadingTime = ALL_THE_TIME): FillableMeaning {
  const turns = createTurns();
  const vectors = createVectorStore(network);
  const windows = createWindowStates(network);
  return {
    network,
    vectors,
    windows,
    inTurn: (work) => turns.first(() => time.during(work)),
    fill: (articles, isOver) => fillVectors(articles, { store: vectors, windows, turns, isOver }),
  };
}
