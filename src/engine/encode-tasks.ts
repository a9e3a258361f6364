import type { Network, TextInContext } from '../network/network.ts';
import { openNetwork } from '../network/open-network.ts';
import type { EncodedWindow } from '../retrieval/vectors/passage-vectors.ts';

/**
 * What the process that makes vectors does with what it is given: it opens the network with the first window.
 * @throws Error with the reason, where there is no network
 */
export function createEncoding(): (window: TextInContext) => Promise<EncodedWindow> {
  let network: Promise<Network> | undefined;
  return async (window) => {
    network ??= opened();
    const { vector, sentenceVectors, tokens } = await (await network).encodePassage(window);
    return { vector, sentenceVectors, tokens };
  };
}

async function opened(): Promise<Network> {
  let why = '';
  const network = await openNetwork((reason) => {
    why = reason;
  });
  if (network === undefined) throw new Error(why);
  return network;
}
