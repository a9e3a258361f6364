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
const MOST_WAITING: Readonly<Record<Lane, number>> = { quick: 1_000, question: 1_000, courtesy: 1_200 };
/** Answers that may be on their way to Discord at the same time; of those who flood, so few that others do not notice. */
const MOST_RUNNING: Readonly<Record<Lane, number>> = { quick: 200, question: 200, courtesy: 48 };
/**
 * How many are asked for patience in a millisecond. It takes one of computing each: at this
 * pace half of the thread is left for those who ask, and a thousand are told within two seconds.
 */
const COURTESIES_PER_MS = 0.55;
/** What a pause of the thread lets the pace catch up with. */
const MOST_CREDIT = 20;

/**
 * Queues in front of one thread. A turn starts one piece of work and then lets the sockets be
 * served: answering takes milliseconds of computing and then mostly waiting for Discord.
 * `work` must not throw.
 */
export function createLanes(): Lanes {
  const waiting: Record<Lane, (() => Promise<void>)[]> = { quick: [], question: [], courtesy: [] };
  const running: Record<Lane, number> = { quick: 0, question: 0, courtesy: 0 };
  const idleListeners: (() => void)[] = [];
  const pace = createPace();
  let scheduled = false;

  function mayStart(lane: Lane): boolean {
    return waiting[lane].length > 0 && running[lane] < MOST_RUNNING[lane];
  }

  function schedule(): void {
    const lane = LANES.find(mayStart);
    if (scheduled || lane === undefined) return;
    scheduled = true;
    if (lane === 'courtesy' && !pace.mayGo()) setTimeout(turn, 1);
    else setImmediate(turn);
  }

  function turn(): void {
    scheduled = false;
    const lane = LANES.find(mayStart);
    if (lane !== undefined && (lane !== 'courtesy' || pace.mayGo())) start(lane);
    schedule();
  }

  function start(lane: Lane): void {
    const work = waiting[lane].shift();
    if (work === undefined) return;
    if (lane === 'courtesy') pace.go();
    running[lane] += 1;
    work().finally(() => finished(lane));
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

/** Credit that grows with time, up to a limit; who goes spends one. */
function createPace() {
  let credit = MOST_CREDIT;
  let at = performance.now();

  function grown(): number {
    const now = performance.now();
    credit = Math.min(MOST_CREDIT, credit + (now - at) * COURTESIES_PER_MS);
    at = now;
    return credit;
  }

  return {
    mayGo: () => grown() >= 1,
    go(): void {
      credit = grown() - 1;
    },
  };
}
