import { setImmediate as nextTurn } from 'node:timers/promises';

/** Lets those who wait for an answer go before work that nobody waits for. */
export interface Turns {
  /** Does what somebody waits for: until it is over, `free` lets nobody go. */
  first<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Resolves when nobody waits for anything, a turn of the event loop later at the earliest. */
  free(): Promise<void>;
}

export function createTurns(): Turns {
  let underWay = 0;
  let waiting: (() => void)[] = [];

  function over(): void {
    underWay -= 1;
    if (underWay > 0) return;
    const next = waiting;
    waiting = [];
    for (const go of next) go();
  }

  return {
    async first(work) {
      underWay += 1;
      try {
        return await work();
      } finally {
        over();
      }
    },
    async free() {
      await nextTurn();
      while (underWay > 0) {
        await new Promise<void>((resolve) => waiting.push(resolve));
        // Who has been answered may ask again.
        await nextTurn();
      }
    },
  };
}
