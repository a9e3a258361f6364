import type { EncodedPassage, TextInContext } from '../../network/network.ts';

/** What vectors are made of. */
export type EncodedWindow = Pick<EncodedPassage, 'vector' | 'sentenceVectors' | 'tokens'>;

/** The same network in another process: where a machine has a core to spare, vectors are made there, too. */
export interface Elsewhere {
  /** One at a time. @throws Error where the other process cannot go on */
  encode(window: TextInContext): Promise<EncodedWindow>;
  /** Ends it. */
  close(): void;
}
