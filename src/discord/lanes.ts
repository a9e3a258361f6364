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
/** Answers that may be on their way to Discord at the same time; of those who flood, so few that others do not notice. */
const MOST_RUNNING: Readonly<Record<Lane, number>> = { quick: 200, question: 200, courtesy: 48 };
/**
 * Queues in front of one thread. A turn starts one piece of work and then lets the sockets be
 * served: answering takes milliseconds of computing and then mostly waiting for Discord.
 * `work` must not throw.
 */
export function createLanes(): Lanes {
  const waiting: Record<Lane, (() => Promise<void>)[]> = { quick: [], question: [], courtesy: [] };
  const running: Record<Lane, number> = { quick: 0, question: 0, courtesy: 0 };
  const idleListeners: (() => void)[] = [];
  let scheduled = false;

  /** The first lane with work that may start. */
  function next(): Lane | undefined {
    return LANES.find((lane) => waiting[lane].length > 0 && running[lane] < MOST_RUNNING[lane]);
  }

  function schedule(): void {
    if (scheduled || next() === undefined) return;
    scheduled = true;
    setImmediate(turn);
  }

  function turn(): void {
    scheduled = false;
    const lane = next();
    const work = lane === undefined ? undefined : waiting[lane].shift();
    if (lane !== undefined && work !== undefined) {
      running[lane] += 1;
      work().finally(() => finished(lane));
    }
    schedule();
  }

  function finished(lane: Lane): void {
    running[lane] -= 1;
    schedule();
    if (isIdle()) for (const listener of idleListeners.splice(0)) listener();
  }

  function load() {
    const sum = (count: (lane: Lane) => number) => LANES.reduce((total, lane) => total + count(lane), 0);
    return { waiting: sum((lane) => waiting[lane].length), running: sum((lane) => running[lane]) };
  }

  function isIdle(): boolean {
    const { waiting, running } = load();
    return waiting + running === 0;
  }

  return {
    add(lane, work) {
      if (waiting[lane].length >= MOST_WAITING[lane]) return false;
      waiting[lane].push(work);
      schedule();
      return true;
    },
    get load() {
      return load();
    },
    idle: () => (isIdle() ? Promise.resolve() : new Promise((resolve) => idleListeners.push(resolve))),
  };
}
