import type { Article } from '../article/article.ts';
import type { EncodedQuestion, Network } from '../network/network.ts';
import { ALL_THE_TIME, type ReadingTime } from '../network/reading-time.ts';
import { createTurns } from '../network/turns.ts';
import { piecesOf } from '../passages/pieces.ts';
import type { Meaning } from '../retrieval/meaning.ts';
import { createVectorStore } from '../retrieval/vectors/vector-store.ts';
import { createWindowStates } from '../retrieval/vectors/window-states.ts';
import { type Elsewhere, fillVectors } from './fill-vectors.ts';

/** A meaning whose vectors can be made. */
export interface FillableMeaning extends Meaning {
  /**
   * Makes the vectors that are missing, while nobody waits for an answer, and drops those of other articles.
   * @param isOver asked before every window: whether there are other articles by now
   * @throws whatever the network throws
   */
  fill(articles: readonly Article[], isOver: () => boolean): Promise<void>;
}

/** From so many passages without vectors on it pays to open the network a second time: ten seconds' work. */
const MANY = 500;

/** How vectors are made and passages are read. */
interface Means {
  /** That reading may take. */
  readonly time?: ReadingTime;
  /** Where vectors are made, too, when there are many to be made: opened then, and closed afterwards. */
  readonly openElsewhere?: (() => Elsewhere) | undefined;
  /** What is kept of windows that were read may take so much; see `createWindowStates`. Bytes. */
  readonly mostStates?: number | undefined;
}

/** Of one of several libraries. */
interface OwnStates {
  /** Whether what it has encoded does not give way to what is read in the others: for one that is read beside each of them. */
  readonly keepsOwnStates?: boolean;
}

/** Without a single vector yet. */
export function createMeaning(network: Network, means: Means = {}): FillableMeaning {
  return createMeanings(network, means)();
}

/**
 * Meanings of several libraries, each with vectors of its own: the network, the turns and what it has encoded last are
 * theirs together.
 * @returns makes one more, without a single vector yet
 */
export function createMeanings(
  network: Network,
  { time = ALL_THE_TIME, openElsewhere, mostStates }: Means = {},
): (own?: OwnStates) => FillableMeaning {
  const reading = rememberingLast(network);
  const turns = createTurns();
  const shared = createWindowStates(network, mostStates);
  return ({ keepsOwnStates = false } = {}) => {
    const vectors = createVectorStore(network);
    const windows = keepsOwnStates ? createWindowStates(network) : shared;
    return {
      network: reading,
      vectors,
      windows,
      inTurn: (work) => turns.first(() => time.during(work)),
      async fill(articles, isOver) {
        const missing = articles.filter((article) => !vectors.has(article));
        const passages = missing.reduce((count, article) => count + piecesOf(article).length, 0);
        const elsewhere = passages < MANY ? undefined : openElsewhere?.();
        try {
          await fillVectors(articles, { store: vectors, windows, turns, elsewhere, isOver });
        } finally {
          elsewhere?.close();
        }
      },
    };
  };
}

/** A question that is asked of one library after the other is encoded once. */
function rememberingLast(network: Network): Network {
  let last: { readonly question: string; readonly encoded: Promise<EncodedQuestion> } | undefined;
  return {
    digest: network.digest,
    dimensions: network.dimensions,
    encodeQuestion(question) {
      if (last?.question !== question) last = { question, encoded: network.encodeQuestion(question) };
      const { encoded } = last;
      // What has failed may not fail again.
      encoded.catch(() => {
        if (last?.encoded === encoded) last = undefined;
      });
      return encoded;
    },
    encodePassage: (passage) => network.encodePassage(passage),
    join: (question, passage) => network.join(question, passage),
  };
}
