import type { Article } from '../../../src/article/article.ts';
import { warmUp } from '../../../src/engine/warm-up.ts';
import { createLibrary } from '../../../src/library/open.ts';
import { runBot } from '../../discord/stand-in/running-bot.ts';
import type { StandIn } from '../../discord/stand-in/stand-in.ts';

/** Does something with a bot that has these articles, and stops it. */
export async function withBot<T>(articles: readonly Article[], use: (discord: StandIn) => Promise<T>): Promise<T> {
  // Dictionaries are loaded before somebody waits, as the bot's own engine does it.
  await warmUp(createLibrary(articles), undefined);
  const { discord, stop } = await runBot({}, articles);
  try {
    return await use(discord);
  } finally {
    await stop();
  }
}
