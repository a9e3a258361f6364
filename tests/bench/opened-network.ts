import type { Network } from '../../src/network/network.ts';
import { openNetwork } from '../../src/network/open-network.ts';

/** @throws Error that says why there is none */
export async function openedNetwork(): Promise<Network> {
  let why = '';
  const network = await openNetwork((reason) => {
    why = reason;
  });
  if (network === undefined) throw new Error(why);
  return network;
}
