/** In the order they are served: what costs little, what has to be searched for, and asking for patience. */
export const LANES = ['quick', 'question', 'courtesy'] as const;
export type Lane = (typeof LANES)[number];

/** Work that waits its turn. */
export interface Lanes {
  /** @returns false where the lane is full and the work was not taken */
  add(lane: Lane, work: () => Promise<void>): boolean;
  /** How much waits and how much is under way. */
  readonly load: { readonly waiting: number; readonly running: number };
  /** Resolves when nothing waits and nothing is under way. */
  idle(): Promise<void>;
}

/** Waiting longer than this many would take, nobody gets an answer in time. */
const MOST_WAITING: Readonly<Record<Lane, number>> = { quick: 1_000, question: 1_000, courtesy: 2_000 };
/** Answers that may be on their way to Discord at the same time. */
const MOST_RUNNING = 200;

/**
 * Queues in front of one thread. A turn starts one piece of work and then lets the sockets be
 * served: answering takes milliseconds of computing and then mostly waiting for Discord.
 * `work` must not throw.
 */
export function createLanes(): Lanes {
  const waiting: Record<Lane, (() => Promise<void>)[]> = { quick: [], question: [], courtesy: [] };
  const idleListeners: (() => void)[] = [];
  let running = 0;
  let scheduled = false;

  function schedule(): void {
    if (scheduled || running >= MOST_RUNNING || total() === 0) return;
    scheduled = true;
    setImmediate(turn);
  }

  function turn(): void {
    scheduled = false;
    const lane = LANES.find((candidate) => waiting[candidate].length > 0);
    const work = lane === undefined ? undefined : waiting[lane].shift();
    if (work !== undefined) {
      running += 1;
      work().finally(finished);
    }
    schedule();
  }

  function finished(): void {
    running -= 1;
    schedule();
    if (running === 0 && total() === 0) for (const listener of idleListeners.splice(0)) listener();
  }

  function total(): number {
    return LANES.reduce((sum, lane) => sum + waiting[lane].length, 0);
  }

  return {
    add(lane, work) {
      if (waiting[lane].length >= MOST_WAITING[lane]) return false;
      waiting[lane].push(work);
      schedule();
      return true;
    },
    get load() {
      return { waiting: total(), running };
    },
    idle: () =>
      running === 0 && total() === 0 ? Promise.resolve() : new Promise((resolve) => idleListeners.push(resolve)),
  };
}
