import type { EncodedWindow } from '../library/fill-vectors.ts';
import type { Network, TextInContext } from '../network/network.ts';
import { openNetwork } from '../network/open-network.ts';

/**
 * What the process that makes vectors does with what it is given: it opens the network with the first windows.
 * @throws Error with the reason, where there is no network
 */
export function createEncoding(): (windows: readonly TextInContext[]) => Promise<EncodedWindow[]> {
  let network: Promise<Network> | undefined;
  return async (windows) => {
    network ??= opened();
    const encoded: EncodedWindow[] = [];
    for (const window of windows) {
      const { vector, sentenceVectors, tokens } = await (await network).encodePassage(window);
      encoded.push({ vector, sentenceVectors, tokens });
    }
    return encoded;
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
