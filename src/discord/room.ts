import type { REST } from 'discord.js';
import type { Command, Context } from '../chat/command.ts';
import { type Locale, scriptOf } from '../chat/locale.ts';
import type { Library } from '../library/library.ts';
import type { Log } from '../log.ts';
import type { Lanes } from './lanes.ts';
import type { createLimits } from './limits.ts';
import type { Metrics } from './metrics.ts';

/** Characters of a section that a card shows at a time: a phone's screen or two, and far from Discord's limit. */
const PAGE_CHARACTERS = 900;

/** All that a handler works with: everything is handed in, nothing about a conversation is kept. */
export interface Room {
  readonly commands: readonly Command[];
  readonly library: () => Library;
  readonly log: Log;
  readonly metrics: Metrics;
  /** In the bot's name. */
  readonly rest: REST;
  /** For first answers to interactions. */
  readonly callbacks: REST;
  readonly lanes: Lanes;
  readonly limits: ReturnType<typeof createLimits>;
  /** Suggestions are asked for at every key. */
  readonly typingLimits: ReturnType<typeof createLimits>;
  /** Whether an id has not been seen before. */
  readonly isNew: (id: string) => boolean;
}

/** What `chat` is given: the library as it is now, and the reader's language. */
export function contextFor(room: Pick<Room, 'library'>, locale: Locale): Context {
  return { library: room.library(), locale, script: scriptOf(locale), pageSize: PAGE_CHARACTERS };
}
