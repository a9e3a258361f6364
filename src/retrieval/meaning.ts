import type { Network } from '../network/network.ts';
import type { VectorStore } from './vectors/vector-store.ts';
import type { WindowStates } from './vectors/window-states.ts';

/** What finds and reads by meaning, beside the words: absent where the network cannot run. */
export interface Meaning {
  readonly network: Network;
  /** Of the library's passages, as far as they have been made. */
  readonly vectors: VectorStore;
  readonly windows: WindowStates;
  /**
   * Does what somebody waits for, before work that nobody waits for.
   * @param work is told how long it may read what was found, in milliseconds; at 0 finding alone answers, below that words alone
   */
  inTurn<Result>(work: (ms: number) => Promise<Result>): Promise<Result>;
}
