import type { SessionInfo } from '@discordjs/ws';
import { z } from 'zod';
import { errorFields, type Log } from '../log.ts';
import type { Notes } from '../store/notes.ts';

/** The gateway's sessions, kept so that whoever runs a shard next can hear what was said since. */
export interface KeptSessions {
  /** The session of the process that ran this shard before; undefined where none is known, or it cannot be told now. */
  before(shard: number, of: number): Promise<SessionInfo | undefined>;
  /** How far a session has come; null where it is over. Kept soon, and lost without harm: then less is heard again. */
  update(shard: number, session: SessionInfo | null): void;
  /** The process goes: what comes from now on is for the next to hear. Whatever is told of sessions is no longer kept. */
  leave(): void;
  /** Whether sessions were left to the next process, which cannot resume one that was ended. */
  readonly areLeft: boolean;
  /** Resolves when what was told last is kept, or cannot be. */
  settled(): Promise<void>;
}

/** Each event moves a session on: so often it is written down. Milliseconds. */
const KEPT_EVERY = 500;

const sessionInfo = z.object({
  sessionId: z.string(),
  resumeURL: z.url({ protocol: /^wss?$/ }),
  sequence: z.number(),
  shardId: z.number(),
  shardCount: z.number(),
});

/** Sessions that are kept as notes. */
export function keepSessions(notes: Notes, log: Log): KeptSessions {
  const waiting = new Map<number, SessionInfo | null>();
  const counts = new Map<number, number>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let areLeft = false;

  /** One writing after the other: what was told last is what stays. */
  function write(): void {
    timer = undefined;
    writing = writing.then(writeNow);
  }

  async function writeNow(): Promise<void> {
    const now = [...waiting];
    waiting.clear();
    const kept = now.map(([shard, session]) => notes.keepNote(nameOf(shard, counts.get(shard) ?? 1), session));
    await Promise.all(kept).catch((error: unknown) => log.warn('sessions could not be kept', errorFields(error)));
  }

  return {
    async before(shard, of) {
      counts.set(shard, of);
      const kept = await notes.note(nameOf(shard, of)).catch((error: unknown) => {
        log.warn('the session before could not be read', { shard, ...errorFields(error) });
      });
      return sessionInfo.safeParse(kept).data;
    },
    update(shard, session) {
      if (areLeft) return;
      // Its owner counts on in the same object.
      waiting.set(shard, session && { ...session });
      if (session !== null) counts.set(shard, session.shardCount);
      timer ??= setTimeout(write, KEPT_EVERY).unref();
    },
    leave() {
      areLeft = true;
      clearTimeout(timer);
      write();
    },
    get areLeft() {
      return areLeft;
    },
    async settled() {
      clearTimeout(timer);
      write();
      await writing;
    },
  };
}

function nameOf(shard: number, of: number): string {
  return `session ${shard}/${of}`;
}
