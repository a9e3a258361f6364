import type { StandIn } from './stand-in.ts';

/** Waits until a question is answered: by somebody who has not asked before, so that no limit applies. */
export async function isAlive({ discord }: { readonly discord: StandIn }, ms = 3_000): Promise<void> {
  await discord.until(() => discord.gateway.isConnected(), ms, 'a connection');
  await discord.answer(discord.slash('about', {}, { user: String(Math.floor(Math.random() * 1e9)) }), ms);
}
