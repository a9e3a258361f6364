import { createFairQueue, type FairQueue } from './fair-queue.ts';

/** In the order they are served: what costs little, what has to be searched for, what has to be drawn, and asking for patience. */
const LANES = ['quick', 'question', 'picture', 'courtesy'] as const;
export type Lane = (typeof LANES)[number];

/**
 * Something to do, that does not throw.
 * @param thought to be called when what is left of it is waiting for Discord
 */
export type Work = (thought: () => void) => Promise<void>;

/** Work that waits its turn. */
export interface Lanes {
  /**
   * @param owner whose work it is: in a lane, people take turns
   * @returns false where the lane is full and the work was not taken
   */
  add(lane: Lane, owner: string, work: Work): boolean;
  /** How much waits and how much is under way. */
  readonly load: { readonly waiting: number; readonly running: number };
  /** Resolves when nothing waits and nothing is under way. */
  idle(): Promise<void>;
}

/** Waiting longer than this many would take, nobody gets an answer in time. */
const MOST_WAITING: Readonly<Record<Lane, number>> = { quick: 1_000, question: 1_000, picture: 20, courtesy: 1_200 };
/**
 * How many may be thought about at the same time. Thinking is done one by one: more than two
 * would only stand in a queue in which people do not take turns.
 */
const MOST_THINKING: Readonly<Record<Lane, number>> = { quick: 2, question: 2, picture: 2, courtesy: 48 };
/**
 * How many may be on their way to Discord at the same time, most of them waiting for it or for
 * one of its limits: so many that others have to wait for none of those, at some ten KB each. Of
 * those who flood, so few that others do not notice.
 */
const MOST_RUNNING: Readonly<Record<Lane, number>> = { quick: 1_000, question: 1_000, picture: 100, courtesy: 48 };
/**
 * How many are asked for patience in a millisecond. It takes a third of one of computing each:
 * at this pace most of the thread is left for those who ask, and a thousand are told within two seconds.
 */
const COURTESIES_PER_MS = 0.55;
/** What a pause of the thread lets the pace catch up with. */
const MOST_CREDIT = 20;
/**
 * Having waited so long for being asked for patience, one is told whatever the pace, taking
 * turns with those who ask: so many cost less than an answer, and never being told is worse.
 */
const PATIENCE_MS = 1_000;
const COURTESIES_FOR_AN_ANSWER = 5;

interface Waiting {
  readonly work: Work;
  /** Milliseconds of the lanes' clock. */
  readonly since: number;
}

/**
 * Queues in front of one thread. A turn starts one piece of work and then lets the sockets be
 * served: answering takes milliseconds of thinking and then mostly waiting for Discord.
 *
 * @param now milliseconds, monotonic
 */
export function createLanes(now: () => number = () => performance.now()): Lanes {
  const waiting: Record<Lane, FairQueue<Waiting>> = {
    quick: createFairQueue(),
    question: createFairQueue(),
    picture: createFairQueue(),
    courtesy: createFairQueue(),
  };
  const thinking: Record<Lane, number> = { quick: 0, question: 0, picture: 0, courtesy: 0 };
  const running: Record<Lane, number> = { quick: 0, question: 0, picture: 0, courtesy: 0 };
  const idleListeners: (() => void)[] = [];
  const pace = createPace(now);
  let scheduled = false;
  let courtesiesInARow = 0;

  function next(): Lane | undefined {
    const isTheirTurn = courtesiesInARow < COURTESIES_FOR_AN_ANSWER && mayStart('courtesy') && isOverdue();
    return isTheirTurn ? 'courtesy' : LANES.find(mayStart);
  }

  function mayStart(lane: Lane): boolean {
    return waiting[lane].size > 0 && thinking[lane] < MOST_THINKING[lane] && running[lane] < MOST_RUNNING[lane];
  }

  function schedule(): void {
    const lane = next();
    if (scheduled || lane === undefined) return;
    scheduled = true;
    if (isDue(lane)) setImmediate(turn);
    else setTimeout(turn, 1);
  }

  function isDue(lane: Lane): boolean {
    return lane !== 'courtesy' || pace.mayGo() || isOverdue();
  }

  function isOverdue(): boolean {
    const first = waiting.courtesy.first();
    return first !== undefined && now() - first.since >= PATIENCE_MS;
  }

  function turn(): void {
    scheduled = false;
    const lane = next();
    if (lane !== undefined && isDue(lane)) start(lane);
    schedule();
  }

  function start(lane: Lane): void {
    const first = waiting[lane].take();
    if (first === undefined) return;
    courtesiesInARow = lane === 'courtesy' ? courtesiesInARow + 1 : 0;
    if (lane === 'courtesy') pace.go();
    thinking[lane] += 1;
    running[lane] += 1;
    const thought = once(() => {
      thinking[lane] -= 1;
      schedule();
    });
    first.work(thought).finally(() => {
      thought();
      finished(lane);
    });
  }

  function finished(lane: Lane): void {
    running[lane] -= 1;
    schedule();
    if (isIdle()) for (const listener of idleListeners.splice(0)) listener();
  }

  function load() {
    const sum = (count: (lane: Lane) => number) => LANES.reduce((total, lane) => total + count(lane), 0);
    return { waiting: sum((lane) => waiting[lane].size), running: sum((lane) => running[lane]) };
  }

  function isIdle(): boolean {
    const { waiting, running } = load();
    return waiting + running === 0;
  }

  return {
    add(lane, owner, work) {
      if (waiting[lane].size >= MOST_WAITING[lane]) return false;
      waiting[lane].add(owner, { work, since: now() });
      schedule();
      return true;
    },
    get load() {
      return load();
    },
    idle: () => (isIdle() ? Promise.resolve() : new Promise((resolve) => idleListeners.push(resolve))),
  };
}

function once(happen: () => void): () => void {
  let happened = false;
  return () => {
    if (!happened) happen();
    happened = true;
  };
}

/** Credit that grows with time, up to a limit; who goes spends one. */
function createPace(now: () => number) {
  let credit = MOST_CREDIT;
  let at = now();

  function grown(): number {
    const before = at;
    at = now();
    credit = Math.min(MOST_CREDIT, credit + (at - before) * COURTESIES_PER_MS);
    return credit;
  }

  return {
    mayGo: () => grown() >= 1,
    go(): void {
      credit = Math.max(0, grown() - 1);
    },
  };
}
