import { createMetrics } from '../../../src/discord/metrics.ts';
import { loadOf, openRoom, type Room } from '../../../src/discord/room.ts';
import type { Library } from '../../../src/library/library.ts';
import { engineHere } from './engine-here.ts';
import { createRecordingLog } from './running-bot.ts';
import { type StandIn, TOKEN } from './stand-in.ts';

/** A first answer may take as long as a slow machine needs. */
const PATIENTLY_MS = 20_000;

/** The real room with a real Discord behind it. */
export function openRoomFor(discord: StandIn, library: Library, firstAnswerMs = PATIENTLY_MS) {
  const log = createRecordingLog();
  const metrics = createMetrics(() => ({ shards: 1, servers: 1, passages: library.passages, coldLoads: 0 }));
  const apiUrl = discord.apiUrl;
  const room = openRoom({
    token: TOKEN,
    apiUrl,
    engine: engineHere(() => library),
    log,
    metrics,
    firstAnswerMs,
    attachmentOrigins: new Set(),
    isThere: () => true,
    onRefused() {},
  });
  return { room, log, metrics };
}

/** The same room, in which one call of whatever a handler calls throws: the `at`-th, counted from 1. */
export function withFault(room: Room, at: number): { room: Room; happened: () => boolean } {
  let calls = 0;
  const step = (): void => {
    calls += 1;
    if (calls === at) throw new Error('injected');
  };
  const faulty = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(_, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          step();
          return value.apply(target, given);
        };
      },
      apply(_, __, given) {
        step();
        return (target as unknown as (...given: unknown[]) => unknown)(...given);
      },
    });
  const {
    engine,
    firstAnswerMs,
    metrics,
    rest,
    callbacks,
    answers,
    lanes,
    arriving,
    outbox,
    limits,
    typingLimits,
    isNew,
    recollection,
    corrections,
    attachmentOrigins,
    isThere,
    notMeant,
    log,
  } = room;
  return {
    room: {
      engine: faulty(engine),
      log,
      firstAnswerMs,
      metrics: faulty(metrics),
      rest: faulty(rest),
      callbacks: faulty(callbacks),
      answers: faulty(answers),
      arriving,
      lanes: faulty(lanes),
      outbox: faulty(outbox),
      limits: faulty(limits),
      typingLimits: faulty(typingLimits),
      isNew: faulty(isNew),
      recollection: faulty(recollection),
      corrections: faulty(corrections),
      attachmentOrigins: faulty(attachmentOrigins),
      isThere: faulty(isThere),
      notMeant: faulty(notMeant),
    },
    happened: () => calls >= at,
  };
}

/** Until everything that was begun is done. */
export async function finished(room: Room): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet += 1) {
    await new Promise((resolve) => setTimeout(resolve, 8));
    const { waiting, running } = loadOf(room);
    if (waiting + running > 0) quiet = -1;
  }
}
