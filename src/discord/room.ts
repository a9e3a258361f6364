import { REST, RESTEvents } from 'discord.js';
import type { Locale } from '../chat/locale.ts';
import { type Reader, readerIn } from '../chat/reader.ts';
import type { Curator } from '../curation/curator.ts';
import type { Engine } from '../engine/engine.ts';
import type { PictureDrawer } from '../engine/picture-drawer.ts';
import type { Log } from '../log.ts';
import { createAnswerRest, createCallbackRest, requestOptions } from './client.ts';
import { type Corrections, createCorrections } from './corrections.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { createLately, type Lately } from './lately.ts';
import { createLimits } from './limits.ts';
import type { Metrics } from './metrics.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createRecollection, type Recollection } from './recollection.ts';
import { createSeen } from './seen.ts';

/** Characters of a section that a card shows at a time: a phone's screen or two, and far from Discord's limit. */
export const PAGE_CHARACTERS = 900;

/** Somebody who types gets suggestions at every key. */
const TYPING = { user: { burst: 40, perSecond: 8 }, guild: { burst: 2_000, perSecond: 200 } };

/** That an answer was not meant counts once, as long and as often as anybody would press a button again. */
const NOT_MEANT_MS = 24 * 3_600_000;
const MOST_NOT_MEANT = 5_000;

/** All that a handler works with: everything is handed in. Of a conversation its last answer is kept for some minutes, nothing else. */
export interface Room {
  /** Answers what people ask, elsewhere. */
  readonly engine: Engine;
  /** Draws pictures, elsewhere; undefined where this machine cannot. */
  readonly pictures?: Pick<PictureDrawer, 'draw'> | undefined;
  readonly log: Log;
  readonly metrics: Metrics;
  /** In the bot's name. */
  readonly rest: REST;
  /** For first answers to interactions. */
  readonly callbacks: REST;
  /** For what comes after them. */
  readonly answers: REST;
  /** How long a first answer may take. Milliseconds. */
  readonly firstAnswerMs: number;
  /** Messages of which it is not known yet whether they are answered. */
  readonly arriving: Set<Promise<void>>;
  readonly lanes: Lanes;
  /** For messages in channels. */
  readonly outbox: Outbox;
  readonly limits: ReturnType<typeof createLimits>;
  /** Suggestions are asked for at every key. */
  readonly typingLimits: ReturnType<typeof createLimits>;
  /** Whether an id has not been seen before. */
  readonly isNew: (id: string) => boolean;
  /** What a follow-up goes on from. */
  readonly recollection: Recollection;
  /** Questions that can still be put right. */
  readonly corrections: Corrections;
  /** Does what moderators wish; undefined where nothing of servers can be kept. */
  readonly curator?: Curator | undefined;
  /** Whether a server has such a role or channel, as far as one knows. */
  readonly isThere: (server: string, kind: 'roles' | 'channels', id: string) => boolean;
  /** Where files that people send may be fetched from. */
  readonly attachmentOrigins: ReadonlySet<string>;
  /** Answers of which who asked has said that they were not what was meant, by message, and whether that is noted. */
  readonly notMeant: Lately<Promise<boolean>>;
}

/** What planning an answer takes: nothing of the gateway, so that whoever draws messages elsewhere plans the same ones. */
export type Planning = Pick<Room, 'engine' | 'recollection' | 'curator'> &
  Partial<Pick<Room, 'notMeant' | 'pictures' | 'log'>> & { readonly metrics: Pick<Metrics, 'refused'> };

/** Somebody on Discord who reads in this language. */
export function readerOf({ pictures }: Pick<Room, 'pictures'>, locale: Locale): Reader {
  return readerIn(locale, { pageSize: PAGE_CHARACTERS, pictures: pictures !== undefined });
}

/** What a room is made from. */
export interface RoomOptions
  extends Pick<
    Room,
    'engine' | 'pictures' | 'log' | 'metrics' | 'firstAnswerMs' | 'curator' | 'attachmentOrigins' | 'isThere'
  > {
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
    answers: createAnswerRest(apiUrl, given.metrics),
    arriving: new Set(),
    lanes: createLanes(),
    outbox: createOutbox(),
    limits: createLimits(),
    typingLimits: createLimits(undefined, TYPING),
    isNew: createSeen(),
    recollection: createRecollection(),
    corrections: createCorrections(),
    notMeant: createLately(NOT_MEANT_MS, MOST_NOT_MEANT),
  };
}

/** What waits and what is under way. */
export function loadOf({ lanes, outbox }: Pick<Room, 'lanes' | 'outbox'>): { waiting: number; running: number } {
  const { waiting, running } = lanes.load;
  return { waiting, running: running + outbox.size };
}

/** Resolves when nothing waits and nothing is under way. */
export async function idle(room: Pick<Room, 'arriving' | 'lanes' | 'outbox'>): Promise<void> {
  await Promise.all(room.arriving);
  // What is thought about ends in the outbox.
  await room.lanes.idle();
  await room.outbox.idle();
  if (loadOf(room).waiting + loadOf(room).running > 0) await idle(room);
}

/** A bot's token can be taken away while it runs: every request in its name then ends in 401. */
function botRest(token: string, apiUrl: string, metrics: Metrics, onRefused: () => void): REST {
  const rest = new REST(requestOptions(apiUrl, metrics)).setToken(token);
  rest.on(RESTEvents.Response, ({ data }, { status }) => {
    if (status === 401 && data.auth) onRefused();
  });
  return rest;
}
