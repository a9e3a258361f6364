/** What a message in a channel says: an answer, or a request for patience, for which there is a place where answers have none left. */
export type Said = 'answer' | 'notice';

/**
 * Messages on their way into channels. Discord takes five in five seconds of one channel: what
 * waits for that waits here, holds up nobody elsewhere, and is never more than somebody would
 * still wait for.
 */
export interface Outbox {
  /** @returns undefined where so many are on their way into the channel that one more would come too late */
  reserve(channelId: string, what: Said): Place | undefined;
  /** How many are on their way. */
  readonly size: number;
  /** Resolves when none is. */
  idle(): Promise<void>;
}

/** A place for one message, from before it is thought of until Discord has it. */
export interface Place {
  /** Sends it; then the place is given back. `work` must not throw. */
  send(work: () => Promise<void>): void;
  /** Gives the place back where nothing is going to be said. */
  leave(): void;
}

/** Ten messages in a channel take Discord ten seconds. */
const MOST_IN_CHANNEL: Readonly<Record<Said, number>> = { answer: 10, notice: 2 };
/** In all channels: some ten KB each. */
const MOST = 2_000;

/** How long it takes, in seconds, until somebody who found no place finds one. */
export const CHANNEL_SECONDS = 10;

export function createOutbox(): Outbox {
  const places = new Map<string, number>();
  const idleListeners: (() => void)[] = [];
  let size = 0;

  function leave(key: string): void {
    const left = (places.get(key) ?? 1) - 1;
    if (left === 0) places.delete(key);
    else places.set(key, left);
    size -= 1;
    if (size === 0) for (const listener of idleListeners.splice(0)) listener();
  }

  return {
    reserve(channelId, what) {
      const key = `${what} ${channelId}`;
      const taken = places.get(key) ?? 0;
      if (taken >= MOST_IN_CHANNEL[what] || size >= MOST) return undefined;
      places.set(key, taken + 1);
      size += 1;
      return createPlace(() => leave(key));
    },
    get size() {
      return size;
    },
    idle: () => (size === 0 ? Promise.resolve() : new Promise((resolve) => idleListeners.push(resolve))),
  };
}

/** Whatever is done with it, it is given back once, when nothing is being sent from it any more. */
function createPlace(giveBack: () => void): Place {
  let sending = 0;
  let isTaken = true;

  function leave(): void {
    if (sending > 0 || !isTaken) return;
    isTaken = false;
    giveBack();
  }

  return {
    send(work) {
      sending += 1;
      work().finally(() => {
        sending -= 1;
        leave();
      });
    },
    leave,
  };
}
