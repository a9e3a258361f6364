import { REST, RESTEvents } from 'discord.js';
import type { Locale } from '../chat/locale.ts';
import { type Reader, readerIn } from '../chat/reader.ts';
import type { Engine } from '../engine/engine.ts';
import type { Log } from '../log.ts';
import { createCallbackRest, requestOptions } from './client.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { createLimits } from './limits.ts';
import type { Metrics } from './metrics.ts';
import { createSeen } from './seen.ts';

/** Characters of a section that a card shows at a time: a phone's screen or two, and far from Discord's limit. */
export const PAGE_CHARACTERS = 900;

/** Somebody who types gets suggestions at every key. */
const TYPING = { user: { burst: 40, perSecond: 8 }, guild: { burst: 2_000, perSecond: 200 } };

/** All that a handler works with: everything is handed in, nothing about a conversation is kept. */
export interface Room {
  /** Answers what people ask, elsewhere. */
  readonly engine: Engine;
  readonly log: Log;
  readonly metrics: Metrics;
  /** In the bot's name. */
  readonly rest: REST;
  /** For first answers to interactions. */
  readonly callbacks: REST;
  /** How long a first answer may take. Milliseconds. */
  readonly firstAnswerMs: number;
  readonly lanes: Lanes;
  readonly limits: ReturnType<typeof createLimits>;
  /** Suggestions are asked for at every key. */
  readonly typingLimits: ReturnType<typeof createLimits>;
  /** Whether an id has not been seen before. */
  readonly isNew: (id: string) => boolean;
}

/** Somebody on Discord who reads in this language. */
export function readerOf(locale: Locale): Reader {
  return readerIn(locale, PAGE_CHARACTERS);
}

/** What a room is made from. */
export interface RoomOptions extends Pick<Room, 'engine' | 'log' | 'metrics' | 'firstAnswerMs'> {
  readonly token: string;
  readonly apiUrl: string;
  /** Discord no longer takes the token. */
  onRefused(): void;
}

/** A room with nobody in it yet. */
export function openRoom({ token, apiUrl, onRefused, ...given }: RoomOptions): Room {
  return {
    ...given,
    rest: botRest(token, apiUrl, given.metrics, onRefused),
    callbacks: createCallbackRest(apiUrl, given.firstAnswerMs),
    lanes: createLanes(),
    limits: createLimits(),
    typingLimits: createLimits(undefined, TYPING),
    isNew: createSeen(),
  };
}

/** A bot's token can be taken away while it runs: every request in its name then ends in 401. */
function botRest(token: string, apiUrl: string, metrics: Metrics, onRefused: () => void): REST {
  const rest = new REST(requestOptions(apiUrl, metrics)).setToken(token);
  rest.on(RESTEvents.Response, ({ data }, { status }) => {
    if (status === 401 && data.auth) onRefused();
  });
  return rest;
}
