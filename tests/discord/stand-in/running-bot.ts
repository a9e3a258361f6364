import type { Article } from '../../../src/article/article.ts';
import { type Bot, type BotOptions, startBot } from '../../../src/discord/bot.ts';
import { TIMING, type Timing } from '../../../src/discord/timing.ts';
import type { Library } from '../../../src/library/library.ts';
import { createLibrary } from '../../../src/library/open.ts';
import type { Fields, Log } from '../../../src/log.ts';
import { GRID } from './articles.ts';
import { engineHere } from './engine-here.ts';
import { type StandIn, startStandIn, TOKEN } from './stand-in.ts';

/** Everything that takes seconds on Discord takes a fraction of one here. */
export const QUICK: Timing = {
  ...TIMING,
  helloMs: 1_000,
  readyMs: 400,
  handshakeMs: 1_000,
  guildsMs: 200,
  backoffMs: 20,
  longestBackoffMs: 100,
  identifyMs: 0,
  watchMs: 25,
  stuckMs: 500,
  closeMs: 150,
  leaveMs: 150,
  unwellMs: 2_000,
  drainMs: 5_000,
};

export interface LogRecord extends Fields {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
}

/** A log that can be read. */
export function createRecordingLog(): Log & { readonly records: LogRecord[] } {
  const records: LogRecord[] = [];
  const record =
    (level: LogRecord['level']) =>
    (event: string, fields: Fields = {}) => {
      records.push({ level, event, ...fields });
    };
  return { records, info: record('info'), warn: record('warn'), error: record('error') };
}

export interface Running {
  readonly discord: StandIn;
  readonly bot: Bot;
  readonly log: ReturnType<typeof createRecordingLog>;
  stop(): Promise<void>;
}

/** The real bot and the stand-in, connected to each other. */
export async function runBot(
  options: Partial<BotOptions> = {},
  articles: readonly Article[] = [GRID],
): Promise<Running> {
  const discord = await startStandIn();
  const log = createRecordingLog();
  const library = createLibrary(articles);
  const bot = await startBot({ ...botOptions(discord, library, log), ...options });
  return {
    discord,
    bot,
    log,
    async stop() {
      await bot.stop();
      await discord.stop();
    },
  };
}

/** What the bot is started with in tests. */
export function botOptions(discord: StandIn, library: Library, log: Log): BotOptions {
  return { token: TOKEN, apiUrl: discord.apiUrl, engine: engineHere(() => library), log, timing: QUICK };
}
